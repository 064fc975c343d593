package org.guiju.tools.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.powers.PowerDefinition;

/// 制度文本架: definitions by digest, read from the reader's own folder: a case is judged by the text its first entry names.
final class DefinitionShelf {
    private final Map<String, PowerDefinition> byDigest;
    private final boolean given;
    private final List<String> rejected;

    private DefinitionShelf(
            Map<String, PowerDefinition> byDigest, boolean given, List<String> rejected) {
        this.byDigest = Map.copyOf(byDigest);
        this.given = given;
        this.rejected = List.copyOf(rejected);
    }

    static DefinitionShelf none() {
        return new DefinitionShelf(Map.of(), false, List.of());
    }

    static DefinitionShelf of(Path folder) throws UnusableInput {
        var found = new HashMap<String, PowerDefinition>();
        var rejected = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.ya?ml")).toList()) {
                var read =
                        new DefinitionReader(CaseRule.ids())
                                .read(Input.bytes(file.toString()), file.toString());
                if (read instanceof LoadResult.Loaded(var power)) {
                    found.put(power.digest(), power);
                } else {
                    rejected.add(String.valueOf(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UnusableInput(
                    "无法读取文件夹 " + folder + "。", "Cannot read the folder " + folder + ".");
        }
        return new DefinitionShelf(found, true, rejected);
    }

    /// Whether the reader gave any: without them nothing is said about steps.
    boolean given() {
        return given;
    }

    /// Texts that this version cannot read: one of them may be the one that is wanted.
    List<String> rejected() {
        return rejected;
    }

    Optional<PowerDefinition> find(String digest) {
        return Optional.ofNullable(byDigest.get(digest));
    }
}
