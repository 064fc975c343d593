package org.guiju.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.formats.definition.Broken.BASE;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guiju.formats.definition.YamlTree.Items;
import org.guiju.formats.definition.YamlTree.Keyed;
import org.guiju.formats.definition.YamlTree.Node;
import org.guiju.formats.definition.YamlTree.Word;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.powers.Basis;
import org.guiju.kernel.powers.Channel;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.Material;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.StepKind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(DefinitionSchema.json());

    private static List<Error> errors(String yaml) {
        var tree = Objects.requireNonNull(YamlTree.parse(yaml, new Reading()));
        return SCHEMA.validate(typed(tree), InputFormat.JSON);
    }

    /// JSON as an editor makes it of the YAML: plain whole numbers and flags are no strings.
    private static String typed(Node node) {
        return switch (node) {
            case Word w when w.nothing() -> "null";
            case Word w when w.plain() && w.value().matches("-?[0-9]+|true|false") -> w.value();
            case Word w -> JSON.writeValueAsString(w.value());
            case Items list ->
                    list.items().stream()
                            .map(SchemaTest::typed)
                            .collect(Collectors.joining(",", "[", "]"));
            case Keyed map ->
                    map.entries().entrySet().stream()
                            .map(e ->
                                    JSON.writeValueAsString(e.getKey())
                                            + ":"
                                            + typed(e.getValue().value()))
                            .collect(Collectors.joining(",", "{", "}"));
        };
    }

    @Test
    void the_shipped_texts_have_the_published_form() {
        ShippedDefinitions.texts()
                .forEach((name, text) -> assertThat(errors(text)).as(name).isEmpty());
        assertThat(errors(BASE)).isEmpty();
        assertThat(errors(Broken.text("parallel-two-organs.yaml"))).isEmpty();
    }

    @Test
    void the_form_refuses_what_the_reader_refuses() {
        assertThat(errors(BASE + "foo: bar\n")).isNotEmpty();
        assertThat(errors(BASE.replace("section: 文化市场科\n", ""))).isNotEmpty();
        assertThat(errors(BASE.replace("version: 1\n", "version: one\n"))).isNotEmpty();
        assertThat(errors(BASE.replace("kind: hearing", "kind: haering"))).isNotEmpty();
        assertThat(errors(BASE.replace("organ: qinglan-culture", "organ: 文化局"))).isNotEmpty();
        assertThat(errors(BASE.replace("at-least: 20,", "at-least: 20, at-most: 30,")))
                .isNotEmpty();
        assertThat(errors(BASE.replace("fees: none", "fees: free"))).isNotEmpty();
    }

    @Test
    void reader_and_schema_know_the_same_keys() {
        var reading = new Reading();
        var reader = new DefinitionReader();
        reader.read(BASE.replace("fees: none", "fees: { fen: 1, basis: reg-1 }"), "a", reading);
        reader.read(Broken.text("parallel-two-organs.yaml"), "b", reading);
        var defs = schema().get("$defs");
        assertThat(reading.asked()).hasSizeGreaterThan(25);
        reading.asked()
                .forEach((kind, keys) -> {
                    var properties =
                            kind.equals("text")
                                    ? defs.get("text").get("oneOf").get(1).get("properties")
                                    : defs.get(kind).get("properties");
                    if (!kind.equals("outcomes")) {
                        assertThat(new TreeSet<>(properties.propertyNames()))
                                .as(kind)
                                .isEqualTo(keys);
                    }
                });
    }

    @Test
    void the_words_of_the_schema_are_the_words_of_the_kernel() {
        words("power", "kind", Arrays.stream(PowerKind.values()).map(PowerKind::code).toList());
        words("step", "kind", Arrays.stream(StepKind.values()).map(StepKind::code).toList());
        words("basis", "rank", Arrays.stream(Basis.Rank.values()).map(Basis.Rank::code).toList());
        words("field", "type", Arrays.stream(Field.Type.values()).map(Field.Type::code).toList());
        words(
                "material",
                "source",
                Arrays.stream(Material.Source.values()).map(Material.Source::code).toList());
        words("separation", "one", Arrays.stream(Duty.values()).map(Duty::code).toList());
        words("limit", "unit", Arrays.stream(LimitUnit.values()).map(LimitUnit::code).toList());
        var channels = schema().get("$defs").get("situation").get("properties").get("channels");
        assertThat(strings(channels.get("oneOf").get(0).get("enum")))
                .isEqualTo(Arrays.stream(Channel.values()).map(Channel::code).toList());
        var outcomes =
                Arrays.stream(StepKind.values())
                        .flatMap(k ->
                                java.util.stream.Stream.concat(
                                        k.required().stream(), k.optional().stream()))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(
                        new TreeSet<>(
                                strings(
                                        schema().get("$defs")
                                                .get("outcomes")
                                                .get("propertyNames")
                                                .get("enum"))))
                .isEqualTo(outcomes);
    }

    private static void words(String kind, String key, List<String> codes) {
        var property = schema().get("$defs").get(kind).get("properties").get(key);
        assertThat(strings(property.get("enum"))).isEqualTo(codes);
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    private static JsonNode schema() {
        return JSON.readTree(DefinitionSchema.json());
    }
}
