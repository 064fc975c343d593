package org.guiju.formats.definition;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// 语法树: the text as words, lists and maps, each with its place. Built from parser events and not by the library's
/// own composer, so that depth is bounded while reading, a key given twice is seen, and nothing is ever expanded:
/// a legal text is written out, anchors and tags have no place in it.
final class YamlTree {
    static final int MAX_DEPTH = 24;

    /// 位置: line and column from 1.
    record Place(int line, int column) {
        static final Place START = new Place(1, 1);
    }

    sealed interface Node {
        Place at();
    }

    record Word(String value, boolean plain, Place at) implements Node {
        /// Whether nothing stands here: an empty value, `~` or `null`.
        boolean nothing() {
            return value.isBlank()
                    || (plain && (value.equals("~") || value.equalsIgnoreCase("null")));
        }
    }

    record Items(List<Node> items, Place at) implements Node {}

    record Entry(Place keyAt, Node value) {}

    record Keyed(SequencedMap<String, Entry> entries, Place at) implements Node {}

    /// Thrown and caught inside this class: the rest of the text cannot be read.
    private static final class Unreadable extends RuntimeException {
        private Unreadable() {
            super(null, null, false, false);
        }
    }

    private final Reading reading;
    private final Iterator<Event> events;

    private YamlTree(String text, Reading reading) {
        this.reading = reading;
        var settings =
                LoadSettings.builder()
                        .setUseMarks(true)
                        .setCodePointLimit(DefinitionReader.MAX_BYTES + 1)
                        .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /// The tree of the text, or null when it is no YAML; then the reading holds the problem.
    static @Nullable Node parse(String text, Reading reading) {
        var control = firstControl(text);
        if (control >= 0) {
            var code = "U+%04X".formatted((int) text.charAt(control));
            reading.add(Fault.NOT_TEXT, placeOf(text, control), "", Map.of("character", code));
            return null;
        }
        if (indentedWithTabs(text, reading)) {
            return null;
        }
        try {
            return new YamlTree(text, reading).document();
        } catch (Unreadable stop) {
            return null;
        } catch (MarkedYamlEngineException broken) {
            syntax(text, reading, broken);
            return null;
        } catch (RuntimeException broken) {
            // The library's remaining complaints (version directive, its own bugs) carry no mark.
            var says = broken.getMessage();
            reading.add(Fault.SYNTAX, Place.START, "", Map.of("reason", says == null ? "?" : says));
            return null;
        }
    }

    private @Nullable Node document() {
        Node found = null;
        while (events.hasNext()) {
            var event = events.next();
            if (event instanceof DocumentStartEvent && found != null) {
                reading.add(Fault.MANY_DOCUMENTS, place(event), "", Map.of());
                throw new Unreadable();
            }
            if (event instanceof NodeEvent) {
                found = node(event, 1);
            }
        }
        return found;
    }

    private Node node(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            reading.add(Fault.TOO_DEEP, place(event), "", Map.of("max", String.valueOf(MAX_DEPTH)));
            throw new Unreadable();
        }
        return switch (event) {
            case ScalarEvent word -> {
                refuse(word.getAnchor().isPresent(), Fault.ALIAS, event);
                refuse(word.getTag().isPresent(), Fault.TAG, event);
                yield new Word(word.getValue(), word.isPlain(), place(event));
            }
            case SequenceStartEvent start -> {
                refuse(start.getAnchor().isPresent(), Fault.ALIAS, event);
                refuse(start.getTag().isPresent(), Fault.TAG, event);
                yield items(event, depth);
            }
            case MappingStartEvent start -> {
                refuse(start.getAnchor().isPresent(), Fault.ALIAS, event);
                refuse(start.getTag().isPresent(), Fault.TAG, event);
                yield keyed(event, depth);
            }
            case AliasEvent alias -> {
                refuse(true, Fault.ALIAS, alias);
                yield new Word("", true, place(event));
            }
            default -> throw new IllegalStateException("no node: " + event);
        };
    }

    private Node items(Event start, int depth) {
        var items = new ArrayList<Node>();
        for (var next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
            items.add(node(next, depth + 1));
        }
        return new Items(List.copyOf(items), place(start));
    }

    private Node keyed(Event start, int depth) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
            var key = node(next, depth + 1);
            var value = node(events.next(), depth + 1);
            if (!(key instanceof Word word)) {
                reading.add(Fault.KEY_NOT_A_WORD, key.at(), "", Map.of());
                continue;
            }
            var before = entries.putIfAbsent(word.value(), new Entry(key.at(), value));
            if (before != null) {
                var line = String.valueOf(before.keyAt().line());
                reading.add(
                        Fault.DUPLICATE_KEY,
                        key.at(),
                        word.value(),
                        Map.of("key", word.value(), "first", line));
            }
        }
        return new Keyed(entries, place(start));
    }

    private void refuse(boolean wrong, Fault fault, Event event) {
        if (wrong) {
            reading.add(fault, place(event), "", Map.of());
            if (fault == Fault.ALIAS) {
                // What an alias stands for is unknown here; every later complaint would be noise.
                throw new Unreadable();
            }
        }
    }

    private static void syntax(String text, Reading reading, MarkedYamlEngineException broken) {
        var place = broken.getProblemMark().map(YamlTree::place).orElse(Place.START);
        var reason = Map.of("reason", Optional.ofNullable(broken.getProblem()).orElse("?"));
        // The parser stumbles where the next key comes; the colon that it did not see stands
        // before, perhaps above remarks.
        int line = place.line();
        for (int looked = 0; line > 0 && looked < 2; line--) {
            var content = line(text, line);
            var colon = content.indexOf('：');
            if (colon >= 0 && !isRemark(content)) {
                reading.add(Fault.WIDE_COLON, new Place(line, colon + 1), "", reason);
                return;
            }
            looked += isRemark(content) ? 0 : 1;
        }
        reading.add(Fault.SYNTAX, place, "", reason);
    }

    /// A tab has no width that two people agree on. The parser lets some pass; a text of law lets none.
    private static boolean indentedWithTabs(String text, Reading reading) {
        int number = 0;
        boolean found = false;
        for (var line : text.lines().toList()) {
            number++;
            var tab = line.substring(0, line.length() - line.stripLeading().length()).indexOf('\t');
            if (tab >= 0 && !line.isBlank()) {
                reading.add(Fault.TAB_INDENT, new Place(number, tab + 1), "", Map.of());
                found = true;
            }
        }
        return found;
    }

    private static boolean isRemark(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private static String line(String text, int number) {
        return text.lines().skip(number - 1L).findFirst().orElse("");
    }

    private static Place place(Event event) {
        return event.getStartMark().map(YamlTree::place).orElse(Place.START);
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /// YAML allows tab, line ends and printable characters; a lone surrogate is no character at all.
    private static int firstControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)
                    || c == 0x7F
                    || c >= 0xFFFE
                    || (c < 0x20 && c != '\n' && c != '\r' && c != '\t')
                    || (c >= 0x80 && c < 0xA0 && c != 0x85)) {
                return i;
            }
        }
        return -1;
    }

    private static Place placeOf(String text, int index) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new Place(line, index - start + 1);
    }
}
