package org.guiju.app.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.application.RecusalCheck;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.kernel.allocation.RecusalGrounds.Ground;
import org.guiju.kernel.cases.RecusalEvent;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/// 回避: what was asked and answered, for all who read the case; what the registers say, for the person himself and for the head.
@Controller
class DeskRecusals {
    private final RecusalCheck check;
    private final DeskAccess access;
    private final DeskWords words;

    DeskRecusals(RecusalCheck check, DeskAccess access, DeskWords words) {
        this.check = check;
        this.access = access;
        this.words = words;
    }

    /// 申请和决定, one line a person and request.
    ///
    /// @param state `open`, `granted`, `denied` or `self`
    record Asked(
            String person,
            String name,
            String state,
            @Nullable LocalDate askedOn,
            String reason,
            @Nullable LocalDate answeredOn,
            String answer,
            String resolution) {}

    /// 系统提示.
    ///
    /// @param open whether the head has not spoken on it
    record Shown(
            String person, String name, List<String> grounds, List<String> steps, boolean open) {}

    void fill(Model model, CaseFile file, CurrentUser user) {
        model.addAttribute("recusals", asked(file));
        model.addAttribute("concerns", shown(file, user.person()));
        boolean closed = file.state().isClosed() || file.state().decided() != null;
        model.addAttribute("recusalOpen", !closed);
        model.addAttribute("recusalHead", RecusalCheck.head(file, user.person()));
        model.addAttribute("me", user.person().value());
    }

    private List<Asked> asked(CaseFile file) {
        var lines = new LinkedHashMap<PersonId, Asked>();
        for (var event : file.state().recusals().events()) {
            var p = event.person();
            var before = lines.get(p);
            lines.put(
                    p,
                    switch (event) {
                        case RecusalEvent.RecusalSought e ->
                                line(p, "open", e.on(), e.reason(), null, "", "");
                        case RecusalEvent.PersonRecused e ->
                                line(p, "self", null, "", null, e.reason(), "");
                        case RecusalEvent.RecusalDecided e ->
                                line(
                                        p,
                                        e.granted() ? "granted" : "denied",
                                        before == null ? null : before.askedOn(),
                                        before == null ? "" : before.reason(),
                                        e.on(),
                                        e.reason(),
                                        e.resolution());
                    });
        }
        return List.copyOf(lines.values());
    }

    private Asked line(
            PersonId person,
            String state,
            @Nullable LocalDate askedOn,
            String reason,
            @Nullable LocalDate answeredOn,
            String answer,
            String resolution) {
        return new Asked(
                person.value(),
                words.person(person),
                state,
                askedOn,
                reason,
                answeredOn,
                answer,
                resolution);
    }

    private List<Shown> shown(CaseFile file, PersonId reader) {
        var recusals = file.state().recusals();
        var concerns = RecusalCheck.head(file, reader) ? check.concerns(file) : own(file, reader);
        return concerns.stream()
                .map(c ->
                        new Shown(
                                c.person().value(),
                                words.person(c.person()),
                                c.grounds().stream().map(this::ground).toList(),
                                c.steps().stream().map(s -> words.step(file, s)).toList(),
                                !recusals.answered(c.person())))
                .toList();
    }

    private List<RecusalCheck.Concern> own(CaseFile file, PersonId reader) {
        var grounds = check.concerns(file, reader);
        return grounds.isEmpty()
                ? List.of()
                : List.of(new RecusalCheck.Concern(reader, grounds, java.util.Set.of()));
    }

    private String ground(Ground ground) {
        var says =
                switch (ground.source()) {
                    case KINSHIP -> words.say("recusal.relation." + ground.says());
                    case FORMER_POST, INTEREST -> ground.says();
                };
        return words.say("recusal.ground." + ground.source().name(), says)
                + words.say("desk.comma")
                + words.say("recusal.party", ground.party());
    }

    /// Requests with their answers, and what the registers say as far as the reader may know it.
    @GetMapping("/api/v1/cases/{no}/recusals")
    @ResponseBody
    Map<String, Object> recusals(CurrentUser user, @PathVariable String no) {
        var file = access.file(no, user.officer() ? user : DeskAccess.officer());
        var data = new LinkedHashMap<String, Object>();
        data.put("requests", asked(file));
        data.put("proposals", new ArrayList<>(shown(file, user.person())));
        return data;
    }
}
