package org.guiju.app.powers.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Organ;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.store.Registry;
import org.guiju.kernel.powers.PowerDefinition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 重点标注: key fields of powers, key departments, key posts (A21–A23); the registers that follow from them.
@Service
public class KeyTags {
    /// 重点领域: project arrangement, construction, fund management, land grant, property-rights trading, enforcement.
    public static final List<String> FIELDS =
            List.of("projects", "construction", "funds", "land", "property", "enforcement");

    /// 重点岗位: collection, on-site supervision, sign-and-approve.
    public static final List<String> POSTS = List.of("collection", "on-site", "approval");

    /// 重点环节: discretion, exercising procedure, electronic supervision, publicity, time-limited completion.
    public static final List<String> LINKS =
            List.of("discretion", "procedure", "e-supervision", "publicity", "time-limit");

    private final Registry registry;
    private final Catalogue catalogue;
    private final Allocation allocation;
    private final AdjustmentRegister names;
    private final OfficialClock clock;

    KeyTags(
            Registry registry,
            Catalogue catalogue,
            Allocation allocation,
            AdjustmentRegister names,
            OfficialClock clock) {
        this.registry = registry;
        this.catalogue = catalogue;
        this.allocation = allocation;
        this.names = names;
        this.clock = clock;
    }

    /// 事项.
    public record Tagged(String code, String name) {}

    /// 重点领域的权力: all six fields, whether a power is in them or not.
    public Map<String, List<Tagged>> fields() {
        var found = new LinkedHashMap<String, List<Tagged>>();
        FIELDS.forEach(f -> found.put(f, new ArrayList<>()));
        registry.of("key-field")
                .forEach((code, entry) -> {
                    for (var field : entry.text("tags").split(" ")) {
                        var powers = found.get(field);
                        if (powers != null) {
                            powers.add(new Tagged(code, names.name(code)));
                        }
                    }
                });
        return found;
    }

    /// 重点部门.
    public Set<String> departments() {
        var found = new TreeSet<String>();
        registry.of("key-department")
                .forEach((organ, entry) -> {
                    if (entry.text("tags").equals("key")) {
                        found.add(organ);
                    }
                });
        return found;
    }

    /// 重点岗位.
    public record Post(Organ organ, String role, String kind, List<Tagged> powers) {}

    /// The key posts with the powers in which they act.
    public List<Post> posts() {
        var found = new ArrayList<Post>();
        registry.of("key-post")
                .forEach((key, entry) -> {
                    var slash = key.indexOf('/');
                    var role = key.substring(slash + 1);
                    if (!entry.text("tags").isEmpty()) {
                        organ(key.substring(0, slash))
                                .ifPresent(o ->
                                        found.add(
                                                new Post(
                                                        o,
                                                        role,
                                                        entry.text("tags"),
                                                        powers(o, role))));
                    }
                });
        return found;
    }

    private Optional<Organ> organ(String id) {
        return allocation.organs().stream().filter(o -> o.id().value().equals(id)).findFirst();
    }

    private List<Tagged> powers(Organ organ, String role) {
        return catalogue.allInForce(clock.today()).stream()
                .filter(p -> p.organ().equals(organ.id()) && acts(p, role))
                .map(p -> new Tagged(p.code().value(), p.name()))
                .toList();
    }

    private static boolean acts(PowerDefinition power, String role) {
        return power.situations().stream()
                .flatMap(s -> s.steps().stream())
                .anyMatch(s -> s.role().equals(role));
    }

    /// 重点环节 of a power in force.
    ///
    /// @param filled what the text names among its key links
    public record Linked(String code, String name, Set<String> filled) {
        public List<String> gaps() {
            return LINKS.stream().filter(l -> !filled.contains(l)).toList();
        }
    }

    public List<Linked> links() {
        return catalogue.allInForce(clock.today()).stream()
                .map(p -> new Linked(p.code().value(), p.name(), filled(p)))
                .toList();
    }

    private static Set<String> filled(PowerDefinition power) {
        var filled = new TreeSet<>(power.keyLinks());
        filled.retainAll(LINKS);
        return filled;
    }

    /// Replaces the tags of a key.
    ///
    /// @param register `key-field`, `key-department` or `key-post`
    @Transactional
    public void tag(String register, String key, String tags, Stamp stamp) {
        registry.enter(register, key, Map.of("tags", tags), stamp);
    }

    /// The tags of a key, apart by blanks.
    public String tags(String register, String key) {
        return registry.get(register, key).map(e -> e.text("tags")).orElse("");
    }
}
