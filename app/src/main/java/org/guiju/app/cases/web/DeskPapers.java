package org.guiju.app.cases.web;

import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.application.QueryCodes;
import org.guiju.app.cases.application.Sanctions;
import org.guiju.formats.calendar.DerivationWords;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.PenaltyEvent;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// 处罚文书与缴款: what the penalty's sections and papers show; read from the events, typed by nobody.
@Component
final class DeskPapers {
    private final DeskPenalty penalty;
    private final DeskWords words;
    private final QueryCodes codes;

    DeskPapers(DeskPenalty penalty, DeskWords words, QueryCodes codes) {
        this.penalty = penalty;
        this.words = words;
        this.codes = codes;
    }

    /// For the case page: investigation, opinions, what is owed.
    void fill(Model model, CaseFile file) {
        if (file.definition().penalty() == null) {
            return;
        }
        model.addAttribute("penalty", true);
        model.addAttribute("channel", words.say("channel." + file.state().opening().channel()));
        model.addAttribute("investigated", penalty.investigations(file));
        model.addAttribute("onTheWay", penalty.opinions(file));
        model.addAttribute("told", file.state().penalty().told());
        model.addAttribute("demanded", file.state().penalty().dues().demanded());
        model.addAttribute("court", file.state().penalty().dues().court());
        onTheSpot(model, file);
        account(model, file);
        var decided = file.state().penalty().decided();
        if (decided != null) {
            model.addAttribute("result", words.say("outcome." + decided.result().code()));
            model.addAttribute(
                    "sanction", Sanctions.read(file.definition(), decided.sanction()).orElse(null));
            model.addAttribute("sanctionWords", penalty.words(decided.sanction()));
        }
    }

    private void account(Model model, CaseFile file) {
        Sanctions.account(file)
                .ifPresent(a -> {
                    model.addAttribute("account", a);
                    model.addAttribute(
                            "dueWords",
                            words.locale().getLanguage().equals("en")
                                    ? DerivationWords.en(a.due())
                                    : DerivationWords.zh(a.due()));
                });
    }

    private void onTheSpot(Model model, CaseFile file) {
        file.history().stream()
                .filter(PenaltyEvent.PunishedOnTheSpot.class::isInstance)
                .map(PenaltyEvent.PunishedOnTheSpot.class::cast)
                .findFirst()
                .ifPresent(e -> {
                    model.addAttribute("spot", e);
                    model.addAttribute(
                            "spotOfficers",
                            e.officers().stream().map(words::person).sorted().toList());
                });
    }

    /// 行政处罚决定书, or the one on the spot, or the decision not to punish.
    void decision(Model model, CaseFile file, PenaltyEvent.PenaltyDecided decided) {
        fill(model, file);
        var report = file.state().penalty().report();
        model.addAttribute("decided", decided);
        model.addAttribute("factsFound", report == null ? decided.reasons() : report.facts());
        model.addAttribute("code", codes.of(file.id()));
    }

    /// @return whether there is a notice to print
    boolean notice(Model model, CaseFile file) {
        var told = file.state().penalty().told();
        if (told == null) {
            return false;
        }
        fill(model, file);
        var report = file.state().penalty().report();
        model.addAttribute("factsFound", report == null ? "" : report.facts());
        model.addAttribute("reasons", report == null ? "" : report.reasons());
        model.addAttribute(
                "sanction", Sanctions.read(file.definition(), told.sanction()).orElse(null));
        model.addAttribute("sanctionWords", penalty.words(told.sanction()));
        model.addAttribute("code", codes.of(file.id()));
        file.history().reversed().stream()
                .filter(CaseEvent.PartiesTold.class::isInstance)
                .map(CaseEvent.PartiesTold.class::cast)
                .findFirst()
                .ifPresent(p -> model.addAttribute("told", p));
        model.addAttribute("hearing", told.hearing());
        return true;
    }

    /// @return whether there is a demand to print
    boolean demand(Model model, CaseFile file) {
        fill(model, file);
        return file.state().penalty().dues().demanded() != null;
    }
}
