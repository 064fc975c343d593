package org.guiju.formats.definition;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.formats.definition.LoadResult.Rejected;
import org.guiju.formats.definition.YamlTree.Keyed;
import org.guiju.formats.definition.YamlTree.Place;
import org.guiju.formats.definition.YamlTree.Word;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.powers.DefinitionCheck;

/// 制度文本读取: from the YAML text of one power to its typed definition. Whatever comes in, the answer is a value: the
/// definition, or every fault with line, column, sentence and remedy in both languages.
public final class DefinitionReader {
    /// A definition is a text that a jurist can read aloud; the shipped ones have 60 KB.
    public static final int MAX_BYTES = 1 << 20;

    private final DefinitionCheck check;
    private final boolean strict;

    /// A reader that knows the rules of the decider.
    public DefinitionReader() {
        this(CaseRule.ids());
    }

    /// @param ruleIds ids of the decider's rules: a risk point must name one of them as its control
    public DefinitionReader(Set<String> ruleIds) {
        this(new DefinitionCheck(ruleIds), true);
    }

    private DefinitionReader(DefinitionCheck check, boolean strict) {
        this.check = check;
        this.strict = strict;
    }

    /// Reads bytes as they were uploaded. A text in another encoding than UTF-8 is refused, never guessed at.
    public LoadResult read(byte[] bytes, String fileName) {
        return read(bytes, fileName, new Reading());
    }

    /// As {@link #read(byte[], String)}; the reading then knows where each part stands.
    LoadResult read(byte[] bytes, String fileName, Reading reading) {
        if (bytes.length > MAX_BYTES) {
            return tooLarge(bytes.length);
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return read(decoder.decode(ByteBuffer.wrap(bytes)).toString(), fileName, reading);
        } catch (CharacterCodingException e) {
            reading.add(Fault.NOT_UTF8, Place.START, "", Map.of("file", fileName));
            return new Rejected(reading.problems());
        }
    }

    /// Reads a text.
    ///
    /// @param fileName only named in sentences
    public LoadResult read(String yaml, String fileName) {
        return read(yaml, fileName, new Reading());
    }

    /// Reads a text that was published: what a later check asks for besides it was not asked for then, and the cases that
    /// began with it keep it (invariant 2).
    public LoadResult readPublished(String yaml, String fileName) {
        return new DefinitionReader(check, false).read(yaml, fileName, new Reading());
    }

    /// For tests, which look at what the reading learned.
    LoadResult read(String yaml, String fileName, Reading reading) {
        // A character has at most three bytes per UTF-16 unit; only then is it worth counting.
        if (yaml.length() > MAX_BYTES / 3
                && yaml.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return tooLarge(yaml.length());
        }
        var text = yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
        if (text.isBlank()) {
            reading.add(Fault.EMPTY, Place.START, "", Map.of("file", fileName));
            return new Rejected(reading.problems());
        }
        var tree = YamlTree.parse(text, reading);
        if (tree == null || (tree instanceof Word word && word.nothing())) {
            if (reading.readable()) {
                reading.add(Fault.EMPTY, Place.START, "", Map.of("file", fileName));
            }
            return new Rejected(reading.problems());
        }
        if (!(tree instanceof Keyed root)) {
            reading.add(Fault.NOT_A_MAP, tree.at(), "", Map.of("key", fileName));
            return new Rejected(reading.problems());
        }
        return judge(root, reading);
    }

    private LoadResult judge(Keyed root, Reading reading) {
        var digest = CanonicalForm.digest(root);
        var definition = new PowerMapper(digest).power(new Keys(reading, root, "", "power", false));
        if (strict && reading.readable()) {
            check.check(definition).forEach(p -> reading.add(p.code().name(), p.path(), p.facts()));
        }
        var problems = reading.problems();
        return problems.isEmpty() ? new Loaded(definition) : new Rejected(problems);
    }

    private static Rejected tooLarge(long size) {
        var reading = new Reading();
        var facts = Map.of("size", String.valueOf(size), "max", String.valueOf(MAX_BYTES));
        reading.add(Fault.TOO_LARGE, Place.START, "", facts);
        return new Rejected(reading.problems());
    }
}
