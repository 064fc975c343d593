package org.guiju.bench.cases;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.guiju.app.GuijuApplication;
import org.guiju.app.cases.CaseAnswer;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.bench.loop.ClosedLoop;
import org.guiju.bench.loop.Engine;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// 规矩 itself: the whole application without its web port, on the migrated database with its two roles, its sequencer running.
/// A case is the shipped licence's 注销: application, then acceptance, opinion, decision, service, the end of publicity and
/// archiving, each through `CaseDesk.act` with every rule and gate, every disclosure sealed, every entry pending its place.
public final class GuijuEngine implements Engine {
    private static final String POWER = "330899-WL-XK-0012";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate AFTER_PUBLICITY = LocalDate.of(2026, 3, 16);
    private static final Actor CITIZEN = new Actor.Citizen("bench");
    private @Nullable ConfigurableApplicationContext context;
    private @Nullable CaseDesk desk;

    public static void main(String[] args) throws Exception {
        ClosedLoop.main(new GuijuEngine(), args);
        System.exit(0);
    }

    @Override
    public void open(Settings settings) throws Exception {
        var password = UUID.randomUUID().toString();
        roles(settings, password);
        var address = settings.superuser().replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
        var application = new SpringApplication(GuijuApplication.class);
        application.setLogStartupInfo(false);
        // The day on which the cases come in: to a clock of half a year later every case of the run
        // would be late at once, with
        // the cards that belong to it.
        application.addInitializers(fresh ->
                ((GenericApplicationContext) fresh)
                        .registerBean(
                                "benchClock",
                                OfficialClock.class,
                                () -> () -> at(DAY, 0),
                                bean -> bean.setPrimary(true)));
        context =
                application.run(
                        "--server.port=-1",
                        "--guiju.data=" + settings.directory(),
                        "--guiju.timekeeper.first=86400000",
                        "--logging.level.root=warn",
                        "--GUIJU_DATABASE_URL=" + address + "?user=bench_app&password=" + password,
                        "--GUIJU_DATABASE_MIGRATOR_URL="
                                + address
                                + "?user=bench_migrator&password="
                                + password);
        desk = context.getBean(CaseDesk.class);
        County.found(context);
    }

    private static void roles(Settings settings, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.superuser());
                var statement = connection.createStatement()) {
            for (var role : List.of("bench_migrator", "bench_app")) {
                statement.execute(
                        "do $$ begin create role %s login; exception when duplicate_object then null; end $$"
                                .formatted(role));
                statement.execute("alter role %s password '%s'".formatted(role, password));
            }
            statement.execute(
                    "alter database %s owner to bench_migrator".formatted(settings.database()));
        }
    }

    @Override
    public String begin(long n) {
        var answers = new LinkedHashMap<String, String>();
        answers.put("company-name", "某某网络会所有限公司" + n);
        answers.put("credit-code", "91350100M000100Y43");
        answers.put("licence-no", "330899" + n);
        answers.put("legal-representative", "苏远航");
        answers.put("phone", "0570-5550000");
        answers.put("ground", "ended");
        answers.put("ended-on", "2026-02-28");
        answers.put("truth", "yes");
        var name = "某某网络会所有限公司" + n;
        var applicant =
                new Applicant(
                        UUID.randomUUID().toString(), "", Applicant.Kind.ORGANISATION, name, name);
        var answer =
                desk().open(
                                CaseDesk.newCommand(),
                                CITIZEN,
                                POWER,
                                no ->
                                        new CaseCommand.SubmitApplication(
                                                no,
                                                POWER,
                                                "cancellation",
                                                "online",
                                                applicant,
                                                answers,
                                                List.of(),
                                                DAY,
                                                ""),
                                at(DAY, 0));
        return done(answer).caseId().toString();
    }

    @Override
    public Callable<?> next(String caseId, int step) {
        var id = UUID.fromString(caseId);
        return switch (step) {
            case 0 -> act(id, officer(County.WINDOW), new CaseCommand.Accept("accept"), at(DAY, 1));
            case 1 -> act(id, officer(County.REVIEWER), opinion(), at(DAY, 2));
            case 2 -> act(id, officer(County.DECIDER), decision(), at(DAY, 3));
            case 3 -> act(id, officer(County.WINDOW), service(), at(DAY, 4));
            case 4 ->
                    act(
                            id,
                            new Actor.Time(),
                            new CaseCommand.LetTimePass(),
                            at(AFTER_PUBLICITY, 0));
            default ->
                    act(
                            id,
                            officer(County.ARCHIVIST),
                            new CaseCommand.Archive("archive"),
                            at(AFTER_PUBLICITY, 1));
        };
    }

    private Callable<?> act(UUID caseId, Actor actor, CaseCommand command, Instant at) {
        return () -> done(desk().act(CaseDesk.newCommand(), actor, caseId, command, at));
    }

    private static CaseCommand opinion() {
        return new CaseCommand.GiveOpinion(
                "review",
                Map.of("licence-valid", Verdict.MET, "ground-present", Verdict.MET),
                Map.of(),
                "材料齐全，符合法定形式，同意。");
    }

    private static CaseCommand decision() {
        return new CaseCommand.Decide("decide", true, Set.of(), "材料齐全，符合法定形式，同意。", "");
    }

    private static CaseCommand service() {
        return new CaseCommand.Serve("serve", DAY, "direct", "苏远航", "送达回证已签收", "");
    }

    private static Actor officer(org.guiju.kernel.shared.PersonId person) {
        return new Actor.Officer(person);
    }

    private static Instant at(LocalDate day, int minute) {
        return day.atTime(LocalTime.of(9, minute)).atZone(OfficialClock.ZONE).toInstant();
    }

    private CaseDesk desk() {
        return java.util.Objects.requireNonNull(desk, "open comes first");
    }

    private static CaseAnswer.Done done(CaseAnswer answer) {
        if (answer instanceof CaseAnswer.Done done && !done.events().isEmpty()) {
            return done;
        }
        throw new IllegalStateException("the act was not done: " + answer);
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
