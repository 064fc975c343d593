package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.guiju.kernel.cases.PersonalData.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 个人信息保护法 47: needed while the case runs, put away while the file must be kept, then destroyed.
class PersonalDataTest {
    private static final LocalDate CLOSED = LocalDate.of(2024, 2, 29);

    @ParameterizedTest
    @CsvSource({
        "10y, 2024-02-29, SEALED",
        "10y, 2034-02-27, SEALED",
        "10y, 2034-02-28, SEALED",
        "10y, 2034-03-01, ERASED",
        "30y, 2054-02-28, SEALED",
        "30y, 2054-03-01, ERASED",
        "permanent, 2999-01-01, SEALED"
    })
    void theLastDayOfTheRetentionIsStillWithinIt(String retention, LocalDate today, Answer answer) {
        assertThat(PersonalData.answer(retention, CLOSED, today)).isEqualTo(answer);
    }

    @Test
    void whileTheCaseRunsTheDataAreNeeded() {
        assertThat(PersonalData.answer("10y", null, CLOSED.plusYears(50))).isEqualTo(Answer.NEEDED);
    }
}
