package org.guiju.app.cases.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.FormPads;
import org.guiju.app.cases.NumberedForm;
import org.guiju.app.cases.application.NumberedForms.Denied;
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

    @Autowired FormPads pads;

    @Autowired CommandGate gate;

    @Autowired EventStore events;

    @Autowired CaseQuery cases;

    private static Stamp stamp() {
        return Stamp.own(Instant.now(), OFFICER.value(), UUID.randomUUID());
    }

    private OrganId organWithPad(String prefix) {
        var organ = new OrganId("pads-" + UUID.randomUUID());
        var pad = new NumberedForms.Pad(OFFICER, prefix, 1, 2 * ROUNDS);
        assertThat(forms.issue(organ, pad, stamp())).isEmpty();
        return organ;
    }

    /// One that a page can lead to: what stands in the pads here is seen by all who look at them.
    private String realCase() {
        return cases.find(new CaseQuery.Filter("", "", "", "", 1, 1)).rows().getFirst().no();
    }

    private String use(OrganId organ, String number) {
        return use(organ, number, new CyclicBarrier(1));
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
                            forms.used(organ, number, realCase(), stamp);
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
        var id = NumberedForms.stream(organ, "同000001");
        var stream = events.read(id);
        assertThat(EventEntry.chain(stream)).isEmpty();
        assertThat(stream).hasSize(1 + 2 * ROUNDS);
        assertThat(events.length(id)).isEqualTo(stream.size());
        assertThat(forms.unused(organ, OFFICER)).isEmpty();
        assertThat(pads.numbers(organ, "同000001"))
                .extracting(NumberedForm::caseNo)
                .hasSize(numbers.size())
                .containsOnly(realCase());
    }

    @Test
    void ofTwoWhoUseTheSameFormAtTheSameMomentOneIsRefusedAndTheStreamHasItOnce() {
        var organ = organWithPad("争");
        for (var number : NumberedForm.numbers("争", 1, ROUNDS)) {
            assertThat(atOnce(organ, number, number)).containsExactlyInAnyOrder("used", "refused");
        }
        assertThat(events.length(NumberedForms.stream(organ, "争000001"))).isEqualTo(1 + ROUNDS);
    }

    @Test
    void everyPadIsAStreamOfItsOwnAndEveryNumberOfItIsAccountedFor() {
        var organ = organWithPad("本");
        var second = new NumberedForms.Pad(new PersonId("p-other"), "本", 17, 20);
        assertThat(forms.issue(organ, second, stamp())).isEmpty();
        assertThat(use(organ, "本000001")).isEqualTo("used");
        assertThat(forms.declareVoid(organ, "本000002", "写坏", stamp())).isTrue();
        assertThat(forms.takeBack(organ, "本000001", stamp())).isEqualTo(2 * ROUNDS - 2);
        assertThat(use(organ, "本000003")).isEqualTo("refused");
        assertThat(forms.takeBack(organ, "本000001", stamp())).isZero();
        var pad = pads.pad(organ, "本000001").orElseThrow();
        assertThat(List.of(pad.issued(), pad.used(), pad.spoilt(), pad.returned(), pad.unused()))
                .containsExactly(2L * ROUNDS, 1L, 1L, 2L * ROUNDS - 2, 0L);
        assertThat(pad.settled()).isTrue();
        assertThat(events.read(NumberedForms.stream(organ, "本000001")))
                .extracting(EventEntry::kind)
                .containsExactly("pads.issued", "pads.used", "pads.voided", "pads.returned");
        assertThat(events.length(NumberedForms.stream(organ, "本000017"))).isEqualTo(1);
        assertThat(pads.pads(organ.value(), 10, 0)).hasSize(2);
        var sum = pads.series(organ.value()).getFirst();
        assertThat(List.of(sum.pads(), sum.issued(), sum.unused(), sum.missing()))
                .containsExactly(2L, 2L * ROUNDS + 4, 4L, 0L);
    }

    @Test
    void aPadGoesOnWhereTheLastOneOfItsPrefixEndedNeitherLaterNorEarlier() {
        var organ = organWithPad("连");
        long next = 2 * ROUNDS + 1;
        assertThat(issue(organ, next + 1)).hasValue(new Denied("gap", "连000017"));
        assertThat(issue(organ, next - 1)).hasValue(new Denied("taken", "连000016"));
        assertThat(issue(organ, next)).isEmpty();
        assertThat(forms.issue(organ, new NumberedForms.Pad(OFFICER, "另", 2, 3), stamp()))
                .as("another prefix begins at one")
                .hasValue(new Denied("gap", "另000001"));
    }

    private Optional<Denied> issue(OrganId organ, long from) {
        return forms.issue(organ, new NumberedForms.Pad(OFFICER, "连", from, from + 1), stamp());
    }

    @Test
    void ofTwoWhoIssueTheSameNumbersAtTheSameMomentOneIsToldTheyAreTaken() {
        var organ = new OrganId("pads-" + UUID.randomUUID());
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answers =
                    Stream.of("p-one", "p-two")
                            .map(p -> new NumberedForms.Pad(new PersonId(p), "抢", 1, 50))
                            .map(p ->
                                    CompletableFuture.supplyAsync(
                                            () -> forms.issue(organ, p, stamp()), pool))
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .toList();
            assertThat(answers)
                    .containsExactlyInAnyOrder(
                            Optional.empty(), Optional.of(new Denied("taken", "抢000001")));
        }
        assertThat(pads.count(organ.value())).isEqualTo(1);
    }

    @Test
    void aStreamThatNobodyBeganHasNoEvents() {
        assertThat(events.length(UUID.randomUUID())).isZero();
    }
}
