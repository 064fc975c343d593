package org.guiju.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.kernel.ledger.Samples.MORNING;
import static org.guiju.kernel.ledger.Samples.STREAM;
import static org.guiju.kernel.ledger.Samples.chance;
import static org.guiju.kernel.ledger.Samples.first;
import static org.guiju.kernel.ledger.Samples.head;
import static org.guiju.kernel.ledger.Samples.refused;

import java.util.List;
import org.junit.jupiter.api.Test;

class SealedEventTest {

    private static final List<String> DECOYS = chance(7, 32, 3);

    private static EventEntry withDigests() {
        var hidden = new Disclosure(chance(1, 16, 9).getFirst(), "applicant", Value.of("张三"));
        return head("case.applied")
                .begins(STREAM)
                .at(MORNING)
                .digests(Disclosures.digests(List.of(hidden), DECOYS))
                .build();
    }

    @Test
    void aSealedEventShowsDigestsAloneAndIsReadWithItsDisclosures() {
        var clear = first();
        var text = new Disclosure(chance(1, 16, 21).getFirst(), "text", Value.of("反映问题"));
        int salts = SealedEvent.saltsNeeded(clear);
        assertThat(salts).isEqualTo(7);
        var sealed = SealedEvent.of(clear, List.of(text), chance(salts, 16, 22), DECOYS);
        assertThat(sealed.event().entry().members()).containsOnlyKeys("_sd", "_sd_alg", "v");
        assertThat(sealed.disclosures()).hasSize(8);
        var stored = EntryReader.read(sealed.event().entry().bytes());
        var read = EventEntry.of(stored, sealed.disclosures());
        assertThat(read).isEqualTo(sealed.event());
        assertThat(read.stream()).isEqualTo(STREAM);
        assertThat(read.fields()).containsOnlyKeys("text");
        assertThat(refused(() -> EventEntry.of(stored)).fault())
                .isEqualTo(EntryFault.MISSING_MEMBER);
        var next = head("clue.moved").follows(read).at(MORNING).build();
        assertThat(next.prev()).contains(stored.leafHash());
    }

    @Test
    void sealingAsksForASaltEachAndForAnEventWithoutDigests() {
        assertThat(
                        refused(() -> SealedEvent.of(first(), List.of(), chance(6, 16, 1), DECOYS))
                                .fault())
                .isEqualTo(EntryFault.SALT);
        assertThat(
                        refused(() ->
                                        SealedEvent.of(
                                                withDigests(),
                                                List.of(),
                                                chance(20, 16, 1),
                                                DECOYS))
                                .fault())
                .isEqualTo(EntryFault.RESERVED_NAME);
    }
}
