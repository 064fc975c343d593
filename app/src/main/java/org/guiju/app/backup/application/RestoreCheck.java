package org.guiju.app.backup.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.guiju.app.ledger.application.Audit;
import org.guiju.app.ledger.application.LedgerSettings;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.platform.database.Migrations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// `guiju restore`, its second half: every row against what was signed, every projection made again and compared, and whether the
/// log may be gone on with. Only then may the server serve; an old backup serves and signs nothing.
@Component
@ConditionalOnProperty("guiju.restore")
@Order(100)
class RestoreCheck implements ApplicationRunner, ExitCodeGenerator {
    private final Audit audit;
    private final Rebuild rebuild;
    private final Sealer sealer;
    private final LedgerSettings settings;
    private final Path data;
    private int status;

    RestoreCheck(
            Audit audit,
            Rebuild rebuild,
            Sealer sealer,
            LedgerSettings settings,
            @Value("${guiju.data:data}") Path data) {
        this.audit = audit;
        this.rebuild = rebuild;
        this.sealer = sealer;
        this.data = data;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments args) throws IOException {
        var report = audit.run();
        var tables = rebuild.run();
        boolean old = sealer.behind();
        var different = tables.stream().filter(t -> !t.same()).toList();
        var wrong =
                report.findings().stream().filter(f -> !expected(old).contains(f.what())).toList();
        wrong.forEach(f -> System.out.printf("不符 DIFFERS  %-20s %s%n", f.what(), f.place()));
        different.forEach(t -> System.out.printf("不一致 DIFFERENT  projection.%s%n", t.table()));
        System.out.printf(
                "核对 compared  %d 条目 entries, %d 披露 disclosures, %d 派生表 projections%n",
                report.entries(), report.disclosures(), tables.size());
        boolean sound = wrong.isEmpty() && different.isEmpty();
        if (sound) {
            Files.deleteIfExists(Migrations.unfinished(data));
        }
        say(sound, old);
        status = sound && !old ? 0 : 1;
    }

    /// What is no fault of what was put back: the register is not in a backup, and one that outlived the loss may know of what was
    /// signed while the backup was made; of an old one, that there is less than was signed.
    private Set<Audit.What> expected(boolean old) {
        var place = settings.register() == null ? data.resolve("register") : settings.register();
        var expected =
                EnumSet.of(Files.exists(place) ? Audit.What.ROLLED_BACK : Audit.What.REGISTER);
        if (old) {
            expected.addAll(Set.of(Audit.What.ROLLED_BACK, Audit.What.ENTRY_MISSING));
        }
        return expected;
    }

    private static void say(boolean sound, boolean old) {
        var words =
                !sound
                        ? List.of(
                                "核对未通过，服务器不会启动。请换用另一份备份，清空数据目录后重新恢复。",
                                "The checks failed and the server will not start. Take another backup, empty the data directory, restore again.")
                        : old
                                ? List.of(
                                        "已恢复，但备份比已签署的日志旧：服务器可以运行，收件、补正和投诉照常，但不再签署、不出件，每页都会说明。",
                                        "请先找更新的备份（或未丢失的数据库）重新恢复；没有时，日志在此停止，请报告监督机关与见证方，并由其核定遗失的条目。",
                                        "Restored, but the backup is older than the signed log: the server can run and receives, but signs nothing and issues no paper; every page says so.",
                                        "Look for a newer backup (or the database that was not lost) and restore that. If there is none this log ends here: report it to supervision and the witnesses, who establish what was lost.")
                                : List.of(
                                        "恢复完成，可以启动服务器：guiju serve",
                                        "Restored and checked; start the server: guiju serve");
        words.forEach(System.out::println);
    }

    @Override
    public int getExitCode() {
        return status;
    }
}
