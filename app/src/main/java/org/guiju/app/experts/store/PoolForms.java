package org.guiju.app.experts.store;

import static org.guiju.app.experts.store.Fields.number;
import static org.guiju.app.experts.store.Fields.yes;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.experts.Expert;
import org.guiju.kernel.experts.PoolEvent;
import org.guiju.kernel.experts.Share;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.shared.PersonId;

/// 专家库事件的形式. Who an expert is stands under his own key; the open entry knows his number only.
public final class PoolForms {
    private PoolForms() {}

    /// 专家库的事件流: the county has one pool.
    public static UUID stream() {
        return UUID.nameUUIDFromBytes("expert-pool:county".getBytes(StandardCharsets.UTF_8));
    }

    public static EventDraft draft(PoolEvent event) {
        return switch (event) {
            case PoolEvent.Established(var share, var both) ->
                    new Fields("expert-pool")
                            .open("part", share.part())
                            .open("whole", share.whole())
                            .open("both", both)
                            .draft("expert-pool.established");
            case PoolEvent.Activated() -> new Fields("expert-pool").draft("expert-pool.activated");
            case PoolEvent.Admitted(var e) ->
                    of(e.number())
                            .hide("name", e.name())
                            .hide("person", e.person().value())
                            .open("fields", e.fields().stream().sorted().toList())
                            .open("outside_system", e.outsideSystem())
                            .open("outside_region", e.outsideRegion())
                            .hide("qualification", e.qualification())
                            .draft("expert-pool.admitted");
            case PoolEvent.TermsConfirmed(var number) ->
                    of(number).draft("expert-pool.terms-confirmed");
            case PoolEvent.Appraised(var number, var kind, var said) ->
                    of(number).open("kind", kind).hide("text", said).draft("expert-pool.appraised");
            case PoolEvent.Exited(var number, var reason) ->
                    of(number).hide("reason", reason).draft("expert-pool.exited");
        };
    }

    private static Fields of(String number) {
        return new Fields("expert:" + number).open("number", number);
    }

    public static PoolEvent read(EventEntry e) {
        var number = e.text("number");
        return switch (e.kind()) {
            case "expert-pool.established" ->
                    new PoolEvent.Established(
                            new Share(number(e, "part"), number(e, "whole")), yes(e, "both"));
            case "expert-pool.activated" -> new PoolEvent.Activated();
            case "expert-pool.admitted" -> new PoolEvent.Admitted(expert(e, number));
            case "expert-pool.terms-confirmed" -> new PoolEvent.TermsConfirmed(number);
            case "expert-pool.appraised" ->
                    new PoolEvent.Appraised(
                            number, PoolEvent.Kind.valueOf(e.text("kind")), e.text("text"));
            case "expert-pool.exited" -> new PoolEvent.Exited(number, e.text("reason"));
            default -> throw new IllegalStateException("no pool knows of " + e.kind());
        };
    }

    /// After an erasure the number is all that is left.
    private static Expert expert(EventEntry e, String number) {
        var person = e.text("person");
        return new Expert(
                number,
                e.text("name"),
                new PersonId(person.isEmpty() ? "expert:" + number : person),
                Set.copyOf(e.texts("fields")),
                yes(e, "outside_system"),
                yes(e, "outside_region"),
                e.text("qualification"),
                false,
                Optional.empty());
    }
}
