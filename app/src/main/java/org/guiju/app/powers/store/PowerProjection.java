package org.guiju.app.powers.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.Remembered;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.Standings;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.kernel.adjustments.PowerStanding;
import org.guiju.kernel.cases.CaseFacts.Listing;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of published versions; a definition is read from its text once and kept by its digest, which never changes.
@Component
@Order(30)
public class PowerProjection implements Projection, Catalogue {
    private final JdbcClient jdbc;
    private final DefinitionReader reader = new DefinitionReader(CaseRule.ids());
    private final Remembered<Map<String, List<Version>>> byCode = new Remembered<>();
    private final Map<String, PowerDefinition> byDigest = new ConcurrentHashMap<>();

    private final Standings standings;

    PowerProjection(JdbcClient jdbc, Standings standings) {
        this.jdbc = jdbc;
        this.standings = standings;
    }

    /// Keeps a text under its digest.
    public void keep(String digest, String fileName, String text) {
        jdbc.sql(
                        "insert into definition_text values (:digest, :file, :text) on conflict do nothing")
                .param("digest", digest)
                .param("file", fileName)
                .param("text", text)
                .update();
    }

    /// The text of a digest, published or not.
    public Optional<String> kept(String digest) {
        return jdbc.sql("select text from definition_text where digest = :digest")
                .param("digest", digest)
                .query(String.class)
                .optional();
    }

    @Override
    public List<String> tables() {
        return List.of("power_version");
    }

    @Override
    public String reads() {
        return "power.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        byCode.changing();
        int newest = 0;
        for (var e : stream) {
            if ("power.cancelled".equals(e.kind())) {
                jdbc.sql(
                                "update projection.power_version set cancelled_on = :on"
                                        + " where code = :code and version <= :newest")
                        // A version published after the cancellation is not touched by it.
                        .param("newest", newest)
                        .param("on", LocalDate.parse(e.text("on")))
                        .param("code", e.text("power"))
                        .update();
                continue;
            }
            if ("power.absorbed".equals(e.kind())) {
                // What was published before another item came in does not know of it (A32).
                jdbc.sql(
                                "update projection.power_version set outdated_on = least(outdated_on, :on)"
                                        + " where code = :code and version <= :newest")
                        .param("newest", newest)
                        .param("on", LocalDate.parse(e.text("on")))
                        .param("code", e.text("power"))
                        .update();
                continue;
            }
            if (!"power.published".equals(e.kind())) {
                // What only waits for its confirmation drives no case and is on no list.
                continue;
            }
            newest = e.fields().get("version") instanceof Value.Int(var v) ? (int) v : newest;
            jdbc.sql(
                            """
                            insert into projection.power_version (code, version, digest, in_force, published_on)
                            values (:code, :version, :digest, :force, :published) on conflict do nothing
                            """)
                    .param("code", e.text("power"))
                    .param("version", newest)
                    .param("digest", e.text("digest"))
                    .param("force", LocalDate.parse(e.text("in_force")))
                    .param("published", LocalDate.parse(e.text("published")))
                    .update();
        }
    }

    /// 版本行.
    private record Version(
            int version,
            String digest,
            LocalDate inForce,
            @Nullable LocalDate cancelledOn,
            @Nullable LocalDate outdatedOn) {
        boolean outdatedOn(LocalDate day) {
            return outdatedOn != null && !outdatedOn.isAfter(day);
        }

        boolean listedOn(LocalDate day) {
            return !inForce.isAfter(day) && (cancelledOn == null || day.isBefore(cancelledOn));
        }
    }

    /// The versions of a power, newest first.
    private List<Version> rows(String code) {
        return byCode.get(this::read).getOrDefault(code, List.of());
    }

    private Map<String, List<Version>> read() {
        var found = new TreeMap<String, List<Version>>();
        jdbc.sql(
                        "select code, version, digest, in_force, cancelled_on, outdated_on from projection.power_version order by code, version desc")
                .query(rs -> {
                    found.computeIfAbsent(rs.getString(1), _ -> new ArrayList<>())
                            .add(
                                    new Version(
                                            rs.getInt(2),
                                            rs.getString(3),
                                            rs.getObject(4, LocalDate.class),
                                            rs.getObject(5, LocalDate.class),
                                            rs.getObject(6, LocalDate.class)));
                });
        return found;
    }

    @Override
    public Optional<PowerDefinition> version(String code, int version) {
        return rows(code).stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .map(v -> definition(v.digest()));
    }

    @Override
    public Optional<PowerDefinition> inForce(String code, LocalDate day) {
        var standing = standings.of(code);
        if (merged(standing, day)) {
            return Optional.empty();
        }
        return listed(code, day)
                .map(v -> definition(v.digest()))
                .filter(d -> d.inForceOn(day) && !givenAway(standing, d, day));
    }

    private Optional<Version> listed(String code, LocalDate day) {
        return rows(code).stream().filter(v -> v.listedOn(day)).findFirst();
    }

    private static boolean merged(PowerStanding standing, LocalDate day) {
        return standing.merged() != null && !standing.merged().from().isAfter(day);
    }

    /// From the day of a delegation, only an institution of the receiver counts.
    private static boolean givenAway(
            PowerStanding standing, @Nullable PowerDefinition definition, LocalDate day) {
        var delegation = standing.delegation();
        return delegation != null
                && !delegation.decision().effective().isAfter(day)
                && (definition == null || !definition.organ().equals(delegation.decision().to()));
    }

    @Override
    public Listing listing(String code, LocalDate day) {
        var standing = standings.of(code);
        if (merged(standing, day)) {
            return Listing.MERGED;
        }
        if (inForce(code, day).isPresent()) {
            return listed(code, day).filter(v -> v.outdatedOn(day)).isPresent()
                    ? Listing.OUTDATED
                    : Listing.IN_FORCE;
        }
        var cancelled = standing.cancelled();
        if (cancelled != null && !cancelled.from().isAfter(day)) {
            return Listing.CANCELLED;
        }
        var versions = versions(code);
        if (givenAway(standing, versions.isEmpty() ? null : versions.getFirst(), day)) {
            return Listing.DELEGATED;
        }
        if (versions.isEmpty()) {
            return inventoried(code) || standing.touched()
                    ? Listing.INVENTORY_ONLY
                    : Listing.UNKNOWN;
        }
        return versions.stream().allMatch(d -> d.inForce().isAfter(day))
                ? Listing.NOT_YET
                : Listing.ENDED;
    }

    @Override
    public Coverage coverage(LocalDate day) {
        var listings =
                byCode.get(this::read).keySet().stream()
                        // 内部权力 stands on no public list, so it counts neither as covered nor as
                        // missing.
                        .filter(c -> versions(c).stream().noneMatch(PowerProjection::inner))
                        .map(c -> listing(c, day))
                        .toList();
        long effective = listings.stream().filter(l -> l == Listing.IN_FORCE).count();
        long ahead = listings.stream().filter(l -> l == Listing.NOT_YET).count();
        var gone =
                standings.all().entrySet().stream()
                        .filter(s -> gone(s.getValue(), day))
                        .map(Map.Entry::getKey)
                        .toArray(String[]::new);
        long without =
                jdbc.sql(
                                "select count(*) from projection.power_item"
                                        + " where code not in (select code from projection.power_version)"
                                        + " and not code = any(:gone)")
                        .param("gone", gone)
                        .query(Long.class)
                        .single();
        long waiting =
                listings.stream()
                        .filter(l -> l == Listing.OUTDATED || l == Listing.DELEGATED)
                        .count();
        return new Coverage(effective, effective + ahead + waiting + without);
    }

    private static boolean inner(PowerDefinition power) {
        return power.kind() == PowerKind.INNER;
    }

    /// What is cancelled or merged is no power any more.
    private static boolean gone(PowerStanding standing, LocalDate day) {
        var cancelled = standing.cancelled();
        return merged(standing, day) || (cancelled != null && !cancelled.from().isAfter(day));
    }

    private boolean inventoried(String code) {
        return jdbc.sql("select exists (select 1 from projection.power_item where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<PowerDefinition> allInForce(LocalDate day) {
        return byCode.get(this::read).keySet().stream()
                .flatMap(code -> inForce(code, day).stream())
                .toList();
    }

    @Override
    public List<PowerDefinition> versions(String code) {
        return rows(code).stream().map(v -> definition(v.digest())).toList();
    }

    @Override
    public Optional<String> text(String code, int version) {
        return jdbc.sql(
                        """
                        select t.text from projection.power_version v join definition_text t using (digest)
                        where v.code = :code and v.version = :version
                        """)
                .param("code", code)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    private PowerDefinition definition(String digest) {
        return Objects.requireNonNull(
                byDigest.computeIfAbsent(
                        digest,
                        d -> {
                            var text =
                                    jdbc.sql(
                                                    "select text from definition_text where digest = :digest")
                                            .param("digest", d)
                                            .query(String.class)
                                            .single();
                            return switch (reader.readPublished(text, d)) {
                                case LoadResult.Loaded(var definition) -> definition;
                                case LoadResult.Rejected(var problems) ->
                                        throw new IllegalStateException(
                                                "the published text "
                                                        + d
                                                        + " no longer loads: "
                                                        + problems.getFirst());
                            };
                        }));
    }
}
