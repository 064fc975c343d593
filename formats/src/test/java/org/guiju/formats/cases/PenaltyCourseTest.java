package org.guiju.formats.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.formats.cases.RoadOffice.*;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.cases.PenaltyEvent.Result;
import org.guiju.kernel.cases.Sanction;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.shared.Article;
import org.junit.jupiter.api.Test;

/// 普通程序: from the clue to the file, and every way in which somebody may try to cut it short.
class PenaltyCourseTest {
    private static final Sanction SMALL = fine("ordinary", 1_000);
    private static final Sanction LARGE = fine("ordinary", 2_000);

    @Test
    void aFineRunsFromTheClueToTheArchive() {
        var office = served(SMALL);
        assertThat(office.open()).containsExactlyInAnyOrder("collect", "publish");
        office.then(CASHIER, pay("collect", office.today, 100_000));
        office.laterCalendar(8).timePasses();
        assertThat(office.open()).containsExactly("archive");
        office.then(ARCHIVIST, new CaseCommand.Archive("archive"));
        assertThat(office.ended()).isEqualTo("punished");
    }

    private static RoadOffice served(Sanction sanction) {
        return RoadOffice.now().served(sanction);
    }

    @Test
    void aClueIsRegisteredByAnOfficerAndByNobodyElse() {
        var office = RoadOffice.now();
        assertThat(office.when(new Actor.Citizen("a"), office.clue("ordinary")).toString())
                .contains("CLUE_BY_OFFICER");
        office.refused(CaseRule.ROLE_HELD, LAWYER, office.clue("ordinary"));
        office.permitted(ONE, office.clue("ordinary"));
    }

    @Test
    void aPenaltyIsNotAppliedForAndALicenceIsNotFoundOnPatrol() {
        var office = RoadOffice.now();
        var c = (CaseCommand.RegisterClue) office.clue("ordinary");
        office.refused(
                CaseRule.SITUATION_OFFERED,
                ONE,
                new CaseCommand.SubmitApplication(
                        c.no(),
                        c.power(),
                        c.situation(),
                        c.channel(),
                        c.applicant(),
                        c.answers(),
                        c.filings(),
                        c.receivedOn(),
                        ""));
    }

    @Test
    void aClueThatIsNothingEndsWithItsReasons() {
        var office = RoadOffice.now().registered();
        office.refused(
                CaseRule.REASONS_GIVEN, ONE, new CaseCommand.ReportClue("check-clue", false, " "));
        office.then(ONE, new CaseCommand.ReportClue("check-clue", false, "有占用许可"));
        assertThat(office.ended()).isEqualTo("no-case");
    }

    @Test
    void nothingIsFiledBeforeTheLegalPostHasChecked() {
        var office =
                RoadOffice.now()
                        .registered()
                        .then(ONE, new CaseCommand.ReportClue("check-clue", true, "属实"));
        office.refused(CaseRule.STEP_OPEN, FILER, office.filing(ONE, TWO));
        office.then(LAWYER, new CaseCommand.CheckFiling("check-filing", true, "可以立案"));
        office.permitted(FILER, office.filing(ONE, TWO));
    }

    /// D19, as seed 004 orders it.
    @Test
    void underTheOlderInstitutionTheSupervisionOfficeChecksFirst() {
        var office = RoadOffice.historical();
        office.then(ONE, office.clue("ordinary"))
                .then(ONE, new CaseCommand.ReportClue("check-clue", true, "属实"));
        office.refused(CaseRule.STEP_OPEN, FILER, office.filing(ONE, TWO));
        office.refused(
                CaseRule.ROLE_HELD,
                LAWYER,
                new CaseCommand.CheckFiling("check-filing", true, "可以"));
        office.then(SUPERVISION, new CaseCommand.CheckFiling("check-filing", true, "同意立案"));
        office.permitted(FILER, office.filing(ONE, TWO));
    }

    @Test
    void aCheckThatSendsBackOpensTheClueAgain() {
        var office =
                RoadOffice.now()
                        .registered()
                        .then(ONE, new CaseCommand.ReportClue("check-clue", true, "属实"))
                        .then(LAWYER, new CaseCommand.CheckFiling("check-filing", false, "主体不明"));
        assertThat(office.open()).containsExactly("check-clue");
    }

    @Test
    void filingNamesTwoCertifiedOfficersWhoAreNotTheFiler() {
        var office = RoadOffice.now().toFile();
        office.refused(CaseRule.TWO_INVESTIGATORS, FILER, office.filing(ONE));
        office.refused(CaseRule.INVESTIGATORS_QUALIFIED, FILER, office.filing(ONE, THREE));
        office.hold("enforcer", FILER);
        office.certify(FILER, "city-enforcement");
        office.refused(CaseRule.TWO_KEYS_APART, FILER, office.filing(ONE, FILER));
        office.permitted(FILER, office.filing(ONE, TWO));
    }

    @Test
    void aCertificateThatLapsedTheDayBeforeStopsTheFiling() {
        var office = RoadOffice.now().toFile();
        office.certificates.removeIf(q -> q.person().equals(TWO));
        office.certificates.add(
                new Roster.Qualification(
                        TWO, "city-enforcement", LONG_AGO, office.today.minusDays(1)));
        office.refused(CaseRule.INVESTIGATORS_QUALIFIED, FILER, office.filing(ONE, TWO));
        office.certificates.add(
                new Roster.Qualification(TWO, "city-enforcement", LONG_AGO, office.today));
        office.permitted(FILER, office.filing(ONE, TWO));
    }

    @Test
    void filingBeginsNinetyCalendarDays() {
        var office = RoadOffice.now().filed();
        var filed = office.history.stream().filter(e -> e.toString().startsWith("CaseFiled"));
        assertThat(filed.findFirst().orElseThrow().toString())
                .contains("statuteDue=" + office.today.plusDays(91))
                // The sixtieth day is 1 May; the holidays end on the 5th (民法典 203).
                .contains("promiseDue=2026-05-06");
        assertThat(office.today.plusDays(90).getDayOfWeek().name()).isEqualTo("SUNDAY");
    }

    @Test
    void evidenceIsTakenByTwoNamedCertifiedOfficers() {
        var office = RoadOffice.now().filed();
        office.refused(CaseRule.TWO_INVESTIGATORS, ONE, office.evidence(ONE));
        office.refused(CaseRule.INVESTIGATORS_QUALIFIED, ONE, office.evidence(ONE, THREE));
        office.certify(THREE, "city-enforcement");
        office.refused(CaseRule.INVESTIGATOR_ACTS, THREE, office.evidence(THREE, TWO));
        office.permitted(ONE, office.evidence(ONE, THREE));
    }

    @Test
    void nobodyIsPunishedWithoutEvidence() {
        var office = RoadOffice.now().filed();
        office.refused(CaseRule.EVIDENCE_FIRST, ONE, conclude(SMALL));
        office.permitted(ONE, conclude(null));
        office.then(ONE, office.evidence(ONE, TWO)).permitted(ONE, conclude(SMALL));
    }

    @Test
    void theReportStandsOnlyWhenBothHaveSigned() {
        var office = RoadOffice.now().investigated().then(ONE, conclude(SMALL));
        assertThat(office.open()).containsExactly("investigate");
        office.refused(CaseRule.REPORT_SIGNED, ONE, new CaseCommand.SignReport("investigate"));
        office.refused(CaseRule.REPORT_SIGNED, ONE, office.evidence(ONE, TWO));
        office.then(TWO, new CaseCommand.SignReport("investigate"));
        assertThat(office.open()).containsExactly("notify");
    }

    @Test
    void nothingIsDecidedBeforeTheTimeToAnswerHasRunOut() {
        var office = RoadOffice.now().notified(SMALL);
        office.on(CALENDAR.plusWorkingDays(office.today, 5));
        assertThat(office.open()).containsExactly("notify");
        office.timePasses();
        assertThat(office.open()).containsExactly("notify");
        office.laterCalendar(1).timePasses();
        assertThat(office.open()).containsExactly("review-law");
    }

    @Test
    void whatIsSaidInDefenceIsRechecked() {
        var office = RoadOffice.now().notified(LARGE);
        office.then(ONE, new CaseCommand.RecordStatement("notify", "张三", "已当日清除"));
        office.then(ONE, new CaseCommand.WaiveHearing("notify", "张三"));
        assertThat(office.open()).containsExactly("recheck");
        office.then(ONE, new CaseCommand.Recheck("recheck", true, SMALL, "已及时改正，采纳"));
        assertThat(office.state().penalty().onTable()).isEqualTo(SMALL);
    }

    @Test
    void nobodyIsPunishedHarderForHavingAnswered() {
        var office = RoadOffice.now().notified(SMALL);
        office.then(ONE, new CaseCommand.RecordStatement("notify", "张三", "不服"))
                .then(ONE, new CaseCommand.WaiveHearing("notify", "张三"));
        office.refused(
                CaseRule.NOT_HEAVIER_FOR_DEFENCE,
                ONE,
                new CaseCommand.Recheck("recheck", false, fine("ordinary", 1_001), "态度恶劣"));
        office.permitted(ONE, new CaseCommand.Recheck("recheck", false, SMALL, "理由不成立"));
    }

    @Test
    void theCommitteeTooCannotGoBeyondWhatWasTold() {
        var office = RoadOffice.now().toCommittee(SMALL);
        office.refused(
                CaseRule.NOT_HEAVIER_FOR_DEFENCE,
                SECRETARY,
                office.committee(true, fine("ordinary", 1_001), FILER, MEMBER, DIRECTOR));
    }

    @Test
    void theLegalReviewerHoldsTheQualificationAndDidNotInvestigate() {
        var office = RoadOffice.now().unanswered(SMALL);
        var review = new CaseCommand.ReviewLegality("review-law", true, "合法");
        office.hold("legal-officer", THREE, ONE);
        office.refused(CaseRule.LEGAL_REVIEWER_QUALIFIED, THREE, review);
        office.certify(ONE, "legal-profession");
        office.refused(CaseRule.TWO_KEYS_APART, ONE, review);
        office.permitted(LAWYER, review);
    }

    @Test
    void aReviewThatDoesNotPassSendsTheCaseBackAndVoidsTheNotice() {
        var office =
                RoadOffice.now()
                        .unanswered(SMALL)
                        .then(LAWYER, new CaseCommand.ReviewLegality("review-law", false, "证据不足"));
        assertThat(office.open()).containsExactly("investigate");
        office.then(ONE, office.evidence(ONE, TWO))
                .then(ONE, conclude(SMALL))
                .then(TWO, new CaseCommand.SignReport("investigate"));
        assertThat(office.open()).containsExactly("notify");
        assertThat(office.state().penalty().told()).isNull();
    }

    @Test
    void theDecisionIsWhatTheCommitteeResolved() {
        var office = RoadOffice.now().resolved(SMALL);
        office.refused(CaseRule.BOUND_TO_RESOLUTION, DIRECTOR, punish(fine("ordinary", 999)));
        office.refused(
                CaseRule.BOUND_TO_RESOLUTION,
                DIRECTOR,
                new CaseCommand.DecidePenalty("decide", Result.SPARED, null, "算了"));
        office.permitted(DIRECTOR, punish(SMALL));
    }

    @Test
    void whereTheCommitteeDoesNotAgreeNobodyIsPunished() {
        var office = RoadOffice.now().toCommittee(SMALL);
        office.then(SECRETARY, office.committee(false, null, FILER, MEMBER, DIRECTOR))
                .then(DIRECTOR, new CaseCommand.SignMinutes("committee"));
        office.refused(CaseRule.BOUND_TO_RESOLUTION, DIRECTOR, punish(SMALL));
        office.permitted(
                DIRECTOR, new CaseCommand.DecidePenalty("decide", Result.UNPROVED, null, "事实不清"));
    }

    @Test
    void whoeverInvestigatedNeitherDecidesNorCollects() {
        var office = RoadOffice.now().resolved(SMALL);
        office.hold("head-of-organ", ONE);
        office.refused(CaseRule.TWO_KEYS_APART, ONE, punish(SMALL));
        var owing = served(SMALL);
        owing.hold("collector", ONE, DIRECTOR);
        owing.refused(CaseRule.TWO_KEYS_APART, ONE, pay("collect", owing.today, 100_000));
        owing.refused(CaseRule.TWO_KEYS_APART, DIRECTOR, pay("collect", owing.today, 100_000));
        owing.permitted(CASHIER, pay("collect", owing.today, 100_000));
    }

    @Test
    void aGravePenaltyIsDiscussedByTheHeadsThemselves() {
        var office = RoadOffice.now().toCommittee(LARGE);
        // A member who is no head sits on the committee: enough for a small fine, not for a grave
        // one.
        var sitting = office.committee(true, LARGE, FILER, MEMBER, DIRECTOR);
        office.assignments.removeIf(
                a -> a.person().equals(DIRECTOR) && a.role().equals("organ-head"));
        office.then(SECRETARY, sitting).then(DIRECTOR, new CaseCommand.SignMinutes("committee"));
        office.refused(CaseRule.HEADS_DISCUSSED, DIRECTOR, punish(LARGE));
    }

    @Test
    void aRefusalInAPenaltyCaseCitesThePenaltyLaw() {
        assertThat(CaseRule.POWER_IN_FORCE.basis(PowerKind.PENALTY))
                .isEqualTo(new Article("行政处罚法", "第四条"));
        for (var rule : CaseRule.values()) {
            assertThat(rule.basis(PowerKind.PENALTY).law())
                    .as("%s in a penalty case", rule)
                    .satisfiesAnyOf(
                            law -> assertThat(law).isNotEqualTo("行政许可法"),
                            _ -> assertThat(LICENCE_ONLY).contains(rule));
        }
    }

    /// Rules that a penalty case cannot come to.
    private static final Set<CaseRule> LICENCE_ONLY =
            Set.of(
                    CaseRule.MATERIALS_COMPLETE,
                    CaseRule.ONE_OFF_NOTICE_ONCE,
                    CaseRule.ONE_OFF_NOTICE_COMPLETE,
                    CaseRule.EVERY_STANDARD_TICKED,
                    CaseRule.TWO_INSPECTORS,
                    CaseRule.INSPECTORS_QUALIFIED,
                    CaseRule.INSPECTOR_RECORDS,
                    CaseRule.INSPECTION_ONCE,
                    CaseRule.INSPECTION_NOT_REPEATED,
                    CaseRule.DECISION_CITES_STANDARDS,
                    CaseRule.UNMET_STANDARD_NAMED,
                    CaseRule.APPEARS_IN_PERSON,
                    CaseRule.LICENCE_STANDS,
                    CaseRule.LICENCE_OF_APPLICANT,
                    CaseRule.RENEWAL_ASKED_IN_TIME,
                    CaseRule.QUOTA_LEFT,
                    CaseRule.ORDER_OF_RECEIPT);

    @Test
    void noPenaltyIsProposedDiscussedAndServedAndNobodyIsAskedToPay() {
        var office = RoadOffice.now().concluded(null);
        assertThat(office.open()).containsExactly("review-law");
        office.then(LAWYER, new CaseCommand.ReviewLegality("review-law", true, "轻微并及时改正"))
                .then(SECRETARY, office.committee(true, null, FILER, MEMBER, DIRECTOR))
                .then(DIRECTOR, new CaseCommand.SignMinutes("committee"));
        office.refused(CaseRule.BOUND_TO_RESOLUTION, DIRECTOR, punish(SMALL));
        office.then(
                        DIRECTOR,
                        new CaseCommand.DecidePenalty("decide", Result.SPARED, null, "行政处罚法第三十三条"))
                .then(
                        ONE,
                        new CaseCommand.Serve(
                                "serve-no-penalty", office.today, "direct", "张三", "签收", ""))
                .then(ARCHIVIST, new CaseCommand.Archive("archive"));
        assertThat(office.ended()).isEqualTo("not-punished");
    }

    @Test
    void whatIsFoundIsNotWhatWasToldNeedsANewNotice() {
        var office = RoadOffice.now().resolved(SMALL);
        office.refused(
                CaseRule.RIGHTS_TOLD,
                DIRECTOR,
                punish(new Sanction("dig", "ordinary", false, 100_000, "")));
    }

    @Test
    void anythingThatIsNotListedIsNotPunished() {
        var office = RoadOffice.now().investigated();
        office.refused(
                CaseRule.VIOLATION_LISTED,
                ONE,
                conclude(new Sanction("whistling", "ordinary", false, 100_000, "")));
        office.refused(
                CaseRule.SANCTION_PROVIDED,
                ONE,
                conclude(new Sanction("occupy", "slight", true, 0, "")));
        office.refused(
                CaseRule.SANCTION_PROVIDED,
                ONE,
                conclude(new Sanction("occupy", "slight", false, 0, "")));
    }

    @Test
    void aCaseOfTwoYearsAgoIsStillFiledAndTheDayAfterNoMore() {
        var office = RoadOffice.now().toFile();
        var found = office.state().opening().receivedOn();
        office.permitted(FILER, ended(found.minusYears(2), false));
        office.refused(
                CaseRule.LIMITATION_NOT_RUN_OUT,
                FILER,
                ended(found.minusYears(2).minusDays(1), false));
        office.permitted(FILER, ended(found.minusYears(5), true));
        office.refused(
                CaseRule.LIMITATION_NOT_RUN_OUT,
                FILER,
                ended(found.minusYears(5).minusDays(1), true));
    }

    private static CaseCommand ended(LocalDate day, boolean grave) {
        return new CaseCommand.FileCase("file", true, Set.of(ONE, TWO), day, grave, "立案");
    }

    @Test
    void everyEventFoldsAndTheMapOfDutiesKnowsWhoDidWhat() {
        var state = served(SMALL).state();
        assertThat(state.duties().keySet()).contains(ONE, TWO, LAWYER, FILER, DIRECTOR, MEMBER);
        assertThat(Map.copyOf(state.answers())).containsKey("found-at");
        assertThat(state.decided()).isInstanceOf(CaseEvent.Decision.class);
    }
}
