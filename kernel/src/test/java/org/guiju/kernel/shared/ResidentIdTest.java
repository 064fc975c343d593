package org.guiju.kernel.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.guiju.kernel.shared.ResidentId.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ResidentIdTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvFileSource(resources = "idcard_samples.csv", numLinesToSkip = 1)
    void published_numbers_get_the_published_verdict(String number, String expected) {
        var verdict =
                ResidentId.faultOf(number, TODAY)
                        .map(fault ->
                                switch (fault) {
                                    case FORMAT -> "INVALID:FORMAT";
                                    case REGION -> "INVALID:REGION";
                                    case DATE -> "INVALID:DATE";
                                    case FUTURE -> "INVALID:FUTURE";
                                    case CHECK_DIGIT -> "INVALID:CHECK";
                                });
        assertThat(verdict.orElse("VALID")).isEqualTo(expected);
    }

    @Test
    void a_birth_is_in_the_future_until_the_day_itself() {
        var born = LocalDate.of(2030, 1, 1);
        var number = "330824203001010018";
        assertThat(ResidentId.faultOf(number, born.minusDays(1))).contains(Fault.FUTURE);
        assertThat(ResidentId.faultOf(number, born)).isEmpty();
        assertThat(ResidentId.faultOf(number, born.plusDays(1))).isEmpty();
    }

    @Test
    void a_leap_day_exists_in_leap_years_only() {
        assertThat(ResidentId.faultOf("330824200102290019", TODAY)).contains(Fault.DATE);
        assertThat(ResidentId.faultOf("110105200002290010", TODAY))
                .isNotEqualTo(java.util.Optional.of(Fault.DATE));
    }

    @Test
    void a_small_x_is_read_as_the_capital_one() {
        assertThat(ResidentId.of("44011320141005001x", TODAY))
                .hasValueSatisfying(id -> assertThat(id.value()).isEqualTo("44011320141005001X"));
    }

    @Test
    void the_date_of_birth_is_read_from_the_number() {
        assertThat(new ResidentId("11010519491231002X").birthDate())
                .isEqualTo(LocalDate.of(1949, 12, 31));
    }

    @Test
    void no_text_form_shows_the_number() {
        var id = new ResidentId("11010519491231002X");
        assertThat(id.toString()).isEqualTo("110*************2X").hasSize(18);
        assertThat("" + java.util.List.of(id)).doesNotContain("19491231");
        assertThatThrownBy(() -> new ResidentId("110105194912310021"))
                .hasMessageContaining("CHECK_DIGIT")
                .hasMessageNotContaining("110105");
    }
}
