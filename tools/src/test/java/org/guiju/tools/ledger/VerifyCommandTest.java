package org.guiju.tools.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.guiju.formats.ledger.Receipt;
import org.guiju.formats.ledger.ReceiptHtml;
import org.guiju.kernel.ledger.note.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `guiju verify`: 0 proved, 1 not proved, 2 unusable; the worked example as receipt, proof and code.
class VerifyCommandTest {
    @TempDir private Path folder;

    @BeforeEach
    void theWorkedExampleLiesInAFolder() throws IOException {
        for (String name : new String[] {"entry3.json", "leaf3.tlog-proof", "policy", "qr.txt"}) {
            Files.write(folder.resolve(name), resource(name));
        }
        Files.writeString(folder.resolve("receipt.html"), ReceiptHtml.write(receipt()));
    }

    private static Receipt receipt() {
        return new Receipt(
                resource("entry3.json"),
                text("disclosures3.txt").lines().filter(line -> !line.isBlank()).toList(),
                text("leaf3.tlog-proof"),
                text("policy"));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void receiptProofAndCodeAreProvedUnderThePolicy() {
        var receipt = Ran.of("verify", at("receipt.html"), "--policy", at("policy"));
        assertThat(receipt.err()).isEmpty();
        assertThat(receipt.status()).isZero();
        assertThat(receipt.out())
                .contains(
                        "已证明 Proved",
                        "applicant: 张三",
                        "见证人 archives 于 2026-11-24 12:00:00 (UTC+8)");
        assertThat(
                        Ran.of(
                                        "verify",
                                        at("leaf3.tlog-proof"),
                                        "--entry",
                                        at("entry3.json"),
                                        "--policy",
                                        at("policy"))
                                .status())
                .isZero();
        var code = Ran.of("verify", at("qr.txt"), text("qr.txt").strip(), "--policy", at("policy"));
        assertThat(code.status()).isZero();
        assertThat(code.out()).contains("码中只有条目的哈希");
    }

    @Test
    void singleKeysServeAsAPolicyAndAStrangersKeyProvesNothing() {
        var keys =
                text("policy")
                        .lines()
                        .filter(l -> !l.startsWith("quorum"))
                        .map(l -> l.substring(l.lastIndexOf(' ') + 1))
                        .toList();
        assertThat(
                        Ran.of(
                                        "verify",
                                        at("receipt.html"),
                                        "--key",
                                        keys.get(0),
                                        "--key",
                                        keys.get(1))
                                .status())
                .isZero();
        assertThat(Ran.of("verify", at("receipt.html"), "--key", keys.get(0)).out())
                .contains("已证明");
        var stranger = Ran.of("verify", at("receipt.html"), "--key", TestLog.LOG.key().toString());
        assertThat(stranger.status()).isEqualTo(1);
        assertThat(stranger.out()).contains("未获证明 Not proved", "[unknown-log]");
        var more =
                Ran.of(
                        "verify",
                        at("receipt.html"),
                        "--key",
                        keys.get(0),
                        "--key",
                        TestLog.WITNESS.key().toString());
        assertThat(more.out()).contains("[quorum]");
        assertThat(more.status()).isEqualTo(1);
    }

    @Test
    void aChangedReceiptIsNotProvedAndSaysWhy() throws IOException {
        var html = Files.readString(folder.resolve("receipt.html"));
        Files.writeString(
                folder.resolve("changed.html"), html.replace("permit.decided", "permit.refused"));
        var ran =
                Ran.of("verify", at("changed.html"), "--policy", at("policy"), "--format", "json");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("\"proved\" : false", "\"inclusion\"");
    }

    @Test
    void whomToTrustMustBeSaidAndAReceiptsOwnListIsNamedAsSuch() {
        var silent = Ran.of("verify", at("receipt.html"));
        assertThat(silent.status()).isEqualTo(2);
        assertThat(silent.err()).contains("--policy", "信任");
        var own = Ran.of("verify", at("receipt.html"), "--own-policy");
        assertThat(own.status()).isZero();
        assertThat(own.out()).contains("公钥取自回执本身");
        assertThat(Ran.of("verify", at("qr.txt"), "--own-policy").status()).isEqualTo(2);
    }

    @Test
    void whatCannotBeReadIsUnusableAndNamed() throws IOException {
        Files.writeString(folder.resolve("nonsense"), "nonsense\n");
        Files.writeString(folder.resolve("half.html"), "<!doctype html><pre id=\"guiju-entry\">");
        for (String name : new String[] {"nonsense", "half.html", "absent", ""}) {
            var ran = Ran.of("verify", at(name), "--policy", at("policy"));
            assertThat(ran.status()).as(name).isEqualTo(2);
            assertThat(ran.err()).contains(at(name)).doesNotContain("Exception", "\tat ");
        }
        var without = Ran.of("verify", at("leaf3.tlog-proof"), "--policy", at("policy"));
        assertThat(without.status()).isEqualTo(2);
        assertThat(without.err()).contains("--entry");
        // One bad file among good ones is not hidden by them.
        var mixed = Ran.of("verify", at("nonsense"), at("receipt.html"), "--policy", at("policy"));
        assertThat(mixed.status()).isEqualTo(2);
        assertThat(mixed.out()).contains("已证明");
    }

    @Test
    void evidenceOfASplitIsProvedAndAnHonestPairIsNot() throws IOException {
        var honest = new TestLog(folder.resolve("honest"));
        honest.add(told(9, -1));
        var liar = new TestLog(folder.resolve("liar"));
        liar.add(told(12, 4));
        Files.writeString(
                folder.resolve("s.tlog-split"),
                Split.of(honest.signed(9), liar.signed(12), liar.tree()).toString());
        Files.writeString(
                folder.resolve("h.tlog-split"),
                Split.of(liar.signed(9), liar.signed(12), liar.tree()).toString());
        assertThat(
                        Ran.of("verify", at("s.tlog-split"), "--key", TestLog.LOG.key().toString())
                                .status())
                .isZero();
        assertThat(
                        Ran.of("verify", at("h.tlog-split"), "--key", TestLog.LOG.key().toString())
                                .status())
                .isEqualTo(1);
    }

    private static java.util.List<byte[]> told(int size, int other) {
        return java.util.stream.IntStream.range(0, size)
                .mapToObj(i ->
                        ("{\"n\":" + (i == other ? 99 : i) + "}").getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void itsHelpNamesTheExitCodes() {
        var help = Ran.of("verify", "--help");
        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("0 proved", "2 unusable input", "--own-policy");
    }

    private static byte[] resource(String name) {
        try (var in = VerifyCommandTest.class.getResourceAsStream("vector1/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        return new String(resource(name), StandardCharsets.UTF_8);
    }
}
