package org.guiju.app.portal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.application.RecusalCheck;
import org.guiju.kernel.cases.RecusalEvent;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// 申请回避 on the page of a party: whom he may name, by post and not by name, and what became of his requests.
@Component
class TrackRecusals {
    private final Allocation allocation;

    TrackRecusals(Allocation allocation) {
        this.allocation = allocation;
    }

    /// 可选人员: the post, with a number where several hold it.
    record Choice(String person, Text post, int nth) {}

    /// 申请及答复.
    record Answer(
            Text post, LocalDate askedOn, String state, String reason, @Nullable LocalDate on) {}

    void fill(CaseFile file, Model model) {
        boolean may = file.state().decided() == null && !file.state().isClosed();
        model.addAttribute("recusable", may ? choices(file) : List.of());
        model.addAttribute("recusals", answers(file));
    }

    /// The officer that the form names, where he is one of those offered.
    Optional<PersonId> chosen(CaseFile file, String who) {
        return choices(file).stream()
                .map(Choice::person)
                .filter(who::equals)
                .map(PersonId::new)
                .findFirst();
    }

    private List<Choice> choices(CaseFile file) {
        var seen = new HashMap<String, Integer>();
        var choices = new ArrayList<Choice>();
        for (var person : RecusalCheck.actingIn(file)) {
            var post = post(person);
            int nth = seen.merge(post.zh(), 1, Integer::sum);
            if (!file.state().recusals().pending().contains(person)
                    && !file.state().recusals().answered(person)) {
                choices.add(new Choice(person.value(), post, nth));
            }
        }
        return choices;
    }

    private List<Answer> answers(CaseFile file) {
        var answers = new LinkedHashMap<PersonId, Answer>();
        for (var event : file.state().recusals().events()) {
            switch (event) {
                case RecusalEvent.RecusalSought e ->
                        answers.put(
                                e.person(),
                                new Answer(post(e.person()), e.on(), "waiting", "", null));
                case RecusalEvent.RecusalDecided e ->
                        answers.computeIfPresent(
                                e.person(),
                                (_, a) ->
                                        new Answer(
                                                a.post(),
                                                a.askedOn(),
                                                e.granted() ? "granted" : "denied",
                                                e.reason(),
                                                e.on()));
                case RecusalEvent.PersonRecused e ->
                        answers.computeIfPresent(
                                e.person(),
                                (_, a) -> new Answer(a.post(), a.askedOn(), "granted", "", null));
            }
        }
        return List.copyOf(answers.values());
    }

    private Text post(PersonId person) {
        return allocation.officer(person).map(Officer::post).orElse(Text.zh(person.value()));
    }
}
