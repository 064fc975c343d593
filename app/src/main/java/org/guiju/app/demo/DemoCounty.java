package org.guiju.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.application.Appointments;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.application.PublishDefinition;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.powers.PowerDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 示例县的建立: on the first start, organs, officers, calendar, definitions and cases; later starts find them there.
@Component
@ConditionalOnProperty("guiju.demo")
@Order(20)
class DemoCounty implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCounty.class);
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private final Allocation allocation;
    private final Appointments appointments;
    private final PublishDefinition publish;
    private final DemoCases cases;
    private final DemoPenalties penalties;
    private final DemoLicences licences;
    private final DemoFilings filings;
    private final DemoLand land;
    private final DemoWindows windows;
    private final DemoClearing clearing;
    private final DemoStaffing staffing;
    private final DemoExperts experts;
    private final DemoMeetings meetings;
    private final DemoDiscretion discretion;
    private final DemoMatters matters;
    private final DemoSeparation separation;
    private final CaseQuery query;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;
    private final DefinitionReader reader = new DefinitionReader();

    DemoCounty(
            Allocation allocation,
            Appointments appointments,
            PublishDefinition publish,
            DemoCases cases,
            DemoPenalties penalties,
            DemoLicences licences,
            DemoFilings filings,
            DemoLand land,
            DemoWindows windows,
            DemoClearing clearing,
            DemoStaffing staffing,
            DemoExperts experts,
            DemoMeetings meetings,
            DemoDiscretion discretion,
            DemoMatters matters,
            DemoSeparation separation,
            CaseQuery query,
            OfficialClock clock,
            TransactionTemplate transaction) {
        this.allocation = allocation;
        this.appointments = appointments;
        this.publish = publish;
        this.cases = cases;
        this.penalties = penalties;
        this.licences = licences;
        this.filings = filings;
        this.land = land;
        this.windows = windows;
        this.clearing = clearing;
        this.staffing = staffing;
        this.experts = experts;
        this.meetings = meetings;
        this.discretion = discretion;
        this.matters = matters;
        this.separation = separation;
        this.query = query;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Makes what is missing; a county half made by a start that was killed is made to its end.
    @Override
    public void run(ApplicationArguments args) {
        if (allocation.organs().isEmpty()) {
            transaction.executeWithoutResult(_ -> people());
        }
        transaction.executeWithoutResult(_ -> definitions());
        transaction.executeWithoutResult(_ -> staffing.make(SINCE, stamp(SINCE)));
        transaction.executeWithoutResult(_ -> discretion.make(SINCE, clock.today()));
        cases();
        penalties();
        licences.make(clock.today());
        filings.make(clock.today());
        land.make(clock.today());
        transaction.executeWithoutResult(_ -> windows.make());
        transaction.executeWithoutResult(_ -> clearing.make(clock.today()));
        transaction.executeWithoutResult(_ -> experts.make(clock.today()));
        meetings.make(clock.today());
        matters.make(clock.today());
        separation.make(clock.today());
    }

    private Stamp stamp(LocalDate day) {
        var at = day.atTime(LocalTime.of(8, 30)).atZone(OfficialClock.ZONE).toInstant();
        return Stamp.own(
                at,
                "demo",
                UUID.nameUUIDFromBytes(("demo:" + day).getBytes(StandardCharsets.UTF_8)));
    }

    private void people() {
        DemoPeople.ORGANS.forEach(o -> appointments.establish(o, stamp(SINCE)));
        for (var p : DemoPeople.OFFICERS) {
            appointments.appoint(p.officer(), p.section(), p.roles(), SINCE, stamp(SINCE));
            for (var certificate : p.certificates()) {
                appointments.qualify(
                        p.organ(),
                        new Roster.Qualification(p.id(), certificate, SINCE, null),
                        stamp(SINCE));
            }
        }
        DemoPeople.FORMER_POSTS.forEach(
                held -> appointments.held(DemoPeople.organOf(held.person()), held, stamp(SINCE)));
        DemoPeople.KIN.forEach(
                kin -> appointments.related(DemoPeople.organOf(kin.person()), kin, stamp(SINCE)));
    }

    private void definitions() {
        ShippedDefinitions.texts()
                .forEach((file, text) -> {
                    var day = SINCE.plusMonths(3);
                    // Which organ's clerk submits stands in the text itself.
                    switch (reader.read(text, file)) {
                        case LoadResult.Rejected(var problems) ->
                                throw new IllegalStateException(
                                        file + " does not load: " + problems.getFirst());
                        case LoadResult.Loaded(var power) -> {
                            var code = power.code().value();
                            publish.submit(text, file, day, stamp("catalogue-clerk", power, day));
                            if (publish.waiting(code, power.version()).isPresent()) {
                                publish.confirm(
                                        code,
                                        power.version(),
                                        power.digest(),
                                        day,
                                        stamp("catalogue-confirmer", power, day));
                            }
                        }
                    }
                });
    }

    /// As an officer of the power's organ who holds the role: one submits a text, another confirms it (A56).
    private Stamp stamp(String role, PowerDefinition power, LocalDate day) {
        var officer =
                DemoPeople.OFFICERS.stream()
                        .filter(p -> p.organ().equals(power.organ()) && p.roles().contains(role))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("nobody is " + role));
        var anybody = stamp(day);
        return Stamp.own(anybody.at(), officer.id().value(), anybody.command());
    }

    /// Those cases that a killed start left out are made on the next; a case half way is left as it is.
    private void cases() {
        var power = DemoScript.LICENCE;
        var there = query.find(new CaseQuery.Filter("", power, "", "", 1, 1)).total();
        for (int i = (int) there; i < DemoScript.ALL.size(); i++) {
            cases.make(power, DemoScript.ALL.get(i), i, clock.today());
        }
        LOG.info("the demo county has {} cases", Math.max(there, DemoScript.ALL.size()));
    }

    private void penalties() {
        penalties.pads(clock.today());
        var power = DemoPenaltyScript.POWER;
        var there = query.find(new CaseQuery.Filter("", power, "", "", 1, 1)).total();
        for (int i = (int) there; i < DemoPenaltyScript.ALL.size(); i++) {
            penalties.make(DemoPenaltyScript.ALL.get(i), i, clock.today());
        }
    }
}
