package org.guiju.app.editor.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guiju.app.editor.application.Shape.Control;
import org.guiju.app.editor.application.Shape.Property;
import org.guiju.formats.definition.DraftNode;
import org.guiju.formats.definition.DraftNode.Items;
import org.guiju.formats.definition.DraftNode.Keyed;
import org.guiju.formats.definition.DraftNode.Word;
import org.guiju.formats.definition.DraftPath;
import org.guiju.formats.definition.DraftText;
import org.guiju.kernel.powers.StepKind;
import org.jspecify.annotations.Nullable;

/// 表单并入: what came back from a form, put into the tree it was drawn from. A field that says what it said, or that the form did not have,
/// leaves its node as it is, in whatever way it was written; so saving unchanged changes nothing.
public final class Merge {
    /// Behind the name of a field that holds YAML.
    public static final String RAW = "~raw";

    /// Behind the name of a group of boxes, so that none ticked is seen.
    public static final String BOXES = "~boxes";

    private final Map<String, List<String>> typed;
    private final Map<String, String> errors = new LinkedHashMap<>();

    /// @param typed values by name of the field
    public Merge(Map<String, List<String>> typed) {
        this.typed = typed;
    }

    /// What could not be taken over: key of a message by field.
    public Map<String, String> errors() {
        return errors;
    }

    /// The tree with what was typed.
    public Keyed into(Keyed root) {
        return part("power", DraftPath.ROOT, root);
    }

    private Keyed part(String part, DraftPath path, Keyed base) {
        var result = base;
        var known = Shape.of(part);
        for (var property : known) {
            var at = path.key(property.key());
            var before = base.get(property.key());
            result = result.with(property.key(), property(property, at, before, base));
        }
        for (var key : base.entries().keySet()) {
            if (known.stream().noneMatch(p -> p.key().equals(key))) {
                result = result.with(key, raw(path.key(key), base.get(key)));
            }
        }
        return result;
    }

    private @Nullable DraftNode property(
            Property p, DraftPath at, @Nullable DraftNode before, Keyed parent) {
        if (before != null && !fits(p.type(), before)) {
            return raw(at, before);
        }
        return switch (p.type()) {
            case LINE, AREA, NUMBER, FLAG, CHOICE -> word(at.toString(), before);
            case TEXT -> text(at, before);
            case WORDS -> words(at.toString(), before);
            case CHOICES -> choices(at.toString(), before);
            case GROUP -> group(p.part(), at, before);
            case FEES -> fees(at, before);
            case LIST -> before instanceof Items items ? list(p.part(), at, items) : before;
            case OUTCOMES -> outcomes(at, before, parent);
        };
    }

    /// Whether the form of the type can show the node without losing anything of it.
    static boolean fits(Control type, DraftNode node) {
        return switch (type) {
            case LINE, AREA, NUMBER, FLAG, CHOICE -> node instanceof Word;
            case TEXT ->
                    node instanceof Word
                            || (node instanceof Keyed(var e)
                                    && Set.of("zh", "en").containsAll(e.keySet())
                                    && e.values().stream().allMatch(v -> v instanceof Word));
            case WORDS, CHOICES ->
                    node instanceof Word
                            || (node instanceof Items(var items)
                                    && items.stream()
                                            .allMatch(i ->
                                                    i instanceof Word(var w) && !w.contains("\n")));
            case GROUP -> node instanceof Keyed || nothing(node);
            case FEES ->
                    node instanceof Keyed
                            || (node instanceof Word(var w)
                                    && (w.isBlank() || w.strip().equals("none")));
            case LIST -> node instanceof Items || nothing(node);
            case OUTCOMES ->
                    nothing(node)
                            || (node instanceof Keyed(var e)
                                    && e.values().stream().allMatch(v -> fits(Control.WORDS, v)));
        };
    }

    static boolean nothing(@Nullable DraftNode node) {
        return node == null || (node instanceof Word(var w) && w.isBlank());
    }

    private @Nullable DraftNode raw(DraftPath at, @Nullable DraftNode before) {
        var name = at + RAW;
        var now = one(name);
        if (now == null || before == null || same(now, DraftText.yaml(before))) {
            return before;
        }
        if (now.isBlank()) {
            return null;
        }
        var parsed = DraftText.snippet(now);
        if (parsed.isEmpty()) {
            errors.put(name, "editor.error.yaml");
        }
        return parsed.orElse(before);
    }

    private @Nullable DraftNode word(String name, @Nullable DraftNode before) {
        var now = one(name);
        if (now == null || same(now, shown(before))) {
            return before;
        }
        return now.isBlank() ? null : new Word(checked(name, now));
    }

    private @Nullable DraftNode text(DraftPath at, @Nullable DraftNode before) {
        var zhName = at + ".zh";
        var enName = at + ".en";
        var zh = one(zhName);
        var en = one(enName);
        if ((zh == null || same(zh, zh(before))) && (en == null || same(en, en(before)))) {
            return before;
        }
        var newZh = zh == null ? zh(before) : checked(zhName, zh);
        var newEn = en == null ? en(before) : checked(enName, en);
        if (newZh.isBlank() && newEn.isBlank()) {
            return null;
        }
        if (!(before instanceof Keyed) && newEn.isBlank()) {
            return new Word(newZh);
        }
        var pair = before instanceof Keyed keyed ? keyed : Keyed.EMPTY;
        return pair.with("zh", newZh.isBlank() ? null : new Word(newZh))
                .with("en", newEn.isBlank() ? null : new Word(newEn));
    }

    private @Nullable DraftNode words(String name, @Nullable DraftNode before) {
        if (typed.containsKey(name + BOXES)) {
            return choices(name, before);
        }
        var now = one(name);
        if (now == null) {
            return before;
        }
        var lines = now.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        return listed(name, lines, before);
    }

    private @Nullable DraftNode choices(String name, @Nullable DraftNode before) {
        if (!typed.containsKey(name + BOXES)) {
            return before;
        }
        var ticked = typed.getOrDefault(name, List.of());
        var was = wordsOf(before);
        // What was listed keeps its order; what is new follows.
        var ordered =
                Stream.concat(
                                was.stream().filter(ticked::contains),
                                ticked.stream().filter(t -> !was.contains(t)))
                        .distinct()
                        .toList();
        return listed(name, ordered, before);
    }

    private @Nullable DraftNode listed(String name, List<String> now, @Nullable DraftNode before) {
        if (now.equals(wordsOf(before))) {
            return before;
        }
        return now.isEmpty()
                ? null
                : new Items(now.stream().<DraftNode>map(w -> new Word(checked(name, w))).toList());
    }

    private @Nullable DraftNode group(String part, DraftPath at, @Nullable DraftNode before) {
        var base = before instanceof Keyed keyed ? keyed : Keyed.EMPTY;
        var now = part(part, at, base);
        return now.equals(base) ? before : now.entries().isEmpty() ? null : now;
    }

    private @Nullable DraftNode fees(DraftPath at, @Nullable DraftNode before) {
        var mode = one(at + "~mode");
        if (mode == null) {
            return before instanceof Keyed ? group("fees", at, before) : before;
        }
        return switch (mode) {
            case "none" -> before instanceof Word w && !nothing(w) ? before : new Word("none");
            case "amount" -> {
                var now = group("fees", at, before instanceof Keyed ? before : null);
                // Chosen, but nothing said yet: the missing amount is told by the examination.
                yield now == null ? Keyed.EMPTY : now;
            }
            default -> before instanceof Keyed ? before : null;
        };
    }

    private DraftNode list(String part, DraftPath at, Items before) {
        var items = new ArrayList<DraftNode>();
        for (int i = 0; i < before.items().size(); i++) {
            var item = before.items().get(i);
            var now =
                    item instanceof Keyed keyed
                            ? part(part, at.item(i), keyed)
                            : raw(at.item(i), item);
            if (now != null) {
                items.add(now);
            }
        }
        return new Items(items);
    }

    private @Nullable DraftNode outcomes(DraftPath at, @Nullable DraftNode before, Keyed step) {
        var base = before instanceof Keyed keyed ? keyed : Keyed.EMPTY;
        var result = base;
        for (var outcome : outcomesOf(base, step)) {
            var name = at.key(outcome).toString();
            if (!typed.containsKey(name)) {
                continue;
            }
            var now =
                    typed.getOrDefault(name, List.of()).stream()
                            .map(String::strip)
                            .filter(w -> !w.isEmpty())
                            .distinct()
                            .toList();
            var was = base.get(outcome);
            if (now.equals(wordsOf(was))) {
                continue;
            }
            result =
                    result.with(
                            outcome,
                            now.isEmpty()
                                    ? null
                                    : now.size() == 1
                                            ? new Word(checked(name, now.getFirst()))
                                            : new Items(
                                                    now.stream()
                                                            .<DraftNode>map(Word::new)
                                                            .toList()));
        }
        return result.equals(base) ? before : result;
    }

    /// The outcomes a step has or may have by its kind.
    static List<String> outcomesOf(Keyed outcomes, Keyed step) {
        var kind = StepKind.ofCode(step.word("kind"));
        return Stream.of(
                        kind.map(StepKind::required).orElse(List.of()).stream(),
                        outcomes.entries().keySet().stream(),
                        kind.map(StepKind::optional).orElse(Set.of()).stream().sorted())
                .flatMap(s -> s)
                .distinct()
                .toList();
    }

    private String checked(String name, String typed) {
        var clean = typed.replace("\r\n", "\n").strip();
        if (clean.length() > 20_000) {
            errors.put(name, "editor.error.long");
        } else if (clean.codePoints()
                .anyMatch(c ->
                        (Character.isISOControl(c) && c != '\n' && c != '\t')
                                || Character.getType(c) == Character.SURROGATE)) {
            errors.put(name, "editor.error.control");
        }
        return clean;
    }

    private @Nullable String one(String name) {
        var values = typed.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    /// A browser turns line ends and takes away blanks around; nobody meant a change by that.
    private static boolean same(String now, String before) {
        return now.replace("\r\n", "\n").strip().equals(before.replace("\r\n", "\n").strip());
    }

    static String shown(@Nullable DraftNode node) {
        return node instanceof Word(var value) ? value : "";
    }

    static String zh(@Nullable DraftNode node) {
        return node instanceof Keyed pair ? shown(pair.get("zh")) : shown(node);
    }

    static String en(@Nullable DraftNode node) {
        return node instanceof Keyed pair ? shown(pair.get("en")) : "";
    }

    static List<String> wordsOf(@Nullable DraftNode node) {
        return switch (node) {
            case Items(var items) ->
                    items.stream()
                            .map(Merge::shown)
                            .map(String::strip)
                            .filter(w -> !w.isEmpty())
                            .toList();
            case Word(var w) when !w.isBlank() -> List.of(w.strip());
            case null, default -> List.of();
        };
    }
}
