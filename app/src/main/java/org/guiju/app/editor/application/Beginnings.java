package org.guiju.app.editor.application;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.guiju.app.powers.Catalogue;
import org.guiju.formats.definition.DraftNode.Keyed;
import org.guiju.formats.definition.DraftNode.Word;
import org.guiju.formats.definition.DraftText;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.springframework.stereotype.Component;

/// 起草方式: what a draft begins with: nothing, a pattern, or the newest version of the power.
@Component
public class Beginnings {
    /// Patterns: shipped definitions that run.
    public static final List<String> PATTERNS = List.of("wangba-licence", "road-penalty");

    private final Catalogue catalogue;

    Beginnings(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Whether the power has a version that the next one can begin with.
    public boolean known(String code) {
        return !catalogue.versions(code).isEmpty();
    }

    /// The organ of the newest version.
    public Optional<OrganId> organ(String code) {
        return catalogue.versions(code).stream().findFirst().map(PowerDefinition::organ);
    }

    /// The first text of a draft.
    ///
    /// @param pattern name of a pattern, or empty
    public String text(String code, OrganId organ, String pattern) {
        var newest = catalogue.versions(code).stream().findFirst();
        if (newest.isPresent()) {
            var version = newest.get().version();
            var text = catalogue.text(code, version).orElseThrow();
            return changed(
                    text,
                    root(text)
                            .with("version", new Word(Integer.toString(version + 1)))
                            .with("in-force", null)
                            .with("until", null));
        }
        if (PATTERNS.contains(pattern)) {
            var text = Objects.requireNonNull(ShippedDefinitions.texts().get(pattern + ".yaml"));
            return changed(
                    text,
                    root(text)
                            .with("power", new Word(code))
                            .with("version", new Word("1"))
                            .with("organ", new Word(organ.value()))
                            .with("in-force", null)
                            .with("until", null));
        }
        return "definition: 1\npower: " + code + "\nversion: 1\norgan: " + organ + "\n";
    }

    /// The first text of a draft whose flow was drawn elsewhere: the next version of the power, or its first.
    ///
    /// @param drawn text of the import, with what the drawing does not tell marked as missing
    public String drawn(String code, OrganId organ, String drawn) {
        var version =
                catalogue.versions(code).stream().findFirst().map(p -> p.version() + 1).orElse(1);
        return changed(
                drawn,
                root(drawn)
                        .with("power", new Word(code))
                        .with("version", new Word(version.toString()))
                        .with("organ", new Word(organ.value())));
    }

    private static String changed(String text, Keyed root) {
        return DraftText.with(text, root);
    }

    private static Keyed root(String text) {
        return Objects.requireNonNull(DraftText.parse(text).root());
    }
}
