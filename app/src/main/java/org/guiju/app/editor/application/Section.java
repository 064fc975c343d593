package org.guiju.app.editor.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.formats.definition.DraftNode;
import org.guiju.formats.definition.DraftNode.Items;
import org.guiju.formats.definition.DraftNode.Keyed;
import org.guiju.formats.definition.DraftPath;

/// 节: a part of a draft that is filled in, saved and judged by itself.
///
/// @param id in the address: `basis`, `s1-flow`, `s1-step-3`
/// @param label key below `editor.section.`
/// @param situation index of the situation, from 0; -1 for a part of the whole power
/// @param part of the schema whose keys it shows
/// @param at where that part stands
/// @param keys of the part, in their order
/// @param required whether the eleven elements ask for it
public record Section(
        String id,
        String label,
        int situation,
        String part,
        DraftPath at,
        List<String> keys,
        boolean required) {
    public Section {
        keys = List.copyOf(keys);
    }

    /// Keys of a situation that its own page shows; materials, clocks and flow have pages of their own.
    public static final List<String> HEAD =
            List.of(
                    "id",
                    "name",
                    "item-code",
                    "serves",
                    "channels",
                    "conditions",
                    "results",
                    "form-only",
                    "expert-review");

    /// Every place that the section may change.
    public List<DraftPath> places() {
        return keys.stream().map(at::key).toList();
    }

    /// Whether what stands at the path belongs here.
    public boolean holds(DraftPath path) {
        return places().stream().anyMatch(p -> p.holds(path));
    }

    /// The sections of a draft in the order in which one fills them in.
    public static List<Section> of(Keyed root) {
        var all = new ArrayList<Section>();
        all.add(
                top(
                        "name",
                        true,
                        "power",
                        "version",
                        "matter",
                        "kind",
                        "name",
                        "in-force",
                        "until",
                        "external",
                        "key-links",
                        "retention"));
        all.add(top("unit", true, "organ", "section"));
        all.add(top("basis", true, "basis"));
        all.add(top("conditions", true, "conditions"));
        all.add(top("meetings", false, "meetings", "separation"));
        all.add(top("rights", false, "every-step"));
        all.add(top("situations", true, "situations"));
        var situations = root.get("situations") instanceof Items(var items) ? items.size() : 0;
        for (int i = 0; i < situations; i++) {
            all.add(situation(i, "head", HEAD, true));
            all.add(situation(i, "form", List.of("form"), false));
            all.add(situation(i, "materials", List.of("materials"), false));
            all.add(situation(i, "limits", List.of("limits"), true));
            all.add(situation(i, "flow", List.of("regime", "not-applicable", "steps"), true));
            all.add(situation(i, "former", List.of("former-links"), false));
        }
        if (root.word("kind").equals("penalty") || root.get("penalty") != null) {
            all.add(top("penalty", true, "penalty"));
        }
        if (root.word("kind").equals("licence") || root.get("licence") != null) {
            all.add(top("licence", false, "licence"));
        }
        all.add(top("publicity", true, "publicity"));
        all.add(top("fees", true, "fees"));
        all.add(top("supervision", true, "supervision"));
        all.add(top("accountability", true, "accountability"));
        all.add(top("remedies", true, "remedies"));
        var unknown =
                root.entries().keySet().stream()
                        .filter(k -> Shape.of("power", k).isEmpty())
                        .toArray(String[]::new);
        if (unknown.length > 0) {
            all.add(top("other", false, unknown));
        }
        return all;
    }

    /// The section by its id; a step has one of its own.
    public static Optional<Section> of(Keyed root, String id) {
        if (id.equals("risks")) {
            return Optional.of(top("risks", false, "situations"));
        }
        var step = java.util.regex.Pattern.compile("s([0-9]{1,3})-step-([0-9]{1,3})").matcher(id);
        if (step.matches()) {
            int s = Integer.parseInt(step.group(1)) - 1;
            int n = Integer.parseInt(step.group(2)) - 1;
            if (s < 0 || n < 0) {
                return Optional.empty();
            }
            var at = DraftPath.ROOT.key("situations").item(s).key("steps").item(n);
            return root.at(at)
                    .filter(DraftNode.Keyed.class::isInstance)
                    .map(_ ->
                            new Section(
                                    id,
                                    "step",
                                    s,
                                    "step",
                                    at,
                                    Shape.of("step").stream().map(Shape.Property::key).toList(),
                                    true));
        }
        return of(root).stream().filter(s -> s.id().equals(id)).findFirst();
    }

    private static Section top(String id, boolean required, String... keys) {
        return new Section(id, id, -1, "power", DraftPath.ROOT, List.of(keys), required);
    }

    private static Section situation(int i, String name, List<String> keys, boolean required) {
        return new Section(
                "s" + (i + 1) + "-" + name,
                name,
                i,
                "situation",
                DraftPath.ROOT.key("situations").item(i),
                keys,
                required);
    }
}
