package org.guiju.app.powers.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.Standings;
import org.guiju.app.powers.application.PublishDefinition;
import org.guiju.app.powers.application.SuperiorCatalogues;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.powers.PowerDefinition;
import org.springframework.stereotype.Component;

/// 公布条件: what must hold between a faultless text and those published before it. A version once published never changes, and no
/// text is in force before it is public.
@Component
public class CatalogRules {
    private final Catalogue catalogue;
    private final Allocation allocation;
    private final EventStore events;
    private final PublishDefinition publish;
    private final OfficialClock clock;
    private final Standings standings;
    private final SuperiorCatalogues superior;

    CatalogRules(
            Catalogue catalogue,
            Allocation allocation,
            EventStore events,
            PublishDefinition publish,
            OfficialClock clock,
            Standings standings,
            SuperiorCatalogues superior) {
        this.superior = superior;
        this.standings = standings;
        this.catalogue = catalogue;
        this.allocation = allocation;
        this.events = events;
        this.publish = publish;
        this.clock = clock;
    }

    /// 取消: from which day, and on what basis.
    record Cancelled(LocalDate on, String basis) {}

    /// 公布: when.
    record Published(String code, int version, LocalDate on) {}

    /// Whether this very text is published already: sending it again changes nothing.
    public boolean published(PowerDefinition text) {
        return catalogue
                .version(text.code().value(), text.version())
                .filter(d -> d.digest().equals(text.digest()))
                .isPresent();
    }

    /// Why the text cannot be published although it has no fault of its own.
    public FormErrors unfit(PowerDefinition text) {
        var errors = new FormErrors();
        var code = text.code().value();
        var versions = catalogue.versions(code);
        int latest = versions.isEmpty() ? 0 : versions.getFirst().version();
        if (cancelled(code).isPresent()) {
            errors.add("text", "catalog.powers.error.cancelled", code);
        }
        var standing = standings.of(code);
        if (standing.merged() != null) {
            errors.add("text", "adjustments.error.merged", code, standing.merged().into());
        }
        if (text.version() <= latest) {
            errors.add(
                    "text",
                    "catalog.powers.error.version",
                    number(text.version()),
                    number(latest + 1));
        }
        var delegated = standing.delegation();
        var holder =
                delegated != null
                        ? delegated.decision().to()
                        : versions.isEmpty() ? text.organ() : versions.getFirst().organ();
        if (!holder.equals(text.organ())) {
            errors.add("text", "catalog.powers.error.organ", holder.value());
        } else if (allocation.organ(text.organ()).isEmpty()) {
            errors.add("text", "catalog.powers.error.unknownOrgan", text.organ().value());
        }
        superior.deviations(text).stream()
                .filter(d -> !d.kind().allowed())
                .forEach(d ->
                        errors.add("text", "superior.error." + d.kind(), d.superior(), d.county()));
        if (text.inForce().isBefore(clock.today())) {
            errors.add("text", "catalog.powers.error.retroactive", clock.today().toString());
        }
        return errors;
    }

    private static String number(int n) {
        return Integer.toString(n);
    }

    Optional<Cancelled> cancelled(String code) {
        return events.read(PublishDefinition.stream(code)).stream()
                .filter(e -> "power.cancelled".equals(e.kind()))
                .reduce((_, later) -> later)
                .map(e ->
                        new Cancelled(
                                LocalDate.parse(text(e.fields().get("on"))),
                                text(e.fields().get("basis"))));
    }

    /// Every version ever published, in the order of publishing.
    List<Published> all() {
        var all = new ArrayList<Published>();
        events.walk(
                "power.",
                stream ->
                        stream.stream()
                                .filter(e -> "power.published".equals(e.kind()))
                                .forEach(e ->
                                        all.add(
                                                new Published(
                                                        text(e.fields().get("power")),
                                                        e.fields().get("version")
                                                                        instanceof Value.Int(var v)
                                                                ? Math.toIntExact(v)
                                                                : 0,
                                                        LocalDate.parse(
                                                                text(
                                                                        e.fields()
                                                                                .get(
                                                                                        "published")))))));
        return all;
    }

    /// Every text that waits for its confirmation, by code and version.
    List<PublishDefinition.Waiting> waiting() {
        var codes = new TreeMap<String, TreeSet<Integer>>();
        events.walk(
                "power.",
                stream ->
                        stream.stream()
                                .filter(e -> "power.submitted".equals(e.kind()))
                                .forEach(e ->
                                        codes.computeIfAbsent(
                                                        text(e.fields().get("power")),
                                                        _ -> new TreeSet<>())
                                                .add(
                                                        e.fields().get("version")
                                                                        instanceof Value.Int(var v)
                                                                ? Math.toIntExact(v)
                                                                : 0)));
        return codes.entrySet().stream()
                .flatMap(c ->
                        c.getValue().stream().flatMap(v -> publish.waiting(c.getKey(), v).stream()))
                .toList();
    }

    private static String text(@org.jspecify.annotations.Nullable Value value) {
        return value instanceof Value.Str(var text) ? text : "";
    }
}
