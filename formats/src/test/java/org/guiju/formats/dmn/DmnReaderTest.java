package org.guiju.formats.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.guiju.formats.dmn.DmnFault.Code;
import org.guiju.kernel.discretion.TableCheck;
import org.guiju.kernel.shared.OrganId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DmnReaderTest {
    private static final OrganId ORGAN = new OrganId("qinglan-culture");

    private static String after() {
        var clause =
                ShippedClauses.all().stream()
                        .filter(c -> c.statute().article().number().startsWith("第三十一条"))
                        .findFirst()
                        .orElseThrow();
        return DmnWriter.write(ShippedClauses.draft(clause, "DC-890004", ORGAN));
    }

    private static List<Code> codes(String xml) {
        return DmnReader.read(xml).faults().stream().map(DmnFault::code).distinct().toList();
    }

    @TestFactory
    Stream<DynamicTest> everyShippedClauseIsACleanTableThatComesBackByteForByte() {
        assertThat(ShippedClauses.all()).hasSize(30);
        return ShippedClauses.all().stream()
                .map(c ->
                        DynamicTest.dynamicTest(
                                c.code() + " " + c.statute().article().cite(),
                                () -> {
                                    var standard = ShippedClauses.draft(c, c.code(), ORGAN);
                                    assertThat(TableCheck.of(standard)).isEmpty();
                                    var xml = DmnWriter.write(standard);
                                    var back = DmnReader.read(xml);
                                    assertThat(back.faults()).isEmpty();
                                    assertThat(DmnWriter.write(back.standard().orElseThrow()))
                                            .isEqualTo(xml);
                                    assertThat(back.standard().orElseThrow().statute())
                                            .isEqualTo(c.statute());
                                }));
    }

    @Test
    void theFiguresOfEachClauseStandInItsWords() {
        // The band was taken from a table; the words of the law stand beside it and must say the
        // same.
        for (var c : ShippedClauses.all()) {
            var range = java.util.Objects.requireNonNull(c.statute().range());
            assertThat(ClauseWords.figures(c.statute().phrase()))
                    .as(c.code() + " " + c.statute().phrase())
                    .containsExactly(range.from(), range.to());
        }
    }

    @Test
    void anExternalEntityOrAnyDocumentTypeEndsTheReading() {
        var xml =
                after().replace("?>\n", "?>")
                        .replaceFirst(
                                "\\?>",
                                "?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>");
        assertThat(codes(xml)).containsExactly(Code.DOCTYPE);
        var bomb =
                "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><definitions>&c;</definitions>";
        assertThat(codes(bomb)).containsExactly(Code.DOCTYPE);
    }

    @Test
    void whatIsTooLargeTooDeepOrNoXmlIsSaid() {
        assertThat(codes(" ".repeat(DmnReader.LARGEST + 1))).containsExactly(Code.TOO_LARGE);
        assertThat(codes("<a>".repeat(50) + "</a>".repeat(50))).containsExactly(Code.TOO_LARGE);
        assertThat(codes("")).containsExactly(Code.NOT_XML);
        assertThat(codes("<definitions")).containsExactly(Code.NOT_XML);
        assertThat(codes("<definitions/>")).containsExactly(Code.NOT_DMN);
    }

    @Test
    void aCellThatCallsAFunctionIsRefusedWithRowAndFactor() {
        var faults = DmnReader.read(after().replace("[2..3)", "max(1,2)")).faults();
        assertThat(faults).containsExactly(new DmnFault(Code.CELL, "rule 2, 一年内第几次", "max(1,2)"));
    }

    @Test
    void anotherHitPolicyASecondTableAndAnImportAreRefused() {
        assertThat(codes(after().replace("\"UNIQUE\"", "\"FIRST\"")))
                .containsExactly(Code.HIT_POLICY);
        assertThat(codes(after().replace("<inputData", "<import/><inputData")))
                .containsExactly(Code.ONE_TABLE);
        assertThat(codes(after().replace("gj:standard", "gj:other")))
                .containsExactly(Code.NO_STANDARD);
        assertThat(codes(after().replace("<text>times</text>", "<text>times + 1</text>")))
                .containsExactly(Code.INPUT);
        assertThat(codes(after().replace("name=\"from\"", "name=\"since\"")))
                .containsExactly(Code.OUTPUT);
        assertThat(codes(after().replace("<text>300000</text>", "<text>from+1</text>")))
                .containsExactly(Code.RESULT);
        assertThat(codes(after().replace("level=\"county\"", "level=\"village\"")))
                .containsExactly(Code.ATTRIBUTE);
    }

    @Test
    void whateverIsDoneToAFileNothingIsThrown() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var whole = after();
        for (int i = 0; i < 2_000; i++) {
            var bytes = new StringBuilder(whole);
            for (int k = 0; k < 1 + random.nextInt(4); k++) {
                int at = random.nextInt(bytes.length() - 60);
                switch (random.nextInt(3)) {
                    case 0 -> bytes.setCharAt(at, (char) (32 + random.nextInt(90)));
                    case 1 -> bytes.delete(at, at + 1 + random.nextInt(50));
                    default -> bytes.insert(at, bytes.substring(at, at + random.nextInt(50)));
                }
            }
            var read = DmnReader.read(bytes.toString());
            assertThat(read.standard().isEmpty())
                    .as("seed " + seed + " " + i)
                    .isEqualTo(!read.faults().isEmpty());
        }
    }
}
