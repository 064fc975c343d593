package org.guiju.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.kernel.ledger.Samples.MORNING;
import static org.guiju.kernel.ledger.Samples.STREAM;
import static org.guiju.kernel.ledger.Samples.chance;
import static org.guiju.kernel.ledger.Samples.first;
import static org.guiju.kernel.ledger.Samples.head;
import static org.guiju.kernel.ledger.Samples.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventEntryTest {

    private static final List<String> DECOYS = chance(7, 32, 3);
    private static final String LEAF = "A".repeat(43);

    private static EventEntry full() {
        var applicant = new Disclosure(chance(1, 16, 9).getFirst(), "applicant", Value.of("张三"));
        return head("case.accepted")
                .follows(STREAM, 1, LEAF)
                .at(Instant.parse("2026-11-23T01:02:03.456999Z"))
                .occurred(new Occurred.AtTime(LocalDateTime.of(2026, 11, 20, 16, 30)))
                .item("330824-kjj-xk-001")
                .due(LocalDate.of(2026, 12, 7))
                .digests(Disclosures.digests(List.of(applicant), DECOYS))
                .field("applicant_masked", Value.of("张*"))
                .field("fee_fen", Value.of(12_000))
                .build();
    }

    /// The first entry's members with one of them changed, or taken out for the empty text.
    private static EntryException refusedWith(String name, Value value) {
        return refused(() -> EventEntry.of(changed(name, value)));
    }

    private static Entry changed(String name, Value value) {
        var members = new TreeMap<String, Value>(full().entry().members());
        members.put(name, value);
        return new Entry(members);
    }

    @Test
    void theStoredFormOfAnEventIsPinned() {
        assertThat(full().entry())
                .hasToString(
                        "{\"_sd\":["
                                + quoted(full().digests())
                                + "],\"_sd_alg\":\"sha-256\",\"applicant_masked\":\"张*\","
                                + "\"at\":\"2026-11-23T01:02:03.456Z\",\"by\":\"a:huSESca1ilCo\",\"cmd\":\"cmd-1\","
                                + "\"due\":\"2026-12-07\",\"fee_fen\":12000,\"item\":\"330824-kjj-xk-001\","
                                + "\"k\":\"case.accepted\",\"occurred\":\"2026-11-20T16:30:00\",\"prev\":\""
                                + LEAF
                                + "\",\"seq\":2,\"source\":\"own\",\"stream\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"v\":1}");
    }

    private static String quoted(List<String> texts) {
        return "\"" + String.join("\",\"", texts) + "\"";
    }

    @Test
    void whatWasWrittenIsReadBack() {
        var event = EventEntry.of(EntryReader.read(full().entry().bytes()));
        assertThat(event).isEqualTo(full()).hasSameHashCodeAs(full());
        assertThat(event.kind()).isEqualTo("case.accepted");
        assertThat(event.stream()).isEqualTo(STREAM);
        assertThat(event.seq()).isEqualTo(2);
        assertThat(event.prev()).contains(LEAF);
        assertThat(event.at()).isEqualTo("2026-11-23T01:02:03.456Z");
        assertThat(event.occurred())
                .contains(new Occurred.AtTime(LocalDateTime.of(2026, 11, 20, 16, 30)));
        assertThat(event.occurred().orElseThrow().day()).isEqualTo("2026-11-20");
        assertThat(event.by()).isEqualTo("a:huSESca1ilCo");
        assertThat(event.item()).contains("330824-kjj-xk-001");
        assertThat(event.due()).contains(LocalDate.of(2026, 12, 7));
        assertThat(event.source()).isEqualTo(Source.OWN);
        assertThat(event.command()).isEqualTo("cmd-1");
        assertThat(event.digests()).hasSize(8);
        assertThat(event.fields())
                .isEqualTo(Map.of("applicant_masked", Value.of("张*"), "fee_fen", Value.of(12_000)));
    }

    @Test
    void theFirstOfAStreamHasNoPredecessorAndNoOptionalMembers() {
        var event = first();
        assertThat(event.seq()).isZero();
        assertThat(event.entry().members())
                .containsOnlyKeys("at", "by", "cmd", "k", "seq", "source", "stream", "v");
        assertThat(event.prev()).isEmpty();
        assertThat(event.occurred()).isEmpty();
        assertThat(event.item()).isEmpty();
        assertThat(event.due()).isEmpty();
        assertThat(event.digests()).isEmpty();
        assertThat(event.fields()).isEmpty();
    }

    @Test
    void theNextOfAStreamCarriesNumberAndLeafHashOfTheOneBefore() {
        var next = head("case.accepted").follows(first()).at(MORNING).build();
        assertThat(next.seq()).isEqualTo(1);
        assertThat(next.prev()).contains(first().leafHash());
        assertThat(first().leafHash())
                .isEqualTo(LeafHash.base64url(LeafHash.of(first().entry().bytes())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v", "k", "stream", "seq", "at", "by", "source", "cmd", "prev", "_sd"})
    void aMissingMemberIsNamed(String name) {
        var members = new TreeMap<String, Value>(full().entry().members());
        members.remove(name);
        var refusal = refused(() -> EventEntry.of(new Entry(members)));
        assertThat(refusal.fault()).isEqualTo(EntryFault.MISSING_MEMBER);
        assertThat(refusal.place()).contains("\"" + name + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k",
                "stream",
                "at",
                "by",
                "source",
                "cmd",
                "prev",
                "occurred",
                "item",
                "due",
                "_sd_alg"
            })
    void aMemberOfAnotherTypeIsNamed(String name) {
        assertThat(refusedWith(name, Value.of(1)).fault()).isEqualTo(EntryFault.WRONG_TYPE);
        assertThat(refusedWith("seq", Value.of("2")).fault()).isEqualTo(EntryFault.WRONG_TYPE);
    }

    @ParameterizedTest
    @CsvSource({
        "k, accepted",
        "k, Case.accepted",
        "k, case.",
        "k, .accepted",
        "k, case accepted.x",
        "k, ''",
        "stream, ''",
        "stream, case-1",
        "stream, AAAAAAAAAAAAAAAAAAAAAB", // stray bits
        "stream, AAAAAAAAAAAAAAAAAAAAA",
        "stream, 123E4567-e89b-12d3-a456-426614174000",
        "prev, ''",
        "prev, AAAA",
        "at, 2026-11-23T01:02:03Z",
        "at, 2026-11-23T01:02:03.45Z",
        "at, 2026-11-23T01:02:03.4567Z",
        "at, 2026-11-23T01:02:03.456+08:00",
        "at, 2026-11-23 01:02:03.456Z",
        "at, 2026-02-29T01:02:03.456Z",
        "at, 2026-11-23T24:00:00.000Z",
        "at, 2026-12-31T23:59:60.000Z",
        "at, +12026-11-23T01:02:03.456Z",
        "at, -2026-11-23T01:02:03.456Z",
        "occurred, 2026-11-23T01:02",
        "occurred, 2026-11-23T01:02:03Z",
        "occurred, 2026-11-23T01:02:03.456",
        "occurred, 2026-11-31",
        "occurred, ''",
        "due, 2026-11-31",
        "due, 2026-02-29",
        "due, 20261130",
        "due, +12026-11-30",
        "due, 2026-11-30T00:00:00",
        "by, ''",
        "by, 张三",
        "by, two words",
        "by, 110101199003070015",
        "by, 11010119900307001X",
        "by, 13800138000",
        "item, ''",
        "item, 权力一号",
        "source, Own",
        "source, ''",
        "cmd, ''",
        "cmd, a/b",
        "_sd_alg, sm3"
    })
    void aMemberOfAnotherFormIsRefusedByName(String name, String text) {
        var refusal = refusedWith(name, Value.of(text));
        assertThat(refusal).as(text).isNotNull();
        assertThat(refusal.fault()).isIn(EntryFault.MEMBER_VALUE, EntryFault.DIGEST_FORM);
        assertThat(refusal.place()).contains("\"" + name + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "k, case.hearing.held-2nd",
        "k, meeting.minutesSigned",
        "stream, 123e4567-e89b-12d3-a456-426614174000",
        "at, 2028-02-29T23:59:59.999Z",
        "occurred, 2026-11-23",
        "occurred, 2026-11-23T23:59:59",
        "due, 2028-02-29",
        "by, system",
        "by, -_0",
        "by, 1380013800",
        "source, imported",
        "cmd, 123e4567-e89b-12d3-a456-426614174000"
    })
    void theseFormsAreTaken(String name, String text) {
        assertThat(EventEntry.of(changed(name, Value.of(text))).entry().text(name)).isEqualTo(text);
    }

    @Test
    void tokensHaveAtMost128Characters() {
        assertThat(EventEntry.of(changed("cmd", Value.of("c".repeat(128)))).command()).hasSize(128);
        assertThat(refusedWith("cmd", Value.of("c".repeat(129)))).isNotNull();
    }

    @Test
    void numbersBeginAtZeroAndOnlyZeroHasNoPredecessor() {
        assertThat(refusedWith("seq", Value.of(-1)).fault()).isEqualTo(EntryFault.MEMBER_VALUE);
        assertThat(refusedWith("seq", Value.of(0)).place()).contains("\"prev\" stands at seq 0");
        assertThat(refusedWith("v", Value.of(2)).place()).contains("\"v\"");
    }

    @Test
    void digestsAreSortedUniqueAndAMultipleOfEight() {
        var good = full().digests();
        assertThat(refusedWith("_sd", Value.of(List.of()))).isNotNull();
        assertThat(refusedWith("_sd", Value.of(good.subList(0, 7)))).isNotNull();
        assertThat(refusedWith("_sd", Value.of(good.reversed()))).isNotNull();
        var twice = new java.util.ArrayList<>(good);
        twice.set(1, good.getFirst());
        assertThat(refusedWith("_sd", Value.of(twice))).isNotNull();
    }

    @Test
    void anAbsentAlgorithmMeansSha256() {
        var members = new TreeMap<String, Value>(full().entry().members());
        members.remove("_sd_alg");
        assertThat(EventEntry.of(new Entry(members)).digests()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v",
                "k",
                "stream",
                "seq",
                "prev",
                "at",
                "occurred",
                "by",
                "item",
                "due",
                "source",
                "cmd",
                "_sd",
                "_sd_alg",
                "_x"
            })
    void aFieldNeverTakesAReservedName(String name) {
        assertThat(refused(() -> head("case.x").field(name, Value.of("x"))).fault())
                .isEqualTo(EntryFault.RESERVED_NAME);
    }

    @Test
    void anUnknownMemberThatBeginsWithAnUnderscoreIsRefusedOnReading() {
        assertThat(refusedWith("_x", Value.of(1)).fault()).isEqualTo(EntryFault.RESERVED_NAME);
    }

    @Test
    void disclosedFieldsAreReadBesideThePublicOnesAgainstTheSameLeaf() {
        var applicant = new Disclosure(chance(1, 16, 9).getFirst(), "applicant", Value.of("张三"));
        var event = EventEntry.of(full().entry(), List.of(applicant));
        assertThat(event.fields()).containsOnlyKeys("applicant", "applicant_masked", "fee_fen");
        assertThat(event.leafHash()).isEqualTo(full().leafHash());
        assertThat(event).hasToString("EventEntry[case.accepted AAAAAAAAAAAAAAAAAAAAAA/2]");
    }
}
