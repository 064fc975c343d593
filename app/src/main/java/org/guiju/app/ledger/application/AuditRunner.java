package org.guiju.app.ledger.application;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// `guiju audit`: holds every stored row against what was signed, names each that differs, and ends with 1 if one did.
@Component
@ConditionalOnProperty("guiju.audit")
@Order(100)
class AuditRunner implements ApplicationRunner, ExitCodeGenerator {
    private final Audit audit;
    private int different;

    AuditRunner(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void run(ApplicationArguments args) {
        var report = audit.run();
        report.findings()
                .forEach(f -> System.out.printf("不符 DIFFERS  %-20s %s%n", f.what(), f.place()));
        System.out.printf(
                "核对 compared  %d 条目 entries, %d 披露 disclosures, %d 不符 differ%n",
                report.entries(), report.disclosures(), report.findings().size());
        different = report.findings().size();
    }

    @Override
    public int getExitCode() {
        return different == 0 ? 0 : 1;
    }
}
