package org.guiju.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.kernel.ledger.Samples.refused;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the writer writes and what no value may be. The JCS vectors are those of cyberphone/json-canonicalization
/// (`testdata/output/values.json`, `weird.json`, `french.json`), taken over as far as our profile has their shapes.
class EntryWriterTest {

    private static String written(Map<String, Value> members) {
        return new Entry(members).toString();
    }

    private static String written(String text) {
        return written(Map.of("s", Value.of(text)));
    }

    @Test
    void stringsAreEscapedAsTheJcsVectorValuesHasThem() {
        assertThat(written("\u20ac$\u000f\nA'B\"\\\\\"/"))
                .isEqualTo("{\"s\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void controlCharactersHaveFiveShortFormsAndLowerCaseHexadecimal() {
        var all = new StringBuilder();
        for (char c = 1; c < 0x20; c++) {
            all.append(c);
        }
        assertThat(written(all + "\u007f\u0080\u2028"))
                .isEqualTo(
                        "{\"s\":\"\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f"
                                + "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b"
                                + "\\u001c\\u001d\\u001e\\u001f\u007f\u0080\u2028\"}");
    }

    @Test
    void theOrderOfNamesIsThatOfUtf16CodeUnitsAsTheJcsVectorsHaveIt() {
        // weird.json: the smiley (code units d83d de02) stands before U+FB33, though its code point
        // is greater.
        var weird =
                List.of("\n", "\r", "1", "</script>", "\u0080", "ö", "€", "\ud83d\ude02", "\ufb33");
        var french = List.of("peach", "péché", "pêche", "sin");
        assertThat(sorted(weird)).isEqualTo(weird);
        assertThat(sorted(french)).isEqualTo(french);
    }

    /// By the map the writer sorts with: its names are ASCII, so only here other names can be seen in their order.
    private static List<String> sorted(List<String> names) {
        var map = new TreeMap<String, Integer>();
        names.reversed().forEach(name -> map.put(name, 0));
        return List.copyOf(map.keySet());
    }

    @Test
    void membersStandInTheOrderOfTheirBytes() {
        var members =
                Map.of(
                        "aB",
                        Value.of(1),
                        "a-b",
                        Value.of(2),
                        "a.b",
                        Value.of(3),
                        "a",
                        Value.of(4),
                        "a_b",
                        Value.of(5),
                        "a1",
                        Value.of(6),
                        "_sd",
                        Value.of(List.of()),
                        "ab",
                        Value.of(7));
        assertThat(written(members))
                .isEqualTo(
                        "{\"_sd\":[],\"a\":4,\"a-b\":2,\"a.b\":3,\"a1\":6,\"aB\":1,\"a_b\":5,\"ab\":7}");
    }

    @Test
    void astralCharactersStandAsTheyAre() {
        assertThat(written("𠮷野家😂")).isEqualTo("{\"s\":\"𠮷野家😂\"}");
    }

    @Test
    void anArrayKeepsItsOrder() {
        assertThat(written(Map.of("l", Value.of(List.of("b", "a", "b")))))
                .isEqualTo("{\"l\":[\"b\",\"a\",\"b\"]}");
    }

    @Test
    void integersReachTwoToTheFiftyThreeLessOneAndNoFurther() {
        long most = 9_007_199_254_740_991L;
        assertThat(written(Map.of("n", Value.of(most)))).isEqualTo("{\"n\":9007199254740991}");
        assertThat(written(Map.of("n", Value.of(-most)))).isEqualTo("{\"n\":-9007199254740991}");
        for (long n : new long[] {most + 1, -most - 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(refused(() -> Value.of(n)).fault()).isEqualTo(EntryFault.INTEGER_RANGE);
        }
    }

    @Test
    void aSurrogateWithoutPartnerIsRefusedWhereverItStands() {
        for (String text :
                List.of("\ud83d", "\ude02", "a\ud83d", "\ud83da", "\ude02\ud83d", "😂\ude02")) {
            assertThat(refused(() -> Value.of(text)).fault()).isEqualTo(EntryFault.LONE_SURROGATE);
            assertThat(refused(() -> Value.of(List.of("a", text))).fault())
                    .isEqualTo(EntryFault.LONE_SURROGATE);
        }
    }

    @Test
    void decomposedTextIsRefusedAndComposedTextIsTaken() {
        // unicode.json of the JCS vectors keeps A + U+030A as it stands; our profile refuses it
        // instead.
        assertThat(refused(() -> Value.of("A\u030a")).fault()).isEqualTo(EntryFault.NOT_NFC);
        assertThat(written("Å")).isEqualTo("{\"s\":\"Å\"}");
        // A compatibility ideograph has a canonical twin: two texts that look alike.
        assertThat(refused(() -> Value.of("\uf900")).fault()).isEqualTo(EntryFault.NOT_NFC);
        assertThat(refused(() -> Value.of("\ud87e\udc00")).fault()).isEqualTo(EntryFault.NOT_NFC);
    }

    @Test
    void theNullCharacterIsRefused() {
        assertThat(refused(() -> Value.of("a\u0000")).fault())
                .isEqualTo(EntryFault.CONTROL_CHARACTER);
    }

    @Test
    void unassignedCharactersAndNoncharactersAreRefused() {
        for (int point : new int[] {0x0378, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0x2FFFF, 0x10FFFF}) {
            assertThat(refused(() -> Value.of(Character.toString(point))).fault())
                    .isEqualTo(EntryFault.UNASSIGNED_CHARACTER);
        }
    }

    @Test
    void rareIdeographsNewerThanTheJdkAndPrivateUseAreTaken() {
        for (int point : new int[] {0x20000, 0x2A6DF, 0x2F7FF, 0x30000, 0x33479, 0xE000, 0xF0000}) {
            String text = Character.toString(point);
            assertThat(EntryReader.read(new Entry(Map.of("s", Value.of(text))).bytes()).text("s"))
                    .isEqualTo(text);
        }
    }

    /// The check for unassigned characters holds only if both tables of the JDK are of one edition of Unicode:
    /// U+16121 came with Unicode 16 and is composed of two U+1611E.
    @Test
    void theJdkNormalisesByTheEditionItAssignsBy() {
        String pair = Character.toString(0x1611E).repeat(2);
        boolean assigned = Character.getType(0x1611E) != Character.UNASSIGNED;
        boolean composed =
                Normalizer.normalize(pair, Normalizer.Form.NFC).equals(Character.toString(0x16121));
        assertThat(composed).isEqualTo(assigned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "A", "-a", ".a", "...", "é", "aé", "a b", "a\n", "a\"", "名"})
    void namesOutsideTheAsciiPatternAreRefused(String name) {
        var fault = refused(() -> new Entry(Map.of(name, Value.of(1))));
        assertThat(fault.fault()).isEqualTo(EntryFault.MEMBER_NAME);
        assertThat(refused(() -> Entry.builder().put(name, 1)).fault())
                .isEqualTo(EntryFault.MEMBER_NAME);
        assertThat(fault.getMessage()).matches("\\p{ASCII}+.*").doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_", "_sd", "a9Z_.-", "applicant_masked"})
    void namesInsideThePatternAreTaken(String name) {
        assertThat(new Entry(Map.of(name, Value.of(1))).has(name)).isTrue();
    }

    @Test
    void anEntryHasAtMost65535Bytes() {
        int frame = "{\"s\":\"\"}".length();
        var most = new Entry(Map.of("s", Value.of("x".repeat(65_535 - frame))));
        assertThat(most.bytes()).hasSize(65_535);
        assertThat(EntryReader.read(most.bytes())).isEqualTo(most);
        assertThat(
                        refused(() -> new Entry(Map.of("s", Value.of("x".repeat(65_536 - frame)))))
                                .fault())
                .isEqualTo(EntryFault.TOO_LONG);
        // Bytes are counted, not characters: an ideograph has three.
        assertThat(refused(() -> new Entry(Map.of("s", Value.of("规".repeat(21_843))))).fault())
                .isEqualTo(EntryFault.TOO_LONG);
    }

    @Test
    void aBuilderTakesANameOnce() {
        assertThat(refused(() -> Entry.builder().put("a", 1).put("a", 1)).fault())
                .isEqualTo(EntryFault.DUPLICATE_MEMBER);
    }

    @Test
    void anEntryCannotBeChangedFromOutside() {
        var members = new TreeMap<String, Value>(Map.of("a", Value.of(1)));
        var entry = new Entry(members);
        members.put("b", Value.of(2));
        entry.bytes()[1] = 'x';
        assertThat(entry.members()).containsOnlyKeys("a");
        assertThat(entry).hasToString("{\"a\":1}");
    }

    @Test
    void aMemberIsReadAsTheTypeItHasOrNotAtAll() {
        var entry = Entry.builder().put("s", "x").put("n", 5).put("l", List.of("y")).build();
        assertThat(entry.text("s")).isEqualTo("x");
        assertThat(entry.integer("n")).isEqualTo(5);
        assertThat(entry.texts("l")).containsExactly("y");
        assertThat(entry.find("x")).isEmpty();
        assertThat(refused(() -> entry.text("n")).fault()).isEqualTo(EntryFault.WRONG_TYPE);
        assertThat(refused(() -> entry.integer("l")).fault()).isEqualTo(EntryFault.WRONG_TYPE);
        assertThat(refused(() -> entry.texts("s")).fault()).isEqualTo(EntryFault.WRONG_TYPE);
        assertThat(refused(() -> entry.text("x")).fault()).isEqualTo(EntryFault.MISSING_MEMBER);
    }
}
