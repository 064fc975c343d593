package org.guiju.app.documents.application;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.documents.store.NumberedForm;
import org.guiju.app.ledger.Receipts;
import org.guiju.app.ledger.Seals;
import org.guiju.formats.ledger.Receipt;
import org.guiju.kernel.shared.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// 无码不出件: a paper that has its number already still waits for the proof that is printed with it.
class PaperProofsTest {
    private static final NumberedForm PAPER =
            new NumberedForm(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    3,
                    "bGVhZg",
                    "acceptance-notice",
                    new Text("受理通知书", "Notice of acceptance"),
                    "qinglan-culture",
                    2026,
                    7,
                    "青文旅受〔2026〕7号",
                    LocalDate.of(2026, 11, 22),
                    true,
                    false,
                    "template");

    static Seals.State[] standstills() {
        return new Seals.State[] {
            new Seals.State.Lagging(Duration.ofSeconds(61)),
            new Seals.State.Halted("tiles", "tile/0/000"),
            // Sealing goes on, and this entry has no proof yet.
            new Seals.State.Sealing()
        };
    }

    @ParameterizedTest
    @MethodSource("standstills")
    void withoutAProofNoPaperIsDrawn(Seals.State state) {
        var proofs =
                new PaperProofs(
                        new Unproved(state),
                        new NoReceipts(),
                        new PaperSettings("https://qinglan.example", Map.of()));
        assertThatThrownBy(() -> proofs.of(PAPER))
                .isInstanceOf(CasePapers.NotSealed.class)
                .hasMessageContaining("青文旅受〔2026〕7号");
    }

    /// A log in which nothing has its seal.
    private record Unproved(State state) implements Seals {
        @Override
        public void now() {
            throw new AssertionError("a paper does not hurry the log");
        }

        @Override
        public Optional<Sealed> sealed(UUID stream, long seq) {
            if (mayIssue()) {
                return Optional.empty();
            }
            throw new AssertionError("asked for a proof while nothing may be issued");
        }

        @Override
        public long sealedUpTo() {
            return 0;
        }
    }

    private record NoReceipts() implements Receipts {
        @Override
        public Optional<org.guiju.formats.ledger.Receipt> of(
                UUID stream, long seq, java.util.List<String> subjects) {
            return Optional.empty();
        }

        @Override
        public Optional<Receipt> of(UUID stream, long seq, String subject) {
            return Optional.empty();
        }

        @Override
        public String policy() {
            return "quorum none\n";
        }
    }
}
