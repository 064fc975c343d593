package org.guiju.app.portal.web;

import java.util.List;
import java.util.Map;
import org.guiju.app.cases.application.EarlierCases;
import org.guiju.app.portal.application.Applying;
import org.guiju.app.portal.application.Bringings;
import org.guiju.kernel.cases.IssuedResult;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// 不重复填写: what the pages of an application show of the applicant's earlier cases with the same organ. Only for a citizen who is
/// signed in, and for him who applies for himself: an agent's earlier cases are other people's.
@Component
class ApplyEarlier {
    private final EarlierCases earlier;

    ApplyEarlier(EarlierCases earlier) {
        this.earlier = earlier;
    }

    Map<String, EarlierCases.Told> told(Applying applying) {
        return earlier.told(cases(applying), applying.situation());
    }

    List<IssuedResult> results(Applying applying) {
        return fetched(applying).stream().map(EarlierCases.Fetched::result).toList();
    }

    private List<EarlierCases.Fetched> fetched(Applying applying) {
        return earlier.fetched(cases(applying), applying.situation());
    }

    void fill(Applying applying, Model model) {
        var open =
                told(applying).values().stream()
                        .filter(t -> applying.answer(t.field().id()).isEmpty())
                        .toList();
        model.addAttribute("told", open);
        model.addAttribute("fetched", fetched(applying));
    }

    private List<org.guiju.app.cases.CaseFile> cases(Applying applying) {
        return Bringings.agent(applying.draft().content())
                ? List.of()
                : earlier.of(applying.draft().account(), applying.definition().organ());
    }
}
