package org.guiju.app.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountWordsTest {

    @Test
    void aNameOfThreeToSixtyFourCharactersFits() {
        assertThat(AccountWords.faultOfUsername("ab")).isPresent();
        assertThat(AccountWords.faultOfUsername("abc")).isEmpty();
        assertThat(AccountWords.faultOfUsername("a".repeat(64))).isEmpty();
        assertThat(AccountWords.faultOfUsername("a".repeat(65))).isPresent();
    }

    @Test
    void fullWidthAndCapitalsAreTheSameName() {
        assertThat(AccountWords.username(" ＬｉＭｉｎ０１ ")).isEqualTo("limin01");
    }

    @Test
    void aPasswordOfTenCharactersAndSeventyTwoBytesFits() {
        assertThat(AccountWords.faultOfPassword("tall herns", "x")).isEmpty();
        assertThat(AccountWords.faultOfPassword("tall hern", "x"))
                .contains("register.password.short");
        assertThat(AccountWords.faultOfPassword("静看苔痕上阶绿色一二三四五六七八九十百千万里", "x")).isEmpty();
        assertThat(AccountWords.faultOfPassword("abcd".repeat(18), "x")).isEmpty();
        assertThat(AccountWords.faultOfPassword("abcd".repeat(18) + "e", "x"))
                .contains("register.password.long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "0123456789",
                "9876543210",
                "abcdefghijkl",
                "aaaaaaaaaa",
                "ababababab",
                "abcabcabcabc"
            })
    void aPasswordThatIsARunOrARepetitionDoesNot(String password) {
        assertThat(AccountWords.faultOfPassword(password, "x-y-z"))
                .contains("register.password.plain");
    }

    @Test
    void aPasswordDoesNotContainItsName() {
        assertThat(AccountWords.faultOfPassword("LiMin-2026-go", "limin"))
                .contains("register.password.username");
    }

    /// The last of each line is near one of the others and stays allowed.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1qaz2wsx3edc",
                "Qwerty123456",
                "liverpool-2026",
                "2026!Dragon!2026",
                "guiju-2026-2026",
                "规矩12345678901",
                "Admin@1234567",
                "wodemima2026"
            })
    void aPasswordThatManyUseIsNotTaken(String password) {
        assertThat(AccountWords.faultOfPassword(password, "x-y-z"))
                .contains("register.password.common");
        assertThat(AccountWords.faultOfPassword(password + " heron", "x-y-z")).isEmpty();
    }

    @Test
    void aTelephoneIsReadWithItsSpacesAndDashes() {
        assertThat(AccountWords.phone("１３８ 0000-0001")).isEqualTo("13800000001");
        assertThat(AccountWords.faultOfPhone("13800000001")).isEmpty();
        assertThat(AccountWords.faultOfPhone("1380000000")).isPresent();
        assertThat(AccountWords.faultOfPhone("138000000012")).isPresent();
        assertThat(AccountWords.faultOfPhone("05701234567")).isEmpty();
    }
}
