package org.guiju.app.cases.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.guiju.kernel.cases.Ballot;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.Minutes;
import org.guiju.kernel.shared.PersonId;

/// Forms of meeting, decision, publicity, service and archive. That a meeting was quorate and how it resolved stands in
/// clear; who said and voted what is internal.
final class ConclusionForms {
    private ConclusionForms() {}

    static final List<EventFormOf<?>> ALL =
            List.of(
                    new EventFormOf<>(
                            "case.meeting-recorded",
                            CaseEvent.MeetingRecorded.class,
                            ConclusionForms::meeting,
                            ConclusionForms::meeting),
                    new EventFormOf<>(
                            "case.minutes-signed",
                            CaseEvent.MinutesSigned.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("officer", e.by().value())
                                            .open("resolution", e.resolution())
                                            .open("minutes_sha256", e.digest()),
                            f ->
                                    new CaseEvent.MinutesSigned(
                                            f.text("step"),
                                            f.person("officer"),
                                            f.text("resolution"),
                                            f.text("minutes_sha256"))),
                    new EventFormOf<>(
                            "case.decided",
                            CaseEvent.Decided.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("granted", e.granted())
                                            .open("cited", new TreeSet<>(e.cited()))
                                            .open("unmet", new TreeSet<>(e.unmet()))
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("reasons", e.reasons())
                                            .internal("withheld", e.withheld()),
                            f ->
                                    new CaseEvent.Decided(
                                            f.text("step"),
                                            f.flag("granted"),
                                            f.set("cited"),
                                            f.set("unmet"),
                                            f.text("reasons"),
                                            f.date("on"),
                                            f.person("officer"),
                                            f.text("withheld"))),
                    new EventFormOf<>(
                            "case.objection-raised",
                            CaseEvent.ObjectionRaised.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("on", e.on())
                                            .internal("objector", e.objector())
                                            .internal("contact", e.contact())
                                            .internal("objection", e.objection()),
                            f ->
                                    new CaseEvent.ObjectionRaised(
                                            f.text("step"),
                                            f.text("objector"),
                                            f.text("contact"),
                                            f.text("objection"),
                                            f.date("on"))),
                    new EventFormOf<>(
                            "case.served",
                            CaseEvent.Served.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("manner", e.manner())
                                            .open("officer", e.by().value())
                                            .internal("late", e.lateReason())
                                            .personal("recipient", e.recipient())
                                            .internal("proof", e.proof())
                                            .day(e.day()),
                            f ->
                                    new CaseEvent.Served(
                                            f.text("step"),
                                            ExaminationForms.day(f),
                                            f.text("manner"),
                                            f.text("recipient"),
                                            f.text("proof"),
                                            f.person("officer"),
                                            f.text("late"))),
                    new EventFormOf<>(
                            "case.archived",
                            CaseEvent.Archived.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("on", e.on())
                                            .open("officer", e.by().value()),
                            f ->
                                    new CaseEvent.Archived(
                                            f.text("step"), f.date("on"), f.person("officer"))));

    private static void meeting(CaseEvent.MeetingRecorded e, Draft d) {
        var m = e.minutes();
        var statements =
                m.statements().entrySet().stream()
                        .map(s -> s.getKey().value() + "=" + s.getValue())
                        .toList();
        var ballots =
                m.ballots().entrySet().stream()
                        .map(b -> b.getKey().value() + "=" + b.getValue().code())
                        .sorted()
                        .toList();
        d.open("step", e.step())
                .open("meeting", e.meeting())
                .open("chair", m.chair().value())
                .open("members_due", m.due().size())
                .open("members_present", m.present().size())
                .open("votes_for", m.count(Ballot.FOR))
                .open("votes_against", m.count(Ballot.AGAINST))
                .open("votes_abstained", m.count(Ballot.ABSTAIN))
                .open("agreed", m.agreed())
                .open("officer", e.by().value())
                .internal("late", e.lateReason())
                .internal("due_members", m.due().stream().map(PersonId::value).toList())
                .internal("statements", statements)
                .internal("ballots", ballots)
                .internal("dissent", m.dissent())
                .internal("summary", m.summary())
                .day(m.day());
    }

    private static CaseEvent.MeetingRecorded meeting(Fields f) {
        var statements = new LinkedHashMap<PersonId, String>();
        f.map("statements", s -> s).forEach((p, s) -> statements.put(new PersonId(p), s));
        var ballots = new LinkedHashMap<PersonId, Ballot>();
        f.map("ballots", b -> Ballot.ofCode(b).orElseThrow())
                .forEach((p, b) -> ballots.put(new PersonId(p), b));
        var minutes =
                new Minutes(
                        ExaminationForms.day(f),
                        f.person("chair"),
                        f.texts("due_members").stream().map(PersonId::new).toList(),
                        statements,
                        ballots,
                        f.flag("agreed"),
                        f.text("dissent"),
                        f.text("summary"));
        return new CaseEvent.MeetingRecorded(
                f.text("step"), f.text("meeting"), minutes, f.person("officer"), f.text("late"));
    }
}
