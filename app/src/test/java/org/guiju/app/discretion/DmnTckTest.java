package org.guiju.app.discretion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.internal.io.ResourceFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// The decision tables of the OMG's DMN TCK against the engine we ship. The kit is not ours and not in the repository: it is read from
/// the folder `guiju.dmn-tck` names, or beside the checkout; without it the test skips.
class DmnTckTest {
    private static final String TEST = "http://www.omg.org/spec/DMN/20160719/testcase";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String LEVELS = ".*compliance-level-[23].*\\.xml";
    private static final BigDecimal NEAR = new BigDecimal("1e-8");
    private static final FEEL FEEL_OF_KIE = FEELBuilder.builder().build();

    private static final Path KIT =
            Path.of(System.getProperty("guiju.dmn-tck", "../../shared/data/dmn-tck/TestCases"));

    @Test
    void everyDecisionTableOfTheKitComesOutAsExpected() throws Exception {
        assumeTrue(Files.isDirectory(KIT), "no DMN TCK at hand: -Dguiju.dmn-tck=FOLDER/TestCases");
        int files = 0;
        int results = 0;
        var differing = new ArrayList<String>();
        for (var file : files()) {
            var test = parsed(file);
            if (children(test.getDocumentElement(), "labels").stream()
                    .flatMap(l -> children(l, "label").stream())
                    .noneMatch(l -> l.getTextContent().strip().startsWith("Decision Table"))) {
                continue;
            }
            files++;
            results += run(file, test, differing);
        }
        System.out.printf("DMN TCK: %d files, %d results%n", files, results);
        assertThat(differing).isEmpty();
        assertThat(files).isGreaterThanOrEqualTo(26);
        assertThat(results).isGreaterThanOrEqualTo(116);
    }

    private static List<Path> files() throws IOException {
        try (var all = Files.walk(KIT)) {
            return all.filter(p -> p.toString().matches(LEVELS)).sorted().toList();
        }
    }

    private static Document parsed(Path file)
            throws ParserConfigurationException, IOException, SAXException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static int run(Path file, Document test, List<String> differing) throws IOException {
        var folder = java.util.Objects.requireNonNull(file.getParent());
        var runtime = runtime(folder);
        var name =
                children(test.getDocumentElement(), "modelName")
                        .getFirst()
                        .getTextContent()
                        .strip();
        var model =
                runtime.getModels().stream()
                        .filter(m -> m.getResource().getSourcePath().endsWith(name))
                        .findFirst()
                        .orElseGet(() -> runtime.getModels().getFirst());
        int results = 0;
        for (var testCase : children(test.getDocumentElement(), "testCase")) {
            for (var result : children(testCase, "resultNode")) {
                results++;
                var wanted = children(result, "expected");
                var want = wanted.isEmpty() ? null : value(wanted.getFirst());
                var got = evaluated(runtime, model, testCase, result.getAttribute("name"));
                if (!same(want, got)) {
                    differing.add(
                            folder.getFileName()
                                    + " case "
                                    + testCase.getAttribute("id")
                                    + ": expected "
                                    + want
                                    + ", got "
                                    + got);
                }
            }
        }
        return results;
    }

    private static DMNRuntime runtime(Path folder) throws IOException {
        var models = new ArrayList<Resource>();
        try (var all = Files.list(folder)) {
            all.filter(p -> p.toString().endsWith(".dmn"))
                    .sorted()
                    .forEach(p -> models.add(ResourceFactory.newFileResource(p.toFile())));
        }
        return DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(models)
                .getOrElseThrow(IllegalStateException::new);
    }

    private static @Nullable Object evaluated(
            DMNRuntime runtime, DMNModel model, Element testCase, String decision) {
        var context = runtime.newContext();
        for (var input : children(testCase, "inputNode")) {
            context.set(input.getAttribute("name"), value(input));
        }
        var service = testCase.getAttribute("invocableName");
        var results =
                testCase.getAttribute("type").equals("decisionService") && !service.isEmpty()
                        ? runtime.evaluateDecisionService(model, context, service)
                        : runtime.evaluateByName(model, context, decision);
        return results.getDecisionResultByName(decision).getResult();
    }

    private static @Nullable Object value(Element e) {
        if (!children(e, "list").isEmpty()) {
            var items = new ArrayList<@Nullable Object>();
            children(children(e, "list").getFirst(), "item").forEach(i -> items.add(value(i)));
            return items;
        }
        if (!children(e, "component").isEmpty()) {
            var entries = new LinkedHashMap<String, @Nullable Object>();
            children(e, "component").forEach(c -> entries.put(c.getAttribute("name"), value(c)));
            return entries;
        }
        if (children(e, "value").isEmpty()) {
            return null;
        }
        var v = children(e, "value").getFirst();
        return v.getAttributeNS(XSI, "nil").equals("true") ? null : typed(v);
    }

    private static Object typed(Element v) {
        var type = v.getAttributeNS(XSI, "type");
        var text = v.getTextContent();
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "decimal", "double", "integer", "int", "float", "long" ->
                    new BigDecimal(text.strip());
            case "boolean" -> Boolean.valueOf(text.strip());
            case "date" -> feel("date", text);
            case "dateTime" -> feel("date and time", text);
            case "time" -> feel("time", text);
            case "duration" -> feel("duration", text);
            default -> text;
        };
    }

    private static Object feel(String function, String text) {
        return FEEL_OF_KIE.evaluate(function + "(\"" + text.strip() + "\")");
    }

    private static boolean same(@Nullable Object want, @Nullable Object got) {
        if (want == null || got == null) {
            return want == null && got == null;
        }
        return switch (want) {
            case BigDecimal x ->
                    got instanceof Number
                            && x.subtract(new BigDecimal(got.toString())).abs().compareTo(NEAR)
                                    <= 0;
            case List<?> x -> got instanceof Collection<?> y && sameItems(x, List.copyOf(y));
            case Map<?, ?> x ->
                    got instanceof Map<?, ?> y
                            && x.keySet().equals(y.keySet())
                            && x.keySet().stream().allMatch(k -> same(x.get(k), y.get(k)));
            default -> want.equals(got) || want.toString().equals(got.toString());
        };
    }

    private static boolean sameItems(List<?> want, List<?> got) {
        if (want.size() != got.size()) {
            return false;
        }
        for (int i = 0; i < want.size(); i++) {
            if (!same(want.get(i), got.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Element> children(Element e, String name) {
        var found = new ArrayList<Element>();
        for (var c = e.getFirstChild(); c != null; c = c.getNextSibling()) {
            if (c instanceof Element x
                    && name.equals(x.getLocalName())
                    && TEST.equals(x.getNamespaceURI())) {
                found.add(x);
            }
        }
        return found;
    }
}
