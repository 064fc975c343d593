package org.guiju.app.cases.application;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.PersonalState;
import org.guiju.app.cases.store.PersonalProjection;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.Erasure;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.cases.PersonalData;
import org.guiju.kernel.cases.PersonalData.Answer;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Service;

/// 个人信息处理: a person's data in a case are put away or destroyed by the head of the organ, as the law has it; the event that says so stays.
@Service
public class PersonalDesk {
    private static final String HEAD = "head-of-organ";
    private final EventStore events;
    private final Erasure erasure;
    private final PersonalProjection rows;
    private final CommandGate gate;
    private final OfficialClock clock;

    PersonalDesk(
            EventStore events,
            Erasure erasure,
            PersonalProjection rows,
            CommandGate gate,
            OfficialClock clock) {
        this.events = events;
        this.erasure = erasure;
        this.rows = rows;
        this.gate = gate;
        this.clock = clock;
    }

    /// What the law says of the person's data in this case today.
    public Answer answer(CaseFile file) {
        var closed = file.state().closed();
        return PersonalData.answer(
                file.definition().retention(), closed == null ? null : closed.on(), file.today());
    }

    /// Whether the officer is the one who decides it.
    public boolean mayDecide(CaseFile file, PersonId officer) {
        return file.facts()
                .roster()
                .holding(officer, HEAD, file.definition().organ(), file.today())
                .isPresent();
    }

    /// What was done already, and when.
    public Optional<PersonalState> state(CaseFile file) {
        return rows.find(subject(file));
    }

    /// Does what the law says.
    ///
    /// @param reason who asked for it and why; seen by those who handle the case
    /// @return what was done; [Answer#NEEDED] if nothing may be
    public Answer decide(CaseFile file, PersonId officer, String reason, UUID command) {
        var answer = answer(file);
        if (answer == Answer.NEEDED || !mayDecide(file, officer)) {
            return Answer.NEEDED;
        }
        var body = (file.id() + " " + answer + " " + reason).getBytes(StandardCharsets.UTF_8);
        gate.once(
                command,
                officer.value(),
                body,
                () -> {
                    record(file, officer, answer, reason, command);
                    return answer.name();
                });
        return answer;
    }

    private void record(
            CaseFile file, PersonId officer, Answer answer, String reason, UUID command) {
        var subject = subject(file);
        var stream = stream(subject);
        boolean erased = answer == Answer.ERASED;
        var open = new LinkedHashMap<String, Value>();
        open.put("subject", new Value.Str(subject));
        open.put("case", new Value.Str(file.id().toString()));
        open.put("officer", new Value.Str(officer.value()));
        open.put("on", new Value.Str(clock.today().toString()));
        open.put(
                "article",
                new Value.Str((erased ? PersonalData.DELETE : PersonalData.SEAL).cite()));
        var hidden =
                List.of(
                        new EventDraft.Hidden(
                                "handling:" + file.id(), "reason", new Value.Str(reason)));
        var added =
                events.append(
                        stream,
                        events.length(stream),
                        List.of(
                                new EventDraft(
                                        erased ? "personal.erased" : "personal.sealed",
                                        open,
                                        hidden,
                                        null,
                                        null,
                                        null)),
                        Stamp.own(clock.now(), officer.value(), command));
        added.forEach(rows::apply);
        if (erased) {
            erasure.erase(subject);
        } else {
            erasure.seal(subject);
        }
    }

    private static String subject(CaseFile file) {
        return file.state().opening().applicant().subject();
    }

    private static UUID stream(String subject) {
        return UUID.nameUUIDFromBytes(("personal:" + subject).getBytes(StandardCharsets.UTF_8));
    }
}
