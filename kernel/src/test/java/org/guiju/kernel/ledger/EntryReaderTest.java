package org.guiju.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.kernel.ledger.EntryFault.*;
import static org.guiju.kernel.ledger.Samples.bytes;
import static org.guiju.kernel.ledger.Samples.refused;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the reader refuses, with the fault and the byte where it stands. One row a lie.
class EntryReaderTest {

    static Stream<Arguments> lies() {
        return Stream.of(
                // white space
                lie(" {\"a\":1}", WHITESPACE, 0),
                lie("{ \"a\":1}", WHITESPACE, 1),
                lie("{\"a\" :1}", WHITESPACE, 4),
                lie("{\"a\":\t1}", WHITESPACE, 5),
                lie("{\"a\":1\n}", WHITESPACE, 6),
                lie("{\"a\":1, \"b\":2}", WHITESPACE, 7),
                lie("{\"a\":[ \"x\"]}", WHITESPACE, 6),
                lie("{\"a\":1}\r", WHITESPACE, 7),
                lie("{\"规\":1}", MEMBER_NAME, 1),
                lie("{\"a\":\"规\" }", WHITESPACE, 10),
                // members
                lie("{\"a\":1,\"a\":1}", DUPLICATE_MEMBER, 7),
                lie("{\"b\":1,\"a\":1}", MEMBER_ORDER, 7),
                lie("{\"a\":1,\"A\":1}", MEMBER_NAME, 7),
                lie("{\"\":1}", MEMBER_NAME, 1),
                lie("{\"\\u0061\":1}", ESCAPE, 2),
                lie("{a:1}", UNEXPECTED, 1),
                lie("{'a':1}", UNEXPECTED, 1),
                lie("{\"a\"=1}", UNEXPECTED, 4),
                lie("{\"a\":1,}", UNEXPECTED, 7),
                lie("{,\"a\":1}", UNEXPECTED, 1),
                lie("{\"a\":1;\"b\":2}", UNEXPECTED, 6),
                // strings
                lie("{\"a\":\"\\/\"}", ESCAPE, 6),
                lie("{\"a\":\"\\u0041\"}", ESCAPE, 6),
                lie("{\"a\":\"\\u000a\"}", ESCAPE, 6),
                lie("{\"a\":\"\\u000F\"}", ESCAPE, 6),
                lie("{\"a\":\"\\u00e9\"}", ESCAPE, 6),
                lie("{\"a\":\"\\x41\"}", ESCAPE, 6),
                lie("{\"a\":\"\\u00\uff10f\"}", ESCAPE, 6),
                lie("{\"a\":\"\\u0000\"}", CONTROL_CHARACTER, 5),
                lie("{\"a\":\"\u0001\"}", CONTROL_CHARACTER, 6),
                lie("{\"a\":\"\n\"}", CONTROL_CHARACTER, 6),
                lie("{\"a\":\"\\ud83d\"}", ESCAPE, 6),
                lie("{\"a\":\"e\u0301\"}", NOT_NFC, 5),
                lie("{\"a\":[\"x\",\"e\u0301\"]}", NOT_NFC, 5),
                lie("{\"a\":\"\uffff\"}", UNASSIGNED_CHARACTER, 5),
                // integers
                lie("{\"a\":01}", INTEGER_FORM, 5),
                lie("{\"a\":-0}", INTEGER_FORM, 5),
                lie("{\"a\":-01}", INTEGER_FORM, 5),
                lie("{\"a\":-}", INTEGER_FORM, 5),
                lie("{\"a\":1.0}", INTEGER_FORM, 5),
                lie("{\"a\":1e3}", INTEGER_FORM, 5),
                lie("{\"a\":1E3}", INTEGER_FORM, 5),
                lie("{\"a\":+1}", UNEXPECTED, 5),
                lie("{\"a\":.5}", UNEXPECTED, 5),
                lie("{\"a\":9007199254740992}", INTEGER_RANGE, 5),
                lie("{\"a\":-9007199254740992}", INTEGER_RANGE, 5),
                lie("{\"a\":9007199254740993}", INTEGER_RANGE, 5),
                lie("{\"a\":99999999999999999}", INTEGER_RANGE, 5),
                lie("{\"a\":18446744073709551617}", INTEGER_RANGE, 5),
                // shapes outside the profile
                lie("{\"a\":null}", UNSUPPORTED_VALUE, 5),
                lie("{\"a\":true}", UNSUPPORTED_VALUE, 5),
                lie("{\"a\":{}}", NESTED, 5),
                lie("{\"a\":[[]]}", NESTED, 6),
                lie("{\"a\":[{}]}", NESTED, 6),
                lie("{\"a\":[1]}", UNSUPPORTED_VALUE, 6),
                lie("{\"a\":[null]}", UNSUPPORTED_VALUE, 6),
                lie("{\"a\":[\"x\",]}", UNEXPECTED, 10),
                lie("{\"a\":[,\"x\"]}", UNEXPECTED, 6),
                lie("{\"a\":[\"x\" \"y\"]}", WHITESPACE, 9),
                lie("{\"a\":[\"x\"\"y\"]}", UNEXPECTED, 9),
                // the whole
                lie("", NOT_AN_OBJECT, 0),
                lie("[]", NOT_AN_OBJECT, 0),
                lie("\"a\"", NOT_AN_OBJECT, 0),
                lie("\ufeff{}", NOT_AN_OBJECT, 0),
                lie("{}{}", TRAILING, 2),
                lie("{}\u0000", TRAILING, 2),
                lie("{\"a\":1}}", TRAILING, 7),
                lie("{", UNFINISHED, 1),
                lie("{\"", UNFINISHED, 2),
                lie("{\"a", UNFINISHED, 3),
                lie("{\"a\"", UNFINISHED, 4),
                lie("{\"a\":", UNFINISHED, 5),
                lie("{\"a\":[", UNFINISHED, 6),
                lie("{\"a\":[\"x\",", UNFINISHED, 10),
                lie("{\"a\":\"\\", UNFINISHED, 6),
                lie("{\"a\":\"\\u00", UNFINISHED, 6),
                lie("{\"a\":1", UNFINISHED, 6),
                lie("{\"a\":1,", UNFINISHED, 7));
    }

    private static Arguments lie(String text, EntryFault fault, int position) {
        return Arguments.of(text, fault, position);
    }

    @ParameterizedTest
    @MethodSource("lies")
    void everyOtherSpellingIsRefusedAtItsPlace(String text, EntryFault fault, int position) {
        var refusal = refused(() -> EntryReader.read(bytes(text)));
        assertThat(refusal).isNotNull();
        assertThat(refusal.fault()).isEqualTo(fault);
        assertThat(refusal.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @MethodSource("notUtf8")
    void bytesThatAreNotUtf8AreRefusedAtTheFirstOfThem(String hex, int position) {
        var refusal = refused(() -> EntryReader.read(HexFormat.of().parseHex(hex)));
        assertThat(refusal.fault()).isEqualTo(NOT_UTF8);
        assertThat(refusal.position()).isEqualTo(position);
    }

    static Stream<Arguments> notUtf8() {
        String head = "7b2261223a22"; // {"a":"
        return Stream.of(
                Arguments.of(head + "80227d", 6), // a follower without a leader
                Arguments.of(head + "c080227d", 6), // overlong U+0000
                Arguments.of(head + "c1a1227d", 6), // overlong a
                Arguments.of(head + "e08080227d", 6), // overlong, three bytes
                Arguments.of(head + "eda0bdedb882227d", 6), // surrogates as bytes (CESU-8)
                Arguments.of(head + "f4908080227d", 6), // beyond U+10FFFF
                Arguments.of(head + "78ff227d", 7),
                Arguments.of(head + "e8a7", 6), // cut inside a character
                Arguments.of("fffe7b00", 0)); // UTF-16
    }

    @Test
    void deepNestingIsRefusedWithoutAStackOverflow() {
        for (String opening : new String[] {"[", "{\"a\":"}) {
            var deep = bytes("{\"a\":" + opening.repeat(60_000 / opening.length()));
            assertThat(refused(() -> EntryReader.read(deep)).fault()).isEqualTo(NESTED);
        }
    }

    @Test
    void moreThan65535BytesAreRefusedUnread() {
        var long1 = new byte[65_536];
        Arrays.fill(long1, (byte) '[');
        assertThat(refused(() -> EntryReader.read(long1)).fault()).isEqualTo(TOO_LONG);
    }

    @Test
    void anEmptyObjectAndEmptyValuesAreEntries() {
        for (String text : new String[] {"{}", "{\"a\":\"\"}", "{\"a\":[]}", "{\"a\":0}"}) {
            assertThat(EntryReader.read(bytes(text))).hasToString(text);
        }
    }

    @Test
    void aRefusalNamesCodePlaceByteAndRemedyInBothLanguages() {
        var refusal = refused(() -> EntryReader.read(bytes("{\"name\":\"e\u0301\"}")));
        assertThat(refusal.code()).isEqualTo("ledger.not-nfc");
        assertThat(refusal.getMessage())
                .isEqualTo(
                        "ledger.not-nfc: \"name\": text of 2 characters @ byte 8. "
                                + "写入前先转为 NFC / normalise the text to NFC before it is written");
    }
}
