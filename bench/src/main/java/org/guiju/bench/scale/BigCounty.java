package org.guiju.bench.scale;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guiju.app.GuijuApplication;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.allocation.application.Appointments;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.demo.SimulatedCase.Setting;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.application.PublishDefinition;
import org.guiju.formats.definition.LoadResult;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// 大县: many organs with the staff that two kinds of powers need, and as many powers as are asked for. Their texts are the shipped
/// filing and, for every tenth, the shipped licence, under other codes, names and organs; each was submitted and confirmed.
public final class BigCounty {
    public static final String PASSWORD = "qinglan-2026";
    static final String REVIEWER = "reviewer1";
    static final String SUPERVISOR = "inspector1";
    private static final OrganId SUPERVISORS = new OrganId("discipline-group-4");
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final int LICENCES = 10;
    private static final int FIRST_CODE = 1001;
    private static final List<String> POSTS =
            List.of(
                    "window",
                    "window",
                    "window",
                    "reviewer",
                    "reviewer",
                    "reviewer",
                    "section-head",
                    "decider",
                    "decider",
                    "head-of-organ",
                    "archivist",
                    "section-member",
                    "joint-member",
                    "hearing-officer",
                    "inspector");
    private final ApplicationContext context;
    private final int organs;
    private final List<Setting> settings = new ArrayList<>();

    private BigCounty(ApplicationContext context, int organs) {
        this.context = context;
        this.organs = organs;
    }

    /// Establishes the organs, appoints their staff and makes two accounts.
    public static BigCounty found(ApplicationContext context, int organs) {
        var county = new BigCounty(context, organs);
        for (int i = 1; i <= organs; i++) {
            county.establish(i);
        }
        county.supervisors();
        return county;
    }

    /// The whole application on the directory, on a free port, its clockwork at rest.
    public static ConfigurableApplicationContext application(Path directory) {
        var application = new SpringApplication(GuijuApplication.class);
        application.setLogStartupInfo(false);
        application.setBannerMode(Banner.Mode.OFF);
        return application.run(
                "--server.port=0",
                "--guiju.data=" + directory,
                "--guiju.timekeeper.first=86400000",
                "--guiju.samples.every=86400000",
                "--logging.level.root=warn");
    }

    /// 有账号的机关: one organ with its filing, whose window, reviewer and decider can sign in.
    public record Staffed(String power, int organ) {
        public String user(String role) {
            return role + organ;
        }
    }

    /// Publishes a power for each organ; those who run a filing get accounts.
    public List<Staffed> staffed() {
        grow(organs);
        var accounts = context.getBean(Accounts.class);
        var staffed = new ArrayList<Staffed>();
        for (int i = 0; i < organs; i++) {
            if (licence(i)) {
                continue;
            }
            var one = new Staffed(code(i), 1 + i % organs);
            staffed.add(one);
            for (var role : List.of("window", "reviewer", "decider")) {
                int n = POSTS.indexOf(role) + 1;
                var person = new PersonId("b%03d-%s-%d".formatted(one.organ(), role, n));
                if (!accounts.isTaken(one.user(role))) {
                    accounts.addOfficer(one.user(role), PASSWORD, person, "某" + role);
                }
            }
        }
        return staffed;
    }

    private static OrganId organ(int i) {
        return new OrganId("bench-%03d".formatted(i));
    }

    private void establish(int i) {
        var appointments = context.getBean(Appointments.class);
        var name = new Text("基准第" + i + "局", "Bench bureau " + i);
        appointments.establish(
                new Organ(organ(i), Organ.Kind.BUREAU, null, name, "青岚县文昌路", "0570-0000100"),
                stamp("bench"));
        int n = 0;
        for (var role : POSTS) {
            var person = new PersonId("b%03d-%s-%d".formatted(i, role, ++n));
            appoint(person, organ(i), role, "某" + i + "之" + n);
        }
        if (i == 1) {
            context.getBean(Accounts.class)
                    .addOfficer(REVIEWER, PASSWORD, new PersonId("b001-reviewer-4"), "某审核");
        }
    }

    private void supervisors() {
        var name = new Text("派驻第四纪检监察组", "Resident discipline inspection group 4");
        context.getBean(Appointments.class)
                .establish(
                        new Organ(
                                SUPERVISORS,
                                Organ.Kind.DISCIPLINE,
                                null,
                                name,
                                "青岚县文昌路",
                                "0570-0000000"),
                        stamp("bench"));
        var person = new PersonId("b-supervisor-1");
        appoint(person, SUPERVISORS, "supervisor", "某监察");
        context.getBean(Accounts.class).addOfficer(SUPERVISOR, PASSWORD, person, "某监察");
    }

    private void appoint(PersonId person, OrganId organ, String role, String name) {
        context.getBean(Appointments.class)
                .appoint(
                        new Officer(person, organ, name, new Text("科员", "Officer")),
                        "行政审批科",
                        List.of(role),
                        SINCE,
                        stamp("bench"));
    }

    /// Publishes powers until there are so many.
    public void grow(int powers) {
        var catalogue = context.getBean(Catalogue.class);
        for (int i = settings.size(); i < powers; i++) {
            var code = code(i);
            if (catalogue.versions(code).isEmpty()) {
                publish(i, code);
            }
            settings.add(setting(catalogue.versions(code).getFirst()));
        }
    }

    private static boolean licence(int i) {
        return i % LICENCES == LICENCES - 1;
    }

    private static String code(int i) {
        return "330899-WL-%s-%d".formatted(licence(i) ? "XK" : "QT", FIRST_CODE + i);
    }

    /// The shipped text of the power, with its own code, name and organ.
    private String text(int i, String code) {
        var name = licence(i) ? "wangba-licence.yaml" : "performer-filing.yaml";
        var shipped = Objects.requireNonNull(ShippedDefinitions.texts().get(name), name);
        var old = licence(i) ? "330899-WL-XK-0012" : "330899-WL-QT-0006";
        return shipped.replace(old, code)
                .replace(old.replace("-", ""), code.replace("-", ""))
                .replaceFirst("(?m)^version: .*$", "version: 1")
                .replaceFirst("(?m)^in-force: .*$", "in-force: 2024-01-01")
                .replaceFirst("(?m)^organ: .*$", "organ: " + organ(1 + i % organs))
                .replaceFirst("(?m)^(  zh: .*)$", "$1（第" + (i + 1) + "类）");
    }

    private void publish(int i, String code) {
        var publish = context.getBean(PublishDefinition.class);
        switch (publish.submit(text(i, code), code, SINCE, stamp("bench"))) {
            case LoadResult.Rejected r ->
                    throw new IllegalStateException(code + ": " + r.problems().getFirst());
            case LoadResult.Loaded(var power) -> {
                var refusals = publish.confirm(code, 1, power.digest(), SINCE, stamp("bench-2"));
                if (!refusals.isEmpty()) {
                    throw new IllegalStateException(code + ": " + refusals);
                }
            }
        }
    }

    private Setting setting(PowerDefinition power) {
        var clock = context.getBean(OfficialClock.class);
        var situation =
                power.situations().stream()
                        .filter(s -> s.id().equals("cancellation") || s.id().equals("filing"))
                        .findFirst()
                        .orElseThrow();
        return new Setting(
                power,
                situation,
                context.getBean(Calendars.class).current(),
                staff(power.organ()),
                clock.today());
    }

    /// The organ's own people: whom the decider asks for is among them, and a search through three thousand is spared.
    private Roster staff(OrganId organ) {
        var all = context.getBean(Allocation.class).roster();
        return new Roster(
                all.assignments().stream().filter(a -> a.organ().equals(organ)).toList(),
                List.of(),
                List.of());
    }

    /// What cases of each power are played in.
    public List<Setting> settings() {
        return List.copyOf(settings);
    }

    private static Stamp stamp(String by) {
        var at = SINCE.atTime(LocalTime.of(8, 30)).atZone(OfficialClock.ZONE).toInstant();
        return Stamp.own(at, by, UUID.randomUUID());
    }
}
