package org.guiju.kernel.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Collectors;
import org.guiju.kernel.shared.CreditCode.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CreditCodeTest {
    private static final String VALID = "11511301452259996U";

    @ParameterizedTest
    @CsvFileSource(resources = "uscc_samples.csv", numLinesToSkip = 1)
    void published_codes_get_the_published_verdict(String code, String expected) {
        var verdict =
                CreditCode.faultOf(code)
                        .map(fault ->
                                switch (fault) {
                                    case LENGTH -> "INVALID:LENGTH";
                                    case CHARACTER -> "INVALID:CHAR";
                                    case CHECK_DIGIT -> "INVALID:CHECK";
                                });
        assertThat(verdict.orElse("VALID")).isEqualTo(expected);
        assertThat(CreditCode.of(code).isPresent()).isEqualTo(expected.equals("VALID"));
    }

    @Test
    void seventeen_and_nineteen_signs_are_a_wrong_length_eighteen_are_not() {
        assertThat(CreditCode.faultOf(VALID.substring(1))).contains(Fault.LENGTH);
        assertThat(CreditCode.faultOf(VALID)).isEmpty();
        assertThat(CreditCode.faultOf(VALID + "0")).contains(Fault.LENGTH);
    }

    @Test
    void a_small_letter_is_another_sign_and_not_repaired() {
        assertThat(CreditCode.faultOf("11511301452259996u")).contains(Fault.CHARACTER);
    }

    @Test
    void the_five_letters_that_are_misread_never_occur() {
        for (var letter : "IOSVZ".split("")) {
            assertThat(CreditCode.faultOf(letter + VALID.substring(1)))
                    .as(letter)
                    .contains(Fault.CHARACTER);
        }
    }

    @Test
    void changing_any_single_sign_is_noticed() {
        for (int i = 0; i < VALID.length(); i++) {
            for (var other :
                    "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().boxed().collect(Collectors.toSet())) {
                var changed =
                        VALID.substring(0, i) + (char) other.intValue() + VALID.substring(i + 1);
                var expected =
                        changed.equals(VALID) ? Optional.empty() : Optional.of(Fault.CHECK_DIGIT);
                assertThat(CreditCode.faultOf(changed)).as(changed).isEqualTo(expected);
            }
        }
    }

    @Test
    void the_region_is_told_by_the_third_to_eighth_sign() {
        assertThat(new CreditCode("11330283002982634F").region()).isEqualTo("330283");
    }

    @Test
    void a_wrong_code_cannot_become_a_value() {
        assertThatThrownBy(() -> new CreditCode("2222222222222")).hasMessageContaining("LENGTH");
    }
}
