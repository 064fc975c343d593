package org.guiju.app.cases.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.guiju.app.cases.CaseFile;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.powers.Step;
import org.springframework.stereotype.Component;

/// 环节条: the definition's main path with what has been done of it. Steps aside (补正, 听证) show once they were entered.
@Component
final class DeskFlow {
    private static final String RISKS = "ABC";
    private final DeskWords words;

    DeskFlow(DeskWords words) {
        this.words = words;
    }

    /// 环节.
    ///
    /// @param state `done`, `current` or `open`
    /// @param risk letter of the risk grade, empty for none
    record Stop(String name, String state, String risk, String small) {}

    List<Stop> strip(CaseFile file) {
        var path = path(file);
        var stops = new ArrayList<Stop>();
        for (var id : path) {
            file.situation().step(id).ifPresent(step -> stops.add(stop(file, step)));
        }
        return stops;
    }

    private static List<String> path(CaseFile file) {
        var path = new ArrayList<String>();
        var seen = new LinkedHashSet<String>();
        var todo = new ArrayList<String>(List.of(file.situation().first().id()));
        while (!todo.isEmpty()) {
            var id = todo.removeFirst();
            var step = file.situation().step(id);
            if (step.isEmpty() || !seen.add(id)) {
                continue;
            }
            path.add(id);
            todo.addAll(step.get().next(step.get().kind().required().getFirst()));
        }
        for (var round : file.state().rounds()) {
            if (seen.add(round.step())) {
                path.add(after(file, path, round.step()), round.step());
            }
        }
        return path;
    }

    private static int after(CaseFile file, List<String> path, String step) {
        for (int i = path.size() - 1; i >= 0; i--) {
            if (file.situation()
                    .step(path.get(i))
                    .filter(s -> s.successors().contains(step))
                    .isPresent()) {
                return i + 1;
            }
        }
        return path.size();
    }

    private Stop stop(CaseFile file, Step step) {
        var round = file.state().round(step.id());
        var risk =
                step.risk() == null
                        ? ""
                        : RISKS.substring(step.risk().grade() - 1, step.risk().grade());
        var state = round.isEmpty() ? "open" : round.get().open() ? "current" : "done";
        var small =
                round.map(r -> r.open() ? running(file, r) : finished(file, r))
                        .orElseGet(() -> limit(step));
        return new Stop(words.text(step.name()), state, risk, small);
    }

    private String finished(CaseFile file, StepRound round) {
        var closed = round.closedOn();
        var day = closed == null ? "" : DeskWords.brief(closed);
        return file.clock(round).map(c -> words.say("strip.done", c.used(), c.limit())).orElse(day);
    }

    private String running(CaseFile file, StepRound round) {
        return file.clock(round)
                .map(c ->
                        c.overrun(file.today())
                                ? words.say("strip.over", -c.left(), c.limit())
                                : c.due().equals(file.today())
                                        ? words.say("strip.today", c.limit())
                                        : words.say(
                                                "strip.running",
                                                DeskWords.brief(c.due()),
                                                c.limit()))
                .orElseGet(() -> words.say("strip.waiting"));
    }

    private String limit(Step step) {
        var limit = step.limit();
        if (limit == null) {
            return words.say("strip.unlimited");
        }
        var unit =
                limit.unit() == LimitUnit.WORKING_DAY
                        ? "strip.limit"
                        : "strip.limit." + limit.unit().code();
        return words.say(unit, limit.n()) + (step.counts() ? "" : words.say("strip.uncounted"));
    }
}
