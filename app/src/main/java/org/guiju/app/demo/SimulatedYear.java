package org.guiju.app.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.cases.FormPads;
import org.guiju.app.cases.application.DecidedCases;
import org.guiju.app.cases.application.NumberedForms;
import org.guiju.app.demo.SimulatedCase.Beginning;
import org.guiju.app.demo.SimulatedCase.Quirks;
import org.guiju.app.demo.SimulatedCase.Setting;
import org.guiju.app.ledger.Attachments;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Numbering;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.powers.LicenceTerms.Act;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.TimedId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 模拟的一年: some two thousand cases of the twelve months before a day, seeded, each decided act by act in virtual time and
/// then written. The same seed and day give the same cases.
@Component
class SimulatedYear {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedYear.class);
    private static final int DAYS = 365;
    private static final int COMPANIES = 60;
    private static final int FOUND_EARLIER = 4_000;
    private final Catalogue catalogue;
    private final Allocation allocation;
    private final Calendars calendars;
    private final Attachments attachments;
    private final Numbering numbering;
    private final DecidedCases cases;
    private final EventStore events;
    private final TransactionTemplate transaction;
    private final NumberedForms forms;
    private final FormPads accounts;
    private final Map<String, List<Filing>> papers = new HashMap<>();

    SimulatedYear(
            Catalogue catalogue,
            Allocation allocation,
            Calendars calendars,
            Attachments attachments,
            Numbering numbering,
            DecidedCases cases,
            EventStore events,
            TransactionTemplate transaction,
            NumberedForms forms,
            FormPads accounts) {
        this.catalogue = catalogue;
        this.allocation = allocation;
        this.calendars = calendars;
        this.attachments = attachments;
        this.numbering = numbering;
        this.cases = cases;
        this.events = events;
        this.transaction = transaction;
        this.forms = forms;
        this.accounts = accounts;
    }

    /// 一年的规模: how many cases of each kind of beginning.
    ///
    /// @param seed printed with the result, so that the year can be made again
    record Plan(long seed, LocalDate asOf, int applied, int found) {
        int all() {
            return applied + found;
        }
    }

    /// Plays and writes the year; returns the number of cases.
    int make(Plan plan) {
        var settings = settings(plan.asOf());
        var applied = settings.stream().filter(s -> s.situation().onApplication()).toList();
        var found = settings.stream().filter(s -> !s.situation().onApplication()).toList();
        var beginnings = new ArrayList<Planned>();
        var root = new SplittableRandom(plan.seed());
        for (int i = 0; i < plan.applied() + plan.found(); i++) {
            var from = i < plan.applied() ? applied : found;
            if (!from.isEmpty()) {
                var random = root.split();
                beginnings.add(
                        new Planned(
                                i,
                                from.get(random.nextInt(from.size())),
                                day(plan.asOf(), random),
                                random));
            }
        }
        // Numbers follow the day on which a case came in, as they would have been drawn.
        beginnings.sort(Comparator.comparing(Planned::day).thenComparing(Planned::index));
        return write(plan, beginnings);
    }

    private record Planned(int index, Setting setting, LocalDate day, SplittableRandom random) {}

    private List<Setting> settings(LocalDate asOf) {
        var roster = allocation.roster();
        var calendar = calendars.current();
        var all = new ArrayList<Setting>();
        for (var power : catalogue.allInForce(asOf)) {
            if (power.kind() != PowerKind.LICENCE && power.kind() != PowerKind.PENALTY) {
                continue;
            }
            if (catalogue.listing(power.code().value(), asOf) != CaseFacts.Listing.IN_FORCE) {
                continue;
            }
            for (var situation : power.situations()) {
                // Who changes, renews or gives back names a licence he has; those stand in
                // DemoLicences.
                boolean begins =
                        power.deed(situation.id()).filter(d -> d.act() != Act.ISSUE).isEmpty();
                if (begins
                        && !roster.holders(situation.first().role(), power.organ(), asOf)
                                .isEmpty()) {
                    all.add(new Setting(power, situation, calendar, roster, asOf));
                }
            }
        }
        return all;
    }

    private LocalDate day(LocalDate asOf, SplittableRandom random) {
        var calendar = calendars.current();
        var day = asOf.minusDays(1 + random.nextInt(DAYS));
        while (!calendar.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /// Day by day, each in one transaction: a pad's numbers are used in the order of time.
    private int write(Plan plan, List<Planned> all) {
        var days = new LinkedHashMap<LocalDate, List<Planned>>();
        all.forEach(p -> days.computeIfAbsent(p.day(), _ -> new ArrayList<>()).add(p));
        var pads = new SimulatedPads(forms, accounts, allocation.roster());
        int done = 0;
        try (var pool =
                Executors.newFixedThreadPool(
                        Math.max(1, Runtime.getRuntime().availableProcessors()))) {
            for (var some : days.values()) {
                done +=
                        transaction.execute(_ -> {
                            // Those that a killed start left out are made on the next.
                            var left = some.stream().filter(p -> missing(plan, p)).toList();
                            left.stream()
                                    .map(p -> begin(plan, p, pads))
                                    .map(s -> CompletableFuture.supplyAsync(() -> played(s), pool))
                                    .toList()
                                    .stream()
                                    .map(CompletableFuture::join)
                                    .sorted(Comparator.comparing(Played::at))
                                    .forEach(s -> store(plan, s, pads));
                            return left.size();
                        });
            }
        }
        LOG.info("simulated {} cases up to {} with seed {}", done, plan.asOf(), plan.seed());
        return done;
    }

    /// 一案: and its id.
    private record Played(UUID id, SimulatedCase simulated) {
        /// When its form was used, or when it began.
        Instant at() {
            return simulated.usedForm().orElse(simulated.acts().getFirst().at());
        }
    }

    private static Played played(Played planned) {
        planned.simulated().run();
        return planned;
    }

    private boolean missing(Plan plan, Planned planned) {
        return events.read(caseId(plan, planned)).isEmpty();
    }

    private static UUID caseId(Plan plan, Planned planned) {
        // The same again after a killed start, and of the year of its number.
        var day = planned.day().atStartOfDay(OfficialClock.ZONE).toInstant();
        return TimedId.of(day, id(plan, "case " + planned.index()));
    }

    private Played begin(Plan plan, Planned planned, SimulatedPads pads) {
        var setting = planned.setting();
        var random = planned.random();
        var quirks = Quirks.draw(random);
        var no =
                "%d-%04d"
                        .formatted(
                                planned.day().getYear(),
                                numbering.next("case:" + planned.day().getYear()));
        return new Played(
                caseId(plan, planned),
                new SimulatedCase(
                        setting,
                        random,
                        quirks,
                        setting.situation().onApplication()
                                ? applied(plan, planned, quirks, no)
                                : found(plan, planned, no, pads)));
    }

    private Beginning applied(Plan plan, Planned planned, Quirks quirks, String no) {
        var setting = planned.setting();
        var situation = setting.situation();
        int company = planned.random().nextInt(COMPANIES);
        var name = SimulatedNames.company(company);
        var subject = id(plan, "company-" + company).toString();
        var account = "sim-" + company;
        var papers = papers(setting.power(), situation, subject);
        var spare =
                quirks.incomplete() && papers.size() > 1
                        ? List.of(papers.getLast())
                        : List.<Filing>of();
        var given = papers.stream().filter(f -> !spare.contains(f)).toList();
        var opening =
                new CaseCommand.SubmitApplication(
                        no,
                        setting.power().code().value(),
                        situation.id(),
                        situation.channels().getFirst(),
                        new Applicant(subject, account, Applicant.Kind.ORGANISATION, name, name),
                        DemoForms.fill(situation, name, SimulatedNames.person(company), company),
                        given,
                        planned.day(),
                        "");
        return new Beginning(planned.day(), new Actor.Citizen(account), opening, spare, "");
    }

    private Beginning found(Plan plan, Planned planned, String no, SimulatedPads pads) {
        var setting = planned.setting();
        var situation = setting.situation();
        var random = planned.random();
        int n = random.nextInt(FOUND_EARLIER);
        boolean organisation = random.nextInt(100) < 35;
        var name = organisation ? SimulatedNames.company(n) : SimulatedNames.person(n);
        var officers =
                setting
                        .roster()
                        .holders(situation.first().role(), setting.power().organ(), planned.day())
                        .stream()
                        .toList();
        var answers = DemoForms.fill(situation, name, name, n % 900);
        var opening =
                new CaseCommand.RegisterClue(
                        no,
                        setting.power().code().value(),
                        situation.id(),
                        situation.channels().get(random.nextInt(situation.channels().size())),
                        new Applicant(
                                id(plan, "party-" + planned.index()).toString(),
                                "",
                                organisation ? Applicant.Kind.ORGANISATION : Applicant.Kind.PERSON,
                                name,
                                organisation
                                        ? name
                                        : name.charAt(0) + "*".repeat(name.length() - 1)),
                        answers,
                        List.of(),
                        planned.day(),
                        "");
        var officer = officers.get(random.nextInt(officers.size()));
        var form =
                situation.first().kind() == StepKind.ON_THE_SPOT
                        ? pads.next(setting.power().organ(), officer, planned.day())
                        : "";
        return new Beginning(planned.day(), new Actor.Officer(officer), opening, List.of(), form);
    }

    /// A company hands in the same papers every time; they are stored once.
    private List<Filing> papers(PowerDefinition power, Situation situation, String subject) {
        return papers.computeIfAbsent(
                power.code() + " " + situation.id() + " " + subject,
                _ ->
                        situation.materials().stream()
                                .filter(m -> m.source().uploaded())
                                .map(m -> {
                                    var stored =
                                            attachments.store(
                                                    subject,
                                                    "application/pdf",
                                                    new ByteArrayInputStream(
                                                            DemoForms.samplePdf(m.id())));
                                    return new Filing(
                                            m.id(),
                                            stored.id().toString(),
                                            stored.commitment(),
                                            m.name().zh() + ".pdf",
                                            stored.size());
                                })
                                .toList());
    }

    private void store(Plan plan, Played played, SimulatedPads pads) {
        var caseId = played.id();
        var simulated = played.simulated();
        if (!simulated.form().isEmpty() && simulated.usedForm().isEmpty()) {
            simulated.spotOfficer().ifPresent(p -> pads.unused(p, simulated.form()));
        }
        var acts = new ArrayList<DecidedCases.Decided>();
        for (var act : simulated.acts()) {
            acts.add(
                    new DecidedCases.Decided(
                            id(plan, caseId + "/" + acts.size()),
                            act.at(),
                            act.actor(),
                            act.command(),
                            act.events()));
        }
        cases.write(caseId, acts);
    }

    private static UUID id(Plan plan, String what) {
        return UUID.nameUUIDFromBytes(
                ("year " + plan.seed() + " " + plan.asOf() + " " + what)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
