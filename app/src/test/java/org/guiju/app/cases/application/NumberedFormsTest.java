package org.guiju.app.cases.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.guiju.app.cases.NumberedForm;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningGuiju
class NumberedFormsTest {
    private static final int ROUNDS = 8;
    private static final PersonId OFFICER = new PersonId("p-pads");

    @Autowired NumberedForms forms;

    @Autowired CommandGate gate;

    @Autowired EventStore events;

    private static Stamp stamp() {
        return Stamp.own(Instant.now(), OFFICER.value(), UUID.randomUUID());
    }

    private OrganId organWithPad(String prefix) {
        var organ = new OrganId("pads-" + UUID.randomUUID());
        var pad = new NumberedForms.Pad(OFFICER, prefix, 1, 2 * ROUNDS);
        assertThat(forms.issue(organ, pad, stamp())).isEmpty();
        return organ;
    }

    /// Both have come so far that each would be right alone before either appends.
    private String use(OrganId organ, String number, CyclicBarrier together) {
        var stamp = stamp();
        var first = new AtomicBoolean(true);
        return gate.once(
                        stamp.command(),
                        stamp.by(),
                        number.getBytes(StandardCharsets.UTF_8),
                        () -> {
                            boolean unused = forms.unused(organ, OFFICER).contains(number);
                            if (first.getAndSet(false)) {
                                meet(together);
                            }
                            if (!unused) {
                                return "refused";
                            }
                            forms.used(organ, number, "case of " + number, stamp);
                            return "used";
                        })
                .text();
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(30, TimeUnit.SECONDS);
        } catch (TimeoutException | BrokenBarrierException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> atOnce(OrganId organ, String one, String other) {
        var together = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            return Stream.of(one, other)
                    .map(n -> CompletableFuture.supplyAsync(() -> use(organ, n, together), pool))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    @Test
    void twoWhoUseTheirFormsAtTheSameMomentBothComeIntoTheStreamOneBehindTheOther() {
        var organ = organWithPad("同");
        var numbers = NumberedForm.numbers("同", 1, 2 * ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(atOnce(organ, numbers.get(2 * round), numbers.get(2 * round + 1)))
                    .containsExactly("used", "used");
        }
        var stream = events.read(NumberedForms.stream(organ));
        assertThat(EventEntry.chain(stream)).isEmpty();
        assertThat(stream).hasSize(1 + 2 * ROUNDS);
        assertThat(events.length(NumberedForms.stream(organ))).isEqualTo(stream.size());
        assertThat(forms.unused(organ, OFFICER)).isEmpty();
        assertThat(forms.all(organ, 100, 0))
                .extracting(NumberedForm::caseNo)
                .containsExactlyElementsOf(numbers.stream().map(n -> "case of " + n).toList());
    }

    @Test
    void ofTwoWhoUseTheSameFormAtTheSameMomentOneIsRefusedAndTheStreamHasItOnce() {
        var organ = organWithPad("争");
        for (var number : NumberedForm.numbers("争", 1, ROUNDS)) {
            assertThat(atOnce(organ, number, number)).containsExactlyInAnyOrder("used", "refused");
        }
        assertThat(events.length(NumberedForms.stream(organ))).isEqualTo(1 + ROUNDS);
    }

    @Test
    void aStreamThatNobodyBeganHasNoEvents() {
        assertThat(events.length(UUID.randomUUID())).isZero();
    }
}
