package org.guiju.app.cases.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.cases.Bringing;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.IntakeEvent;
import org.guiju.kernel.cases.IssuedResult;
import org.guiju.kernel.cases.Mandate;
import org.guiju.kernel.cases.Original;
import org.jspecify.annotations.Nullable;

/// Forms of who brings an application and which originals were seen. Who the agent is belongs to the applicant's own data.
final class IntakeForms {
    private IntakeForms() {}

    static final List<EventFormOf<?>> ALL =
            List.of(
                    new EventFormOf<>(
                            "case.brought",
                            IntakeEvent.Brought.class,
                            (e, d) -> {
                                var b = e.bringing();
                                d.open("way", b.way().code())
                                        .open("helper", ReceptionForms.id(b.helper()))
                                        .personal("words", b.words())
                                        .open("on", e.on())
                                        .open("officer", ReceptionForms.id(e.by()));
                                mandate(b.mandate(), d);
                            },
                            f ->
                                    new IntakeEvent.Brought(
                                            new Bringing(
                                                    Bringing.Way.ofCode(f.text("way"))
                                                            .orElseThrow(),
                                                    f.text("way").equals("agent")
                                                            ? mandate(f)
                                                            : null,
                                                    f.personOrNull("helper"),
                                                    f.text("words")),
                                            f.date("on"),
                                            f.personOrNull("officer"))),
                    new EventFormOf<>(
                            "case.agent-named",
                            IntakeEvent.AgentNamed.class,
                            (e, d) -> {
                                d.open("on", e.on()).open("officer", ReceptionForms.id(e.by()));
                                mandate(e.mandate(), d);
                            },
                            f ->
                                    new IntakeEvent.AgentNamed(
                                            mandate(f), f.date("on"), f.personOrNull("officer"))),
                    new EventFormOf<>(
                            "case.mandate-ended",
                            IntakeEvent.MandateEnded.class,
                            (e, d) ->
                                    d.open("on", e.on())
                                            .open("officer", ReceptionForms.id(e.by()))
                                            .personal("reason", e.reason()),
                            f ->
                                    new IntakeEvent.MandateEnded(
                                            f.text("reason"),
                                            f.date("on"),
                                            f.personOrNull("officer"))),
                    new EventFormOf<>(
                            "case.agent-acted",
                            IntakeEvent.AgentActed.class,
                            (e, d) ->
                                    d.open("scope", e.scope().code())
                                            .open("on", e.on())
                                            .open("officer", ReceptionForms.id(e.by()))
                                            .personal("agent", e.name()),
                            f ->
                                    new IntakeEvent.AgentActed(
                                            f.text("agent"),
                                            Mandate.Scope.ofCode(f.text("scope")).orElseThrow(),
                                            f.date("on"),
                                            f.personOrNull("officer"))),
                    new EventFormOf<>(
                            "case.result-fetched",
                            IntakeEvent.ResultFetched.class,
                            (e, d) ->
                                    d.open("material", e.result().material())
                                            .open("result_organ", e.result().organ())
                                            .open("on", e.on())
                                            .open("officer", ReceptionForms.id(e.by()))
                                            .personal("result_number", e.result().number())
                                            .personal("result_case", e.result().from()),
                            f ->
                                    new IntakeEvent.ResultFetched(
                                            new IssuedResult(
                                                    f.text("material"),
                                                    f.text("result_number"),
                                                    f.text("result_case"),
                                                    f.text("result_organ")),
                                            f.date("on"),
                                            f.personOrNull("officer"))),
                    new EventFormOf<>(
                            "case.original-seen",
                            IntakeEvent.OriginalSeen.class,
                            (e, d) ->
                                    d.open("material", e.material())
                                            .open("handling", e.handling().code())
                                            .open("on", e.on())
                                            .open("officer", ReceptionForms.id(e.by())),
                            f ->
                                    new IntakeEvent.OriginalSeen(
                                            f.text("material"),
                                            Original.Handling.ofCode(f.text("handling"))
                                                    .orElseThrow(),
                                            f.date("on"),
                                            f.personOrNull("officer"))),
                    new EventFormOf<>(
                            "case.original-returned",
                            IntakeEvent.OriginalReturned.class,
                            (e, d) ->
                                    d.open("material", e.material())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .personal("taker", e.to()),
                            f ->
                                    new IntakeEvent.OriginalReturned(
                                            f.text("material"),
                                            f.text("taker"),
                                            f.date("on"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.oral-signed",
                            IntakeEvent.OralSigned.class,
                            (e, d) ->
                                    d.open("on", e.on())
                                            .open("officer", e.by().value())
                                            .personal("witness", e.witness()),
                            f ->
                                    new IntakeEvent.OralSigned(
                                            f.text("witness"), f.date("on"), f.person("officer"))));

    private static void mandate(@Nullable Mandate m, Draft d) {
        if (m == null) {
            return;
        }
        d.personal("agent", m.name())
                .personal("document", m.document())
                .open("scope", m.scope().stream().map(Mandate.Scope::code).sorted().toList())
                .open("from", m.from())
                .open("until", m.until())
                .open("paper_seen", m.paperSeen())
                .open("online", m.online());
        ReceptionForms.filings(m.paper() == null ? List.of() : List.of(m.paper()), d);
    }

    private static Mandate mandate(Fields f) {
        List<Filing> paper = ReceptionForms.filings(f);
        Set<Mandate.Scope> scope =
                f.texts("scope").stream()
                        .map(s -> Mandate.Scope.ofCode(s).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet());
        return new Mandate(
                // Erased with the applicant's data.
                f.text("agent").isEmpty() ? ReceptionForms.ERASED : f.text("agent"),
                f.text("document"),
                scope,
                f.date("from"),
                f.date("until"),
                paper.isEmpty() ? null : paper.getFirst(),
                f.flag("paper_seen"),
                f.flag("online"));
    }
}
