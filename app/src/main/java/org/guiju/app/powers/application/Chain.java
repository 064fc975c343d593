package org.guiju.app.powers.application;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Organ;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.store.Registry;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.OrganId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 权责链条: 有岗位就有责任，有责任就有清单，有清单就有流程，有流程就有制度，有制度就有监督，有监督就有奖惩 (A82), post by post; and what every unit's organisation,
/// function, limits, procedure and responsibility rest on (A89).
@Service
public class Chain {
    private static final String LINKS = "chain";
    private static final String PROFILE = "profile";
    private final Registry registry;
    private final Catalogue catalogue;
    private final Allocation allocation;
    private final OfficialClock clock;

    Chain(Registry registry, Catalogue catalogue, Allocation allocation, OfficialClock clock) {
        this.registry = registry;
        this.catalogue = catalogue;
        this.allocation = allocation;
        this.clock = clock;
    }

    /// 环节, behind the post itself.
    public enum Link {
        /// 责任: the step says what the post answers for.
        RESPONSIBILITY,
        /// 清单: a power on the list needs the post.
        LIST,
        /// 流程: the post has a step in a flow.
        FLOW,
        /// 制度: the flow stands in an institution in force.
        INSTITUTION,
        /// 监督: the institution says who supervises.
        SUPERVISION,
        /// 奖惩: the institution says what a breach of the post costs, or the office what its good work earns.
        REWARD;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Link> of(String code) {
            return java.util.stream.Stream.of(values())
                    .filter(l -> l.code().equals(code))
                    .findFirst();
        }
    }

    /// 岗位行.
    ///
    /// @param links what each link consists of: names of powers, or what the office entered; a missing one is not there
    public record Row(Organ organ, String role, Map<Link, String> links) {
        public List<Link> missing() {
            return java.util.stream.Stream.of(Link.values())
                    .filter(l -> !links.containsKey(l))
                    .toList();
        }

        public String key() {
            return organ.id().value() + "/" + role;
        }
    }

    /// Every post that somebody holds today.
    public List<Row> rows() {
        var today = clock.today();
        var powers = catalogue.allInForce(today);
        var entered = registry.of(LINKS);
        var rows = new ArrayList<Row>();
        for (var organ : allocation.organs()) {
            var roles = new TreeSet<String>();
            for (var officer : allocation.officers(organ.id())) {
                allocation.roster().of(officer.person(), today).stream()
                        .filter(a -> a.organ().equals(organ.id()))
                        .forEach(a -> roles.add(a.role()));
            }
            for (var role : roles) {
                var links = new EnumMap<Link, String>(Link.class);
                for (var power : powers) {
                    if (power.organ().equals(organ.id())) {
                        fromPower(power, role, links);
                    }
                }
                for (var link : Link.values()) {
                    var entry = entered.get(organ.id().value() + "/" + role + "/" + link.code());
                    if (entry != null && !entry.text("text").isEmpty()) {
                        links.putIfAbsent(link, entry.text("text"));
                    }
                }
                rows.add(new Row(organ, role, links));
            }
        }
        return rows;
    }

    /// What the definition of a power gives to the post's chain.
    private static void fromPower(PowerDefinition power, String role, Map<Link, String> links) {
        var steps =
                power.situations().stream()
                        .flatMap(s -> s.steps().stream())
                        .filter(s -> s.role().equals(role))
                        .toList();
        if (steps.isEmpty()) {
            return;
        }
        var name = power.name();
        links.putIfAbsent(Link.LIST, name);
        links.putIfAbsent(Link.FLOW, steps.getFirst().name().zh());
        links.putIfAbsent(Link.INSTITUTION, name + " v" + power.version());
        steps.stream()
                .map(Step::duty)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(d -> links.putIfAbsent(Link.RESPONSIBILITY, d.zh()));
        links.putIfAbsent(Link.SUPERVISION, power.supervision().way().zh());
        power.accountability().stream()
                .filter(a -> a.who().equals(role))
                .findFirst()
                .ifPresent(a -> {
                    links.putIfAbsent(Link.RESPONSIBILITY, a.duty());
                    links.putIfAbsent(Link.REWARD, String.join("、", a.forms()));
                });
    }

    /// Fills a link that no definition fills.
    @Transactional
    public void fill(Row row, Link link, String text, Stamp stamp) {
        registry.enter(LINKS, row.key() + "/" + link.code(), Map.of("text", text), stamp);
    }

    /// 五个法定化.
    public enum Pillar {
        ORGANISATION,
        FUNCTION,
        LIMITS,
        PROCEDURE,
        RESPONSIBILITY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// 单位概况.
    ///
    /// @param bases what each rests on; missing ones are not there
    public record Unit(Organ organ, Map<Pillar, String> bases) {
        public int missing() {
            return Pillar.values().length - bases.size();
        }
    }

    public List<Unit> units() {
        return allocation.organs().stream().map(this::unit).toList();
    }

    /// The unit's profile; empty for an organ that there is not.
    public Optional<Unit> unit(String organ) {
        return allocation.organ(new OrganId(organ)).map(this::unit);
    }

    private Unit unit(Organ organ) {
        var bases = new EnumMap<Pillar, String>(Pillar.class);
        registry.get(PROFILE, organ.id().value())
                .ifPresent(e -> {
                    for (var pillar : Pillar.values()) {
                        if (!e.text(pillar.code()).isEmpty()) {
                            bases.put(pillar, e.text(pillar.code()));
                        }
                    }
                });
        return new Unit(organ, bases);
    }

    /// Enters what the unit rests on.
    @Transactional
    public void profile(Organ organ, Map<Pillar, String> bases, Stamp stamp) {
        var fields = new LinkedHashMap<String, String>();
        bases.forEach((pillar, basis) -> fields.put(pillar.code(), basis));
        registry.enter(PROFILE, organ.id().value(), fields, stamp);
    }
}
