package org.guiju.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// 变异得分: joins the reports of PIT of several modules into one score a package. A mutant counts as seen if the tests of any module
/// see it. `java testkit/src/main/java/org/guiju/testkit/MutationScore.java REPORT.xml…` prints the table of `docs/evidence/mutants.md`.
public final class MutationScore {
    private MutationScore() {}

    /// What became of a mutant, the better one later.
    public enum Fate {
        /// No test comes by.
        NOT_COVERED,
        /// Tests come by, and none is red.
        SURVIVED,
        /// A test was red, ran out of time or of memory.
        SEEN
    }

    /// 计数 of a package.
    public record Score(int seen, int survived, int notCovered) {
        public int all() {
            return seen + survived + notCovered;
        }

        Score with(Fate fate) {
            return switch (fate) {
                case SEEN -> new Score(seen + 1, survived, notCovered);
                case SURVIVED -> new Score(seen, survived + 1, notCovered);
                case NOT_COVERED -> new Score(seen, survived, notCovered + 1);
            };
        }

        Score and(Score other) {
            return new Score(
                    seen + other.seen, survived + other.survived, notCovered + other.notCovered);
        }

        String row(String name) {
            // Cut off and not rounded: 84.99 is not 85.
            int thousandths = all() == 0 ? 0 : seen * 1000 / all();
            return "| %s | %d | %d | %d | %d | %d.%d %% |"
                    .formatted(
                            name,
                            all(),
                            seen,
                            survived,
                            notCovered,
                            thousandths / 10,
                            thousandths % 10);
        }
    }

    /// By package, in the order of their names.
    ///
    /// @param reports `mutations.xml` of runs over the same classes; line numbers may differ, bytecode of a method may not
    public static Map<String, Score> of(List<Path> reports) throws IOException {
        var fates = new HashMap<List<String>, Fate>();
        for (var report : reports) {
            read(report, fates);
        }
        var scores = new TreeMap<String, Score>();
        fates.forEach((mutant, fate) ->
                scores.merge(
                        packageOf(mutant.getFirst()), new Score(0, 0, 0).with(fate), Score::and));
        return scores;
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private static void read(Path report, Map<List<String>, Fate> fates) throws IOException {
        var found = parse(report).getElementsByTagName("mutation");
        for (int i = 0; i < found.getLength(); i++) {
            var mutation = (Element) found.item(i);
            var key = new ArrayList<String>();
            for (var part :
                    List.of(
                            "mutatedClass",
                            "mutatedMethod",
                            "methodDescription",
                            "mutator",
                            "indexes")) {
                key.add(mutation.getElementsByTagName(part).item(0).getTextContent());
            }
            fates.merge(List.copyOf(key), fate(mutation), MutationScore::better);
        }
    }

    private static Fate fate(Element mutation) {
        if (mutation.getAttribute("detected").equals("true")) {
            return Fate.SEEN;
        }
        return mutation.getAttribute("status").equals("NO_COVERAGE")
                ? Fate.NOT_COVERED
                : Fate.SURVIVED;
    }

    private static Fate better(Fate one, Fate other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Document parse(Path report) throws IOException {
        try (InputStream in = Files.newInputStream(report)) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(in);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(report + " is no report of PIT", e);
        }
    }

    /// @param args reports to join
    public static void main(String[] args) throws IOException {
        var scores = of(List.of(args).stream().map(Path::of).toList());
        System.out.println("| package | mutants | seen | survived | no coverage | score |");
        System.out.println("|---|---|---|---|---|---|");
        scores.forEach((name, score) -> System.out.println(score.row("`" + name + "`")));
        System.out.println(
                scores.values().stream().reduce(new Score(0, 0, 0), Score::and).row("**all**"));
    }
}
