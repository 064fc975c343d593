package org.guiju.app.ledger.application;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// `guiju rebuild`: replays every projection, says for each table whether it came out as it was, and ends with 1 if one did not.
@Component
@ConditionalOnProperty("guiju.rebuild")
@Order(100)
class RebuildRunner implements ApplicationRunner, ExitCodeGenerator {
    private final Rebuild rebuild;
    private int different;

    RebuildRunner(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public void run(ApplicationArguments args) {
        for (var table : rebuild.run()) {
            System.out.printf(
                    "%-20s %8d 行 rows  %s%n",
                    table.table(), table.rows(), table.same() ? "一致 same" : "不一致 DIFFERENT");
            if (!table.same()) {
                different++;
            }
        }
    }

    @Override
    public int getExitCode() {
        return different == 0 ? 0 : 1;
    }
}
