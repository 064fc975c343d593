package org.guiju.app.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.kernel.cases.Countersigning;
import org.guiju.kernel.cases.VerbEvent;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/// 流转情况: who was asked to sign and what he signed, what went back, who reads along, and what became of the decision.
@Controller
class DeskCourse {
    private final DeskAccess access;
    private final DeskWords words;

    DeskCourse(DeskAccess access, DeskWords words) {
        this.access = access;
        this.words = words;
    }

    /// 会签.
    record Asked(
            String step,
            String stepName,
            String mode,
            String question,
            String asker,
            boolean complete,
            List<Signatory> signatories) {}

    /// 会签人.
    ///
    /// @param agrees null while he has not signed
    /// @param signedBy who signed for him; empty where he did himself
    record Signatory(
            String person,
            String name,
            @Nullable Boolean agrees,
            String opinion,
            String signedBy,
            @Nullable LocalDate on) {}

    /// 其他流转, one line each.
    record Line(String kind, LocalDate on, String text, String reason) {}

    void fill(Model model, CaseFile file) {
        model.addAttribute("signing", signing(file));
        model.addAttribute("courseLines", lines(file));
        model.addAttribute(
                "informed",
                file.state().course().informed().stream().map(words::person).sorted().toList());
    }

    private List<Asked> signing(CaseFile file) {
        return file.state().course().asked().values().stream()
                .map(c ->
                        new Asked(
                                c.step(),
                                words.step(file, c.step()),
                                c.mode().code(),
                                c.question(),
                                words.person(c.asker()),
                                c.complete(),
                                c.signatories().stream().map(p -> signatory(c, p)).toList()))
                .toList();
    }

    private Signatory signatory(Countersigning c, PersonId person) {
        return c.given().stream()
                .filter(g -> person.equals(g.actingFor() == null ? g.by() : g.actingFor()))
                .findFirst()
                .map(g ->
                        new Signatory(
                                person.value(),
                                words.person(person),
                                g.agrees(),
                                g.opinion(),
                                g.actingFor() == null ? "" : words.person(g.by()),
                                g.on()))
                .orElseGet(() ->
                        new Signatory(person.value(), words.person(person), null, "", "", null));
    }

    private List<Line> lines(CaseFile file) {
        var lines = new ArrayList<Line>();
        for (var event : file.state().course().events()) {
            switch (event) {
                case VerbEvent.SentBack e ->
                        lines.add(
                                new Line(
                                        "sent-back",
                                        e.on(),
                                        words.say(
                                                "course.sentBack",
                                                words.person(e.by()),
                                                words.step(file, e.step()),
                                                words.step(file, e.to())),
                                        e.reason()));
                case VerbEvent.Urged e ->
                        lines.add(
                                new Line(
                                        "urged",
                                        e.on(),
                                        words.say(
                                                "course.urged",
                                                e.by() == null
                                                        ? words.say("desk.actor.applicant")
                                                        : words.person(e.by()),
                                                words.step(file, e.step())),
                                        e.note()));
                case VerbEvent.Terminated e ->
                        lines.add(
                                new Line(
                                        "terminated",
                                        e.on(),
                                        words.say(
                                                "course.terminated",
                                                words.say("endGround." + e.ground().code())),
                                        e.reasons()));
                case VerbEvent.DecisionCorrected e ->
                        lines.add(
                                new Line(
                                        "corrected",
                                        e.on(),
                                        words.say(
                                                "course.corrected",
                                                words.say("slip." + e.slip().code()),
                                                e.reads(),
                                                e.shouldRead()),
                                        e.reasons()));
                case VerbEvent.DecisionRevoked e ->
                        lines.add(
                                new Line(
                                        "revoked",
                                        e.on(),
                                        words.say(
                                                "course.revoked",
                                                words.say("revocation." + e.ground().code())),
                                        e.reasons()));
                case VerbEvent.Reopened e ->
                        lines.add(
                                new Line(
                                        "reopened",
                                        e.on(),
                                        words.say(
                                                "course.reopened",
                                                words.say("authority." + e.authority().code()),
                                                e.order(),
                                                words.outcome(
                                                        e.former(), file.definition().kind())),
                                        e.reasons()));
                case VerbEvent.LicenceNamed e ->
                        lines.add(
                                new Line(
                                        "licence",
                                        e.on(),
                                        words.say("course.licence." + e.act().code(), e.number()),
                                        ""));
                case VerbEvent.Deemed e ->
                        lines.add(
                                new Line(
                                        "deemed",
                                        e.on(),
                                        words.say("course.deemed", e.number()),
                                        e.reasons()));
                case VerbEvent.MoneyHandedIn e ->
                        lines.add(
                                new Line(
                                        "handed-in",
                                        e.day(),
                                        words.say(
                                                e.atBank()
                                                        ? "course.handedIn.bank"
                                                        : "course.handedIn.organ",
                                                words.person(e.by()),
                                                e.receipt()),
                                        e.lateReason()));
                case VerbEvent.Informed _,
                        VerbEvent.CountersignAsked _,
                        VerbEvent.Countersigned _,
                        VerbEvent.SignatoryAdded _,
                        VerbEvent.SignatoryRemoved _ -> {}
            }
        }
        return lines.reversed();
    }

    /// 流转情况 for a program.
    @GetMapping("/api/v1/cases/{no}/course")
    @ResponseBody
    Map<String, Object> course(CurrentUser user, @PathVariable String no) {
        var file = access.file(no, user.officer() ? user : DeskAccess.officer());
        var data = new LinkedHashMap<String, Object>();
        data.put("countersigning", signing(file));
        data.put("events", lines(file));
        data.put(
                "informed",
                file.state().course().informed().stream().map(PersonId::value).sorted().toList());
        return data;
    }
}
