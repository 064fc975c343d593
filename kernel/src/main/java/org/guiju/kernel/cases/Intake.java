package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 收件情况: how the application came in, and what has become of agent and originals since.
///
/// @param agent the mandate as it was last given; null where there is none
/// @param agentSince day on which it was given
/// @param endedOn the day from which it was taken back; null while it was not
/// @param originals by material, in the order in which they were seen
public record Intake(
        Bringing bringing,
        @Nullable Mandate agent,
        @Nullable LocalDate agentSince,
        @Nullable LocalDate endedOn,
        boolean oralSigned,
        Map<String, Original> originals,
        List<IssuedResult> fetched) {
    static final Intake NONE =
            new Intake(Bringing.SELF, null, null, null, false, Map.of(), List.of());

    public Intake {
        originals = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(originals));
        fetched = List.copyOf(fetched);
    }

    /// The agent who may act on the day, if there is one.
    public Optional<Mandate> agentOn(LocalDate day) {
        return Optional.ofNullable(agent).filter(m -> endedOn == null && m.runs(day));
    }

    /// 代办员, if somebody filled it in for the applicant.
    public Optional<PersonId> helper() {
        return Optional.ofNullable(bringing.helper());
    }

    /// 留存未退的原件.
    public List<Original> held() {
        return originals.values().stream().filter(Original::held).toList();
    }

    /// Whether an oral application still waits to be read back and signed.
    public boolean oralOpen() {
        return bringing.way() == Bringing.Way.ORAL && !oralSigned;
    }

    Intake with(IntakeEvent event) {
        return switch (event) {
            case IntakeEvent.Brought e -> brought(e);
            case IntakeEvent.AgentNamed e ->
                    new Intake(bringing, e.mandate(), e.on(), null, oralSigned, originals, fetched);
            case IntakeEvent.MandateEnded e ->
                    new Intake(bringing, agent, agentSince, e.on(), oralSigned, originals, fetched);
            case IntakeEvent.AgentActed _ -> this;
            case IntakeEvent.ResultFetched e -> fetched(e);
            case IntakeEvent.OriginalSeen e ->
                    original(
                            new Original(
                                    e.material(),
                                    e.handling(),
                                    e.on(),
                                    e.by(),
                                    e.handling() == Original.Handling.KEPT ? null : e.on()));
            case IntakeEvent.OriginalReturned e -> returned(e);
            case IntakeEvent.OralSigned _ ->
                    new Intake(bringing, agent, agentSince, endedOn, true, originals, fetched);
        };
    }

    private Intake brought(IntakeEvent.Brought e) {
        var mandate = e.bringing().mandate();
        var since = mandate == null ? null : e.on();
        return new Intake(e.bringing(), mandate, since, null, false, originals, fetched);
    }

    private Intake fetched(IntakeEvent.ResultFetched e) {
        var all = new ArrayList<>(fetched);
        all.add(e.result());
        return new Intake(bringing, agent, agentSince, endedOn, oralSigned, originals, all);
    }

    private Intake returned(IntakeEvent.OriginalReturned e) {
        var o = originals.get(e.material());
        if (o == null) {
            throw new CorruptHistory("no original of " + e.material(), e);
        }
        return original(new Original(o.material(), o.handling(), o.seenOn(), o.seenBy(), e.on()));
    }

    private Intake original(Original original) {
        var all = new LinkedHashMap<>(originals);
        all.remove(original.material());
        all.put(original.material(), original);
        return new Intake(bringing, agent, agentSince, endedOn, oralSigned, all, fetched);
    }
}
