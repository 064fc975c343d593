package org.guiju.app.cases.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.guiju.app.cases.CaseAnswer;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.application.NumberedForms;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.RefusalWords;
import org.guiju.kernel.cases.CaseFacts;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.CirculationHandlers;
import org.guiju.kernel.cases.EndHandlers;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 可办事项: what this officer can do in the case now, and what he cannot and why; the decider itself is asked.
@Component
final class DeskOffers {
    private final RefusalWords refusals;
    private final DeskWords words;
    private final NumberedForms pads;

    DeskOffers(RefusalWords refusals, DeskWords words, NumberedForms pads) {
        this.pads = pads;
        this.refusals = refusals;
        this.words = words;
    }

    /// @param why null where nothing stands in the way
    record Offer(
            DeskAct act,
            String step,
            String stepName,
            String href,
            RefusalWords.@Nullable Said why) {
        public String code() {
            return act.code();
        }

        public boolean possible() {
            return why == null;
        }
    }

    List<Offer> of(CaseFile file, CurrentUser user) {
        var offers = new ArrayList<Offer>();
        if (file.state().isClosed()) {
            Arrays.stream(DeskAct.values())
                    .filter(act ->
                            act.afterEnd() || (act == DeskAct.RETURN_ORIGINAL && asks(file, act)))
                    .map(act -> offer(file, user, act, ""))
                    .filter(Offer::possible)
                    .forEach(offers::add);
            return offers;
        }
        for (var round : file.state().open()) {
            for (var act : DeskAct.values()) {
                if (!act.wholeCase() && act.fits(round.kind()) && belongs(file, act, round)) {
                    offers.add(offer(file, user, act, round.step()));
                }
            }
        }
        for (var act : DeskAct.values()) {
            if (act.wholeCase()
                    && !(act == DeskAct.WITHDRAW && !file.situation().onApplication())
                    && !(act.intake() && !asks(file, act))
                    && !(act == DeskAct.RESUME && file.state().standstill().on() == null)
                    && !(act.afterEnd() && file.state().decided() == null)) {
                offers.add(offer(file, user, act, ""));
            }
        }
        return offers;
    }

    /// Whether there is anything to do: an agent to send away, an original to give back, a record to be signed.
    private static boolean asks(CaseFile file, DeskAct act) {
        var intake = file.state().intake();
        return file.situation().onApplication()
                && switch (act) {
                    case READ_BACK -> intake.oralOpen();
                    case END_MANDATE -> intake.agentOn(file.today()).isPresent();
                    case RETURN_ORIGINAL -> !intake.held().isEmpty();
                    default -> true;
                };
    }

    private static boolean belongs(CaseFile file, DeskAct act, StepRound round) {
        var signing = file.state().course().countersigning(round.step());
        return switch (act) {
            case CONFIRM_LATE_ENTRY -> round.late();
            case SEND_BACK -> !earlier(file, round.step()).isEmpty();
            case COUNTERSIGN, ADD_SIGNATORY, REMOVE_SIGNATORY ->
                    signing.filter(c -> !c.complete()).isPresent();
            case ASK_COUNTERSIGN ->
                    !round.kind().isCollective() && signing.filter(c -> !c.complete()).isEmpty();
            default -> true;
        };
    }

    /// Steps that the case can go back to from here.
    static List<String> earlier(CaseFile file, String from) {
        return CirculationHandlers.earlier(file.situation(), file.state(), from);
    }

    /// A step to go back to, or to begin again at, with which the decider can be asked.
    private static String to(CaseFile file, DeskAct act, String step) {
        var steps =
                act == DeskAct.REOPEN ? EndHandlers.redone(file.situation()) : earlier(file, step);
        return steps.isEmpty() ? "" : steps.getLast();
    }

    Offer offer(CaseFile file, CurrentUser user, DeskAct act, String step) {
        var href =
                "/desk/cases/%s/acts/%s%s"
                        .formatted(
                                file.state().opening().no(),
                                act.code(),
                                step.isEmpty() ? "" : "?step=" + step);
        var stepName = step.isEmpty() ? "" : words.step(file, step);
        return new Offer(act, step, stepName, href, obstacle(file, user, act, step));
    }

    private RefusalWords.@Nullable Said obstacle(
            CaseFile file, CurrentUser user, DeskAct act, String step) {
        var known = file.facts();
        var facts =
                new CaseFacts(
                        file.today(),
                        DeskAccess.actor(user),
                        known.listing(),
                        known.definition(),
                        known.calendar(),
                        known.roster(),
                        known.definition() == null || known.definition().penalty() == null
                                ? known.forms()
                                : pads.unused(known.definition().organ(), user.person()),
                        known.entrusted(),
                        known.council());
        var command =
                act.bare(
                        step,
                        new DeskAct.Who(
                                user.person(),
                                file.today(),
                                file.state().penalty().onTable(),
                                to(file, act, step)));
        return Cases.mayI(facts, file.history(), command).stream()
                .filter(r -> act.standsInTheWay(r.code()))
                .findFirst()
                .map(r -> said(file, r))
                .orElse(null);
    }

    /// The refusal in words, its step named in the reader's language.
    RefusalWords.Said said(CaseFile file, Refusal refusal) {
        var step = refusal.facts().get("step");
        var facts = new java.util.HashMap<String, String>(refusal.facts());
        if (step != null) {
            facts.put("stepName", words.step(file, step));
        }
        return refusals.of(
                new Refusal(refusal.code(), refusal.basis(), Map.copyOf(facts)), words.locale());
    }

    RefusalWords.Said said(CaseFile file, CaseAnswer.Reason reason) {
        return said(file, reason.refusal());
    }
}
