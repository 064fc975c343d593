package org.guiju.formats.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.note.ProofVerdict.Missing;
import org.guiju.kernel.ledger.tree.LogException;
import org.junit.jupiter.api.Test;

/// A receipt file: what it carries, what it proves, and that it can be read as what it is without a program.
class ReceiptTest {

    @Test
    void theWorkedExampleIsProvedAndShowsWhatWasDisclosed() {
        var checked = Vector1.receipt().check(Vector1.policy());
        assertThat(checked.verdict().missing()).isEmpty();
        assertThat(checked.fields())
                .containsEntry("applicant", Value.of("张三"))
                .containsEntry("officer", Value.of("王五"))
                .containsEntry("k", Value.of("permit.decided"))
                .doesNotContainKey("_sd");
    }

    @Test
    void maskedPublicationIsTheSameEntryWithFewerDisclosures() {
        var all = Vector1.receipt();
        var masked =
                new Receipt(
                        all.entry(), all.disclosures().subList(2, 3), all.proof(), all.policy());
        var checked = masked.check(Vector1.policy());
        assertThat(checked.verdict().proved()).isTrue();
        assertThat(checked.fields()).containsKey("officer").doesNotContainKey("applicant");
    }

    @Test
    void aChangedOrForeignOrRepeatedDisclosureIsNamedAndNothingIsShown() {
        var good = Vector1.receipt();
        var first = good.disclosures().getFirst();
        for (String bad :
                List.of(
                        first.substring(0, 10)
                                + (first.charAt(10) == 'A' ? 'B' : 'A')
                                + first.substring(11),
                        "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0",
                        "not a disclosure",
                        first)) {
            var more = new ArrayList<>(good.disclosures());
            more.add(bad);
            var checked =
                    new Receipt(good.entry(), more, good.proof(), good.policy())
                            .check(Vector1.policy());
            assertThat(checked.verdict().missing()).as(bad).containsExactly(Missing.DISCLOSURE);
            assertThat(checked.fields()).isEmpty();
        }
    }

    @Test
    void everyChangedByteOfTheEntryIsSeen() {
        var good = Vector1.receipt();
        for (int i = 0; i < good.entry().length; i++) {
            byte[] entry = good.entry();
            entry[i] ^= 1;
            var checked =
                    new Receipt(entry, List.of(), good.proof(), good.policy())
                            .check(Vector1.policy());
            assertThat(checked.verdict().missing()).as("byte " + i).contains(Missing.INCLUSION);
        }
    }

    @Test
    void theFileGivesBackWhatWentIn() {
        var receipt = Vector1.receipt();
        var html = ReceiptHtml.write(receipt);
        assertThat(ReceiptHtml.read(html.getBytes(StandardCharsets.UTF_8))).isEqualTo(receipt);
        assertThat(ReceiptHtml.looksLike(html.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(ReceiptHtml.looksLike(Vector1.bytes("leaf3.tlog-proof"))).isFalse();
    }

    @Test
    void theFileLetsNothingRunButItsOwnProgramAndNothingLeave() {
        var html = ReceiptHtml.write(Vector1.receipt());
        assertThat(html)
                .contains("default-src 'none'; script-src 'sha256-")
                .doesNotContain("http://")
                .doesNotContain("src=")
                .doesNotContain("href=")
                .doesNotContain("{{");
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(64 << 10);
    }

    @Test
    void withoutAProgramThePageSaysWhatWasRecordedAndWhatItCanProve() {
        var html = ReceiptHtml.write(Vector1.receipt());
        assertThat(html)
                .contains(
                        "<th scope=\"row\">申请人、当事人 <span lang=\"en\">Applicant, person concerned</span>"
                                + " <code>applicant</code></th><td>张三</td>")
                .contains("尚未核验")
                .contains("它不证明内容属实或合法")
                .contains("It does not prove that the content is true or lawful");
    }

    @Test
    void hostileTextStaysText() {
        var good = Vector1.receipt();
        var hostile =
                new Receipt(
                        good.entry(),
                        good.disclosures(),
                        good.proof(),
                        good.policy() + "# </pre><script>alert(1)</script>{{proof}}&lt;\n");
        var html = ReceiptHtml.write(hostile);
        assertThat(html).doesNotContain("alert(1)</script>");
        assertThat(ReceiptHtml.read(html.getBytes(StandardCharsets.UTF_8))).isEqualTo(hostile);
    }

    @Test
    void aFileWithAPartTwiceOrMissingIsRefused() {
        var html = ReceiptHtml.write(Vector1.receipt());
        var twice = html.replace("<main>", "<main><pre id=\"guiju-entry\">{}</pre>");
        assertThatThrownBy(() -> ReceiptHtml.read(twice.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(LogException.class)
                .hasMessageContaining("entry");
        var none = html.replace("guiju-proof", "guiju-poof");
        assertThatThrownBy(() -> ReceiptHtml.read(none.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("proof");
        assertThatThrownBy(() -> ReceiptHtml.read(new byte[] {'<', (byte) 0xFF}))
                .hasMessageContaining("log.not-utf8");
    }

    @Test
    void itsTextSaysNothingPersonal() {
        assertThat(Vector1.receipt().toString()).doesNotContain("Wy").contains("3 disclosures");
    }
}
