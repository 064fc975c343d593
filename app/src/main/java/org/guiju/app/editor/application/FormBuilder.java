package org.guiju.app.editor.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.guiju.app.editor.application.Element.Option;
import org.guiju.app.editor.application.Shape.Control;
import org.guiju.app.editor.application.Shape.Property;
import org.guiju.formats.definition.DefinitionLint.Reported;
import org.guiju.formats.definition.DraftNode;
import org.guiju.formats.definition.DraftNode.Items;
import org.guiju.formats.definition.DraftNode.Keyed;
import org.guiju.formats.definition.DraftPath;
import org.guiju.formats.definition.DraftText;
import org.guiju.kernel.cases.CaseRule;
import org.jspecify.annotations.Nullable;

/// 画表单: elements of a section, each with what stands in the draft and what the examination says of it. Whatever a form does not know is
/// shown as YAML, so that nothing is hidden and nothing lost.
public final class FormBuilder {
    private static final int LONG = 60;
    private static final Set<String> BASES = Set.of("basis", "forbids", "sanction", "form-only");
    private static final Set<String> ROLES = Set.of("role", "who", "members", "chair", "heads");
    private static final List<String> LINKS =
            List.of("discretion", "procedure", "supervision", "publicity", "time-limit");

    private final Keyed root;
    private final Map<DraftPath, List<Reported>> findings = new LinkedHashMap<>();
    private final Map<String, String> errors;
    private final Map<String, List<String>> typed;
    private final List<Option> organs;
    private final List<Option> roles;

    /// @param organs by id, with their names
    /// @param errors key of a message by field, for what was typed and could not be taken
    public FormBuilder(
            Keyed root,
            List<Reported> findings,
            List<Option> organs,
            Map<String, String> errors,
            Map<String, List<String>> typed) {
        this.root = root;
        this.organs = organs;
        this.errors = errors;
        this.typed = typed;
        this.roles = roles(root);
        findings.forEach(f ->
                this.findings
                        .computeIfAbsent(DraftPath.found(f.path(), root), _ -> new ArrayList<>())
                        .add(f));
    }

    /// The elements of a section.
    public List<Element> section(Section section) {
        var part =
                section.at().steps().isEmpty()
                        ? root
                        : root.at(section.at()).orElse(Keyed.EMPTY) instanceof Keyed keyed
                                ? keyed
                                : Keyed.EMPTY;
        return section.keys().stream()
                .map(key -> property(section.part(), key, section.at(), part))
                .toList();
    }

    /// Findings of the section that no field has taken.
    public List<Reported> rest(Section section) {
        return findings.entrySet().stream()
                .filter(e -> section.holds(e.getKey()) || e.getKey().equals(section.at()))
                .flatMap(e -> e.getValue().stream())
                .toList();
    }

    private Element property(String part, String key, DraftPath at, Keyed base) {
        var path = at.key(key);
        var node = base.get(key);
        var property = Shape.of(part, key).orElse(null);
        if (property == null || (node != null && !Merge.fits(property.type(), node))) {
            return raw(path, key, node);
        }
        return switch (property.type()) {
            case GROUP -> group(property, path, node);
            case LIST -> list(property, path, node);
            case OUTCOMES -> outcomes(path, node, base);
            case FEES -> fees(path, node);
            default -> leaf(part, property, path, node);
        };
    }

    private Element leaf(String part, Property p, DraftPath path, @Nullable DraftNode node) {
        var name = path.toString();
        var options = options(part, p, path);
        var zh = value(name, p.type() == Control.TEXT ? Merge.zh(node) : Merge.shown(node));
        var kind =
                switch (p.type()) {
                    case TEXT -> "text";
                    case WORDS ->
                            (part.equals("situation") && p.key().equals("conditions"))
                                            || p.key().equals("key-links")
                                    ? "choices"
                                    : "words";
                    case CHOICES -> "choices";
                    case CHOICE -> "choice";
                    case FLAG -> "flag";
                    case NUMBER -> "number";
                    case AREA -> "area";
                    default ->
                            listing(part, p.key())
                                    ? "choice"
                                    : zh.contains("\n") || zh.length() > LONG ? "area" : "line";
                };
        var lines = String.join("\n", Merge.wordsOf(node));
        var picked = Merge.wordsOf(node);
        return new Element(
                kind,
                name,
                p.key(),
                kind.equals("words")
                        ? value(name, lines)
                        : p.type() == Control.TEXT ? value(name + ".zh", Merge.zh(node)) : zh,
                p.type() == Control.TEXT ? value(name + ".en", Merge.en(node)) : "",
                picked,
                options,
                p.required(),
                List.of(),
                take(path),
                error(name),
                0,
                0);
    }

    private String value(String name, String stands) {
        // What could not be taken over is shown again as it was typed.
        return errors.containsKey(name)
                ? typed.getOrDefault(name, List.of(stands)).getFirst()
                : stands;
    }

    private @Nullable String error(String name) {
        return Stream.of(name, name + ".zh", name + ".en", name + Merge.RAW)
                .map(errors::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Element group(Property p, DraftPath path, @Nullable DraftNode node) {
        var base = node instanceof Keyed keyed ? keyed : Keyed.EMPTY;
        return of("group", path, p.key(), p.required(), children(p.part(), path, base), 0, 0);
    }

    private List<Element> children(String part, DraftPath path, Keyed base) {
        var all = new ArrayList<Element>();
        Shape.of(part).forEach(p -> all.add(property(part, p.key(), path, base)));
        base.entries().keySet().stream()
                .filter(k -> Shape.of(part, k).isEmpty())
                .forEach(k -> all.add(raw(path.key(k), k, base.get(k))));
        return all;
    }

    private Element list(Property p, DraftPath path, @Nullable DraftNode node) {
        var items = node instanceof Items(var list) ? list : List.<DraftNode>of();
        var all = new ArrayList<Element>();
        for (int i = 0; i < items.size(); i++) {
            var at = path.item(i);
            all.add(
                    items.get(i) instanceof Keyed keyed
                            ? of(
                                    "item",
                                    at,
                                    p.part(),
                                    false,
                                    children(p.part(), at, keyed),
                                    i,
                                    items.size())
                            : raw(at, p.part(), items.get(i)));
        }
        return of("list", path, p.key(), p.required(), all, 0, items.size());
    }

    private Element fees(DraftPath path, @Nullable DraftNode node) {
        var mode = node instanceof Keyed ? "amount" : Merge.nothing(node) ? "" : "none";
        var base = node instanceof Keyed keyed ? keyed : Keyed.EMPTY;
        var children = children("fees", path, base);
        return new Element(
                "fees",
                path.toString(),
                "fees",
                mode,
                "",
                List.of(),
                List.of(),
                true,
                children,
                take(path),
                error(path.toString()),
                0,
                0);
    }

    private Element outcomes(DraftPath path, @Nullable DraftNode node, Keyed step) {
        var base = node instanceof Keyed keyed ? keyed : Keyed.EMPTY;
        var targets = new ArrayList<Option>();
        targets.addAll(steps(path));
        targets.add(new Option("end", "editor.end", ""));
        var all =
                Merge.outcomesOf(base, step).stream()
                        .map(o ->
                                new Element(
                                        "outcome",
                                        path.key(o).toString(),
                                        o,
                                        "",
                                        "",
                                        Merge.wordsOf(base.get(o)),
                                        List.copyOf(targets),
                                        false,
                                        List.of(),
                                        take(path.key(o)),
                                        error(path.key(o).toString()),
                                        0,
                                        0))
                        .toList();
        return of("outcomes", path, "outcomes", true, all, 0, 0);
    }

    private Element raw(DraftPath path, String key, @Nullable DraftNode node) {
        var name = path + Merge.RAW;
        return new Element(
                "raw",
                name,
                key,
                value(name, node == null ? "" : DraftText.yaml(node)),
                "",
                List.of(),
                List.of(),
                false,
                List.of(),
                take(path),
                error(path.toString()),
                0,
                0);
    }

    private Element of(
            String kind,
            DraftPath path,
            String key,
            boolean required,
            List<Element> children,
            int index,
            int size) {
        return new Element(
                kind,
                path.toString(),
                key,
                "",
                "",
                List.of(),
                List.of(),
                required,
                children,
                take(path),
                error(path.toString()),
                index,
                size);
    }

    /// Findings at the path or below it that no element has taken yet: the deepest is asked first.
    private List<Reported> take(DraftPath path) {
        var here = findings.keySet().stream().filter(path::holds).toList();
        return here.stream()
                .flatMap(p -> java.util.Objects.requireNonNull(findings.remove(p)).stream())
                .toList();
    }

    private boolean listing(String part, String key) {
        return BASES.contains(key)
                || key.equals("meeting")
                || key.equals("bound-to")
                || key.equals("organ")
                || (part.equals("supervision") && key.equals("by"));
    }

    private List<Option> options(String part, Property p, DraftPath path) {
        if (p.type() == Control.CHOICE || p.type() == Control.CHOICES) {
            return p.words().stream().map(w -> new Option(w, "editor.word." + w, "")).toList();
        }
        var key = p.key();
        if (BASES.contains(key)) {
            return named(root.get("basis"), k -> "《" + k.word("law") + "》" + k.word("article"));
        }
        return switch (key) {
            case "meeting" -> named(root.get("meetings"), k -> Merge.zh(k.get("name")));
            case "bound-to", "now" -> steps(path);
            case "organ" -> organs;
            case "by" -> part.equals("supervision") ? organs : roles;
            case "conditions" ->
                    part.equals("situation")
                            ? named(root.get("conditions"), k -> Merge.zh(k.get("says")))
                            : List.of();
            case "key-links" ->
                    LINKS.stream().map(l -> new Option(l, "editor.link." + l, "")).toList();
            case "control" ->
                    Arrays.stream(CaseRule.values())
                            .map(r -> new Option(r.name(), "refusal." + r.name() + ".title", ""))
                            .toList();
            default -> ROLES.contains(key) ? roles : List.of();
        };
    }

    /// The steps of the situation in which the path stands.
    private List<Option> steps(DraftPath path) {
        if (path.steps().size() < 2) {
            return List.of();
        }
        var situation = new DraftPath(path.steps().subList(0, 2));
        return named(root.at(situation.key("steps")).orElse(null), k -> Merge.zh(k.get("name")));
    }

    private static List<Option> named(
            @Nullable DraftNode list, java.util.function.Function<Keyed, String> words) {
        return list instanceof Items(var items)
                ? items.stream()
                        .filter(Keyed.class::isInstance)
                        .map(Keyed.class::cast)
                        .filter(k -> !k.word("id").isEmpty())
                        .map(k -> new Option(k.word("id"), "", words.apply(k)))
                        .toList()
                : List.of();
    }

    /// Roles that the draft names already, besides those every organ has.
    private static List<Option> roles(Keyed root) {
        var all =
                new TreeSet<>(
                        List.of(
                                "window",
                                "reviewer",
                                "inspector",
                                "section-head",
                                "section-member",
                                "joint-member",
                                "hearing-officer",
                                "decider",
                                "head-of-organ",
                                "archivist",
                                "enforcer",
                                "legal-officer",
                                "filing-head",
                                "organ-head",
                                "committee-secretary",
                                "collector",
                                "publisher"));
        if (root.get("situations") instanceof Items(var situations)) {
            for (var s : situations) {
                if (s instanceof Keyed k && k.get("steps") instanceof Items(var steps)) {
                    steps.stream()
                            .filter(Keyed.class::isInstance)
                            .map(step -> ((Keyed) step).word("role"))
                            .filter(r -> !r.isEmpty())
                            .forEach(all::add);
                }
            }
        }
        return all.stream().map(r -> new Option(r, "role." + r, "")).toList();
    }
}
