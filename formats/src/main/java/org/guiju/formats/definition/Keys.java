package org.guiju.formats.definition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guiju.formats.definition.YamlTree.Items;
import org.guiju.formats.definition.YamlTree.Keyed;
import org.guiju.formats.definition.YamlTree.Node;
import org.guiju.formats.definition.YamlTree.Place;
import org.guiju.formats.definition.YamlTree.Word;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 逐键读取: one map of the text, asked key by key. A fault is noted and a stand-in value answered, so that reading goes
/// on and the author learns of every fault at once. Keys that nobody asked for are faults too.
final class Keys {
    static final int MAX_ITEMS = 200;
    static final int MAX_WORD = 20_000;

    /// What stands in for a word that is missing; a definition that holds one is never handed out.
    static final String STAND_IN = "?";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,15}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Reading reading;
    private final Keyed map;
    private final String path;
    private final String kind;

    /// The map was missing and that has been said; its own keys are not missed again.
    private final boolean silent;

    private final Set<String> asked = new LinkedHashSet<>();

    Keys(Reading reading, Keyed map, String path, String kind, boolean silent) {
        this.reading = reading;
        this.map = map;
        this.path = path;
        this.kind = kind;
        this.silent = silent;
        reading.standsAt(path, map.at());
    }

    String path() {
        return path;
    }

    Place at() {
        return map.at();
    }

    boolean has(String key) {
        return ask(key) != null;
    }

    boolean isWord(String key) {
        return ask(key) instanceof Word;
    }

    /// A word that must be there.
    String word(String key) {
        var found = wordOrNull(key);
        return found == null ? missing(key) : found;
    }

    @Nullable String wordOrNull(String key) {
        return switch (ask(key)) {
            case null -> null;
            case Word word -> plain(word, key);
            case Node other -> {
                fault(Fault.NOT_A_WORD, other.at(), key, Map.of());
                yield STAND_IN;
            }
        };
    }

    String wordOr(String key, String otherwise) {
        var found = wordOrNull(key);
        return found == null ? otherwise : found;
    }

    /// An id of the small alphabet that is safe in paths, addresses and file names.
    String id(String key) {
        return idOf(word(key), key);
    }

    @Nullable String idOrNull(String key) {
        var found = wordOrNull(key);
        return found == null ? null : idOf(found, key);
    }

    private String idOf(String word, String key) {
        if (!word.equals(STAND_IN) && (word.length() > 60 || !ID.matcher(word).matches())) {
            fault(Fault.BAD_ID, placeOf(key), key, Map.of("found", word));
            return STAND_IN;
        }
        return word;
    }

    /// A text in Chinese, alone or beside English.
    Text text(String key) {
        var found = textOrNull(key);
        return found == null ? new Text(missing(key), null) : found;
    }

    @Nullable Text textOrNull(String key) {
        return switch (ask(key)) {
            case null -> null;
            case Word word -> new Text(plain(word, key), null);
            case Keyed pair -> {
                var keys = new Keys(reading, pair, join(key), "text", false);
                var text = new Text(keys.word("zh"), keys.wordOrNull("en"));
                keys.done();
                yield text;
            }
            case Items other -> {
                fault(Fault.NOT_A_WORD, other.at(), key, Map.of());
                yield new Text(STAND_IN, null);
            }
        };
    }

    int number(String key, int min, int max) {
        var found = longOrNull(key, min, max);
        if (found == null) {
            missing(key);
            return min;
        }
        return found.intValue();
    }

    int numberOr(String key, int min, int max, int otherwise) {
        var found = longOrNull(key, min, max);
        return found == null ? otherwise : found.intValue();
    }

    @Nullable Long longOrNull(String key, long min, long max) {
        var word = wordOrNull(key);
        if (word == null) {
            return null;
        }
        if (word.equals(STAND_IN)) {
            return min;
        }
        if (!DIGITS.matcher(word).matches()) {
            // Integer.parseInt would take full-width digits; a figure of law is written in one way.
            var wide = word.codePoints().anyMatch(c -> Character.isDigit(c) && c > '9');
            fault(
                    wide ? Fault.WIDE_DIGIT : Fault.NOT_A_NUMBER,
                    placeOf(key),
                    key,
                    Map.of("found", word));
            return min;
        }
        var number = Long.parseLong(word);
        if (number < min || number > max) {
            var facts =
                    Map.of("found", word, "min", String.valueOf(min), "max", String.valueOf(max));
            fault(Fault.OUT_OF_RANGE, placeOf(key), key, facts);
            return min;
        }
        return number;
    }

    boolean flag(String key, boolean otherwise) {
        var word = wordOrNull(key);
        return switch (word) {
            case null -> otherwise;
            case "true" -> true;
            case "false" -> false;
            default -> {
                fault(Fault.NOT_A_FLAG, placeOf(key), key, Map.of("found", word));
                yield otherwise;
            }
        };
    }

    LocalDate day(String key) {
        var found = dayOrNull(key);
        if (found == null) {
            missing(key);
            return LocalDate.EPOCH;
        }
        return found;
    }

    @Nullable LocalDate dayOrNull(String key) {
        var word = wordOrNull(key);
        if (word == null) {
            return null;
        }
        try {
            if (DAY.matcher(word).matches()) {
                return LocalDate.parse(word);
            }
        } catch (DateTimeException noSuchDay) {
            // 30 February is answered like any other word that is no date.
        }
        fault(Fault.NOT_A_DATE, placeOf(key), key, Map.of("found", word));
        return LocalDate.EPOCH;
    }

    /// One of a closed set of words; the first stands in for a word that is none of them.
    <E> E oneOf(String key, List<E> all, Function<E, String> code) {
        return choose(word(key), key, all, code);
    }

    <E> E oneOf(String key, List<E> all, Function<E, String> code, E otherwise) {
        var word = wordOrNull(key);
        return word == null ? otherwise : choose(word, key, all, code);
    }

    private <E> E choose(String word, String key, List<E> all, Function<E, String> code) {
        for (var each : all) {
            if (code.apply(each).equals(word)) {
                return each;
            }
        }
        if (!word.equals(STAND_IN)) {
            var words = all.stream().map(code).toList();
            var facts =
                    Map.of(
                            "found", word,
                            "words", String.join("、", words),
                            "meant", DidYouMean.hint(word, words, true),
                            "meant-en", DidYouMean.hint(word, words, false));
            fault(Fault.UNKNOWN_WORD, placeOf(key), key, facts);
        }
        return all.getFirst();
    }

    /// A list of words; a single word is a list of one; missing is empty.
    List<String> words(String key) {
        return switch (ask(key)) {
            case null -> List.of();
            case Word one -> List.of(plain(one, key));
            case Keyed other -> {
                fault(Fault.NOT_A_LIST, other.at(), key, Map.of());
                yield List.of();
            }
            case Items list -> wordsOf(list, key);
        };
    }

    private List<String> wordsOf(Items list, String key) {
        var found = new ArrayList<String>();
        for (var item : bounded(list, key)) {
            if (item instanceof Word word && !word.nothing()) {
                found.add(plain(word, key));
            } else {
                fault(Fault.NOT_A_WORD, item.at(), key, Map.of());
            }
        }
        return found;
    }

    /// A list of maps; missing is empty. Maps with an `id` are named by it, and no id may come twice.
    <T> List<T> each(String key, String itemKind, Function<Keys, T> read) {
        return switch (ask(key)) {
            case null -> List.of();
            case Items list -> eachOf(list, key, itemKind, read);
            case Node other -> {
                fault(Fault.NOT_A_LIST, other.at(), key, Map.of());
                yield List.of();
            }
        };
    }

    private <T> List<T> eachOf(Items list, String key, String itemKind, Function<Keys, T> read) {
        var found = new ArrayList<T>();
        var ids = new HashSet<String>();
        int index = 0;
        for (var item : bounded(list, key)) {
            if (item instanceof Keyed keyed) {
                var id = idIn(keyed);
                var name = id == null ? String.valueOf(index) : id;
                var keys = new Keys(reading, keyed, join(key) + "[" + name + "]", itemKind, false);
                if (id != null && !ids.add(id)) {
                    keys.fault(Fault.DUPLICATE_ID, keys.placeOf("id"), "id", Map.of("found", id));
                }
                found.add(read.apply(keys));
                keys.done();
            } else {
                fault(Fault.NOT_A_MAP, item.at(), key, Map.of());
            }
            index++;
        }
        return found;
    }

    private List<Node> bounded(Items list, String key) {
        if (list.items().size() > MAX_ITEMS) {
            fault(Fault.TOO_MANY, list.at(), key, Map.of("max", String.valueOf(MAX_ITEMS)));
            return list.items().subList(0, MAX_ITEMS);
        }
        return list.items();
    }

    private static @Nullable String idIn(Keyed keyed) {
        var entry = keyed.entries().get("id");
        return entry != null
                        && entry.value() instanceof Word word
                        && ID.matcher(word.value()).matches()
                ? word.value()
                : null;
    }

    /// A map that must be there.
    Keys inner(String key, String innerKind) {
        return switch (ask(key)) {
            case null -> {
                missing(key);
                yield nothing(key, innerKind);
            }
            case Keyed keyed -> new Keys(reading, keyed, join(key), innerKind, false);
            case Node other -> {
                fault(Fault.NOT_A_MAP, other.at(), key, Map.of());
                yield nothing(key, innerKind);
            }
        };
    }

    @Nullable Keys innerOrNull(String key, String innerKind) {
        return has(key) ? inner(key, innerKind) : null;
    }

    private Keys nothing(String key, String innerKind) {
        var empty = new Keyed(new java.util.LinkedHashMap<>(), placeOf(key));
        return new Keys(reading, empty, join(key), innerKind, true);
    }

    /// Every key of a map whose keys are the author's own, such as outcomes.
    List<String> open() {
        map.entries().keySet().forEach(asked::add);
        return List.copyOf(map.entries().keySet());
    }

    /// Says which keys nobody asked for. Called when all has been read.
    void done() {
        map.entries()
                .forEach((key, entry) -> {
                    if (!asked.contains(key)) {
                        var facts =
                                Map.of(
                                        "key", key,
                                        "meant", DidYouMean.hint(key, asked, true),
                                        "meant-en", DidYouMean.hint(key, asked, false));
                        reading.add(Fault.UNKNOWN_KEY, entry.keyAt(), join(key), facts);
                    }
                });
    }

    void fault(Fault fault, Place at, String key, Map<String, String> facts) {
        var all = new java.util.HashMap<>(facts);
        all.putIfAbsent("key", key);
        reading.add(fault, at, join(key), all);
    }

    Place placeOf(String key) {
        var entry = map.entries().get(key);
        return entry == null ? map.at() : entry.value().at();
    }

    private @Nullable Node ask(String key) {
        asked.add(key);
        reading.asked(kind, key);
        var entry = map.entries().get(key);
        if (entry == null || (entry.value() instanceof Word word && word.nothing())) {
            return null;
        }
        reading.standsAt(join(key), entry.value().at());
        return entry.value();
    }

    private String missing(String key) {
        if (!silent) {
            var element = Elements.of(kind, key);
            if (element == null) {
                fault(Fault.MISSING_KEY, placeOf(key), key, Elements.label(kind, key));
            } else {
                var facts = Map.of("element", element.zh(), "element-en", element.en());
                fault(Fault.ELEMENT_MISSING, placeOf(key), key, facts);
            }
        }
        return STAND_IN;
    }

    private String plain(Word word, String key) {
        var value = word.value().strip();
        if (value.length() > MAX_WORD) {
            fault(Fault.TOO_LONG, word.at(), key, Map.of("max", String.valueOf(MAX_WORD)));
            return STAND_IN;
        }
        return value;
    }

    private String join(String key) {
        return Stream.of(path, key)
                .filter(s -> !s.isEmpty())
                .reduce((a, b) -> a + "." + b)
                .orElse("");
    }
}
