package org.guiju.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.application.Appointments;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.ledger.Stamp;
import org.guiju.kernel.allocation.Loan;
import org.guiju.kernel.allocation.RecusalGrounds;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.RecusalCommand;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 示例回避、借用和证件: an interest that speaks against a member of a meeting and waits for the head, a request that the head has
/// answered, a loan that waits for the lender, a certificate that lapses in twenty days.
@Component
class DemoSeparation {
    private static final OrganId CULTURE = new OrganId("qinglan-culture");
    private static final OrganId URBAN = new OrganId("qinglan-chengguan");
    private static final PersonId MEMBER = new PersonId("p-luosiyuan");
    private static final int LAPSES_IN = 20;
    private final Allocation allocation;
    private final Appointments appointments;
    private final CaseDesk desk;
    private final CaseQuery query;
    private final TransactionTemplate transaction;

    DemoSeparation(
            Allocation allocation,
            Appointments appointments,
            CaseDesk desk,
            CaseQuery query,
            TransactionTemplate transaction) {
        this.allocation = allocation;
        this.appointments = appointments;
        this.desk = desk;
        this.query = query;
        this.transaction = transaction;
    }

    /// Once: what a killed start left out of the case is made on the next, under the same commands.
    void make(LocalDate today) {
        if (allocation.interests(MEMBER).isEmpty()) {
            transaction.executeWithoutResult(_ -> registers(today));
        }
        denied("青岚长亭网咖", new PersonId("p-limin"));
    }

    private void registers(LocalDate today) {
        appointments.declare(
                CULTURE,
                new RecusalGrounds.Interest(
                        MEMBER, "青岚晨曦网咖", "弟弟是该企业股东", today.minusYears(1), null, today),
                stamp(MEMBER, "interest"));
        var keeper = new PersonId("p-zhongyuling");
        appointments.qualify(
                URBAN,
                new Roster.Qualification(
                        new PersonId("p-xiahouwen"),
                        "city-enforcement",
                        today.minusYears(2),
                        today.plusDays(LAPSES_IN)),
                stamp(keeper, "certificate"));
        appointments.askFor(
                new Loan(
                        "L1",
                        URBAN,
                        CULTURE,
                        new PersonId("p-hejingyi"),
                        "legal-officer",
                        Set.of(DemoPenaltyScript.POWER),
                        "法制科一人参加培训，另一人已参与调查，需借用法制审核人员",
                        today,
                        today.plusMonths(2),
                        Loan.State.ASKED,
                        keeper,
                        null),
                stamp(keeper, "loan"));
    }

    /// A party asked at the window, and the head found nothing in it.
    private void denied(String applicant, PersonId person) {
        var filter = new CaseQuery.Filter("", DemoScript.LICENCE, "", applicant, 1, 1);
        for (var row : query.find(filter).rows()) {
            act(
                    row.caseId(),
                    "p-shenruoxi",
                    new RecusalCommand.SeekRecusal(person, "申请人反映审查人员与同街另一网咖的经营者相识"));
            act(
                    row.caseId(),
                    "p-chenyuanshan",
                    new RecusalCommand.DecideRecusal(
                            person, false, "经核查，双方仅有一次公务接触，不影响公正办理", null, ""));
        }
    }

    private void act(UUID caseId, String officer, CaseCommand command) {
        var id = id(caseId + officer);
        DemoActs.done(desk.act(id, new Actor.Officer(new PersonId(officer)), caseId, command));
    }

    private Stamp stamp(PersonId by, String what) {
        return Stamp.own(desk.now(), by.value(), id(what));
    }

    private static UUID id(String what) {
        return UUID.nameUUIDFromBytes(("demo-separation:" + what).getBytes(StandardCharsets.UTF_8));
    }
}
