package org.guiju.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Step;
import org.junit.jupiter.api.Test;

class ShippedDefinitionsTest {
    private final DefinitionReader reader = new DefinitionReader();

    private PowerDefinition load(String name) {
        var text = Objects.requireNonNull(ShippedDefinitions.texts().get(name));
        var result = reader.read(text, name);
        assertThat(result).as(result.toString()).isInstanceOf(Loaded.class);
        return ((Loaded) result).definition();
    }

    @Test
    void the_shipped_texts_load_without_a_problem() {
        ShippedDefinitions.texts().keySet().forEach(this::load);
    }

    @Test
    void the_two_versions_are_one_power_and_never_in_force_on_one_day() {
        var old = load("wangba-licence-v2.yaml");
        var now = load("wangba-licence.yaml");
        assertThat(now.code()).isEqualTo(old.code());
        assertThat(now.digest()).isNotEqualTo(old.digest());
        assertThat(old.inForceOn(LocalDate.of(2024, 12, 31))).isTrue();
        assertThat(now.inForceOn(LocalDate.of(2024, 12, 31))).isFalse();
        assertThat(old.inForceOn(LocalDate.of(2025, 1, 1))).isFalse();
        assertThat(now.inForceOn(LocalDate.of(2025, 1, 1))).isTrue();
    }

    @Test
    void the_name_is_made_of_matter_and_kind() {
        assertThat(load("wangba-licence.yaml").name()).isEqualTo("互联网上网服务营业场所经营单位设立（行政许可）");
    }

    @Test
    void every_text_meant_for_people_has_its_english() {
        var power = load("wangba-licence.yaml");
        assertThat(power.matter().en()).isNotBlank();
        for (var s : power.situations()) {
            assertThat(s.steps()).extracting(Step::name).allMatch(t -> t.en() != null);
            assertThat(s.fields()).allMatch(f -> f.label().en() != null && f.hint().en() != null);
            assertThat(s.materials()).allMatch(m -> m.name().en() != null && m.note().en() != null);
        }
    }
}
