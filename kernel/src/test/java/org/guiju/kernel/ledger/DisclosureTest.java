package org.guiju.kernel.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.kernel.ledger.Samples.bytes;
import static org.guiju.kernel.ledger.Samples.chance;
import static org.guiju.kernel.ledger.Samples.refused;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureTest {

    private static final String SALT = chance(1, 16, 1).getFirst();

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(json));
    }

    private static List<Disclosure> real(int count) {
        var salts = chance(count, 16, 7);
        var real = new ArrayList<Disclosure>();
        for (int i = 0; i < count; i++) {
            real.add(new Disclosure(salts.get(i), "f" + i, Value.of(i)));
        }
        return real;
    }

    /// RFC 9901 §4.2.1 and §4.2.3. Its encoding has spaces; the digest is of the characters as received.
    @Test
    void theDisclosureOfTheRfcKeepsItsEncodingAndItsDigest() {
        var encoded = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0";
        var disclosure = Disclosure.parse(encoded);
        assertThat(disclosure.salt()).isEqualTo("_26bc4LT-ac6q2KI6cBW5es");
        assertThat(disclosure.name()).isEqualTo("family_name");
        assertThat(disclosure.value()).isEqualTo(Value.of("Möbius"));
        assertThat(disclosure.encoded()).isEqualTo(encoded);
        assertThat(disclosure.digest()).isEqualTo("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
    }

    /// RFC 9901 §4.2.1 lists other encodings of the same disclosure: each is read, and each has a digest of its own.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"_26bc4LT-ac6q2KI6cBW5es\",\"family_name\",\"M\\u00f6bius\"]",
                "[\"_26bc4LT-ac6q2KI6cBW5es\",\"family_name\",\"Möbius\"]",
                "[\n\"_26bc4LT-ac6q2KI6cBW5es\",\n\"family_name\",\n\"M\\u00F6bius\"\n]\n",
            })
    void otherEncodingsOfTheSameDisclosureAreReadAlike(String json) {
        var disclosure = Disclosure.parse(encoded(json));
        assertThat(disclosure.value()).isEqualTo(Value.of("Möbius"));
        assertThat(disclosure.encoded()).isEqualTo(encoded(json));
        assertThat(disclosure.digest()).isNotEqualTo("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
    }

    @Test
    void ourOwnEncodingHasNoSpacesAndComesBackAsItWas() {
        for (Value value :
                List.of(Value.of("张三\n\"😂"), Value.of(-5), Value.of(List.of("a", "")))) {
            var disclosure = new Disclosure(SALT, "applicant", value);
            var back = Disclosure.parse(disclosure.encoded());
            assertThat(back).isEqualTo(disclosure).hasSameHashCodeAs(disclosure);
            assertThat(back.salt()).isEqualTo(SALT);
            assertThat(back.name()).isEqualTo("applicant");
            assertThat(back.value()).isEqualTo(value);
        }
        assertThat(new Disclosure(SALT, "n", Value.of(-5)).encoded())
                .isEqualTo(encoded("[\"" + SALT + "\",\"n\",-5]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "[\"s\"]",
                "[\"s\",\"n\"]",
                "[\"s\",\"n\",1",
                "[\"s\",\"n\",1,2]",
                "[\"s\",\"n\",1]x",
                "[\"s\",\"n\",null]",
                "[\"s\",\"n\",{\"a\":1}]",
                "[\"s\",\"n\",[[]]]",
                "[\"s\",\"n\",1.5]",
                "[\"s\",\"n\",01]",
                "[1,\"n\",1]",
                "[\"s\",\"_sd\",1]",
                "[\"s\",\"_sd_alg\",1]",
                "[\"s\",\"...\",1]",
                "[\"s\",\"n\",\"\\ud800\"]",
                "[\"s\\ud800\",\"n\",1]",
                "[\"s\",\"n\",\"e\u0301\"]",
                "[\"s\",\"n\",9007199254740992]"
            })
    void whatIsNotSaltNameAndValueIsRefused(String json) {
        assertThat(refused(() -> Disclosure.parse(encoded(json)))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"WyJzIiwibiIsMV0=", "WyJzIiwibiIsMV1", "WyJz+wibiIsMV0", "W", "WyJ\u00e9"})
    void textThatIsNotCanonicalBase64urlIsRefused(String text) {
        assertThat(refused(() -> Disclosure.parse(text)).fault())
                .isEqualTo(EntryFault.DISCLOSURE_FORM);
    }

    @Test
    void ourSaltsHave128Bits() {
        for (String salt :
                List.of("", chance(1, 15, 1).getFirst(), chance(1, 17, 1).getFirst(), SALT + "=")) {
            assertThat(refused(() -> new Disclosure(salt, "n", Value.of(1))).fault())
                    .isEqualTo(EntryFault.SALT);
        }
    }

    @Test
    void aDisclosureTellsALogNeitherSaltNorValue() {
        assertThat(new Disclosure(SALT, "applicant", Value.of("张三")))
                .hasToString("Disclosure[applicant]");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,8", "7,8", "8,8", "9,16", "16,16", "17,24"})
    void digestsAreFilledUpToAMultipleOfEightAndSorted(int real, int digests) {
        var disclosures = real(real);
        var decoys = chance(7, 32, 3);
        var list = Disclosures.digests(disclosures, decoys);
        assertThat(list).hasSize(digests).isSorted().doesNotHaveDuplicates();
        assertThat(list).containsAll(disclosures.stream().map(Disclosure::digest).toList());
        assertThat(Disclosures.decoysNeeded(real)).isEqualTo(digests - real);
        assertThat(Disclosures.digests(disclosures.reversed(), decoys)).isEqualTo(list);
    }

    @Test
    void tooFewOrMalformedOrRepeatedDecoysAreRefused() {
        assertThat(refused(() -> Disclosures.digests(real(2), chance(5, 32, 3))).fault())
                .isEqualTo(EntryFault.DECOYS);
        assertThat(refused(() -> Disclosures.digests(real(7), chance(1, 31, 3))).fault())
                .isEqualTo(EntryFault.DIGEST_FORM);
        var twice = List.of("A".repeat(43), "A".repeat(43));
        assertThat(refused(() -> Disclosures.digests(real(6), twice)).fault())
                .isEqualTo(EntryFault.DUPLICATE_DIGEST);
    }

    @Test
    void oneNameIsDisclosedOnce() {
        var salts = chance(2, 16, 5);
        var both =
                List.of(
                        new Disclosure(salts.get(0), "n", Value.of(1)),
                        new Disclosure(salts.get(1), "n", Value.of(2)));
        var decoys = chance(6, 32, 3);
        assertThat(refused(() -> Disclosures.digests(both, decoys)).fault())
                .isEqualTo(EntryFault.DUPLICATE_MEMBER);
        var digests = both.stream().map(Disclosure::digest).toList();
        var entry = Entry.builder().put("_sd", digests).build();
        assertThat(refused(() -> Disclosures.open(entry, both)).fault())
                .isEqualTo(EntryFault.DUPLICATE_MEMBER);
    }

    @Test
    void aDisclosureMatchesTheEntryItWasMadeForAndNoOther() {
        var real = real(3);
        var digests = Disclosures.digests(real, chance(5, 32, 3));
        var entry = Entry.builder().put("_sd", digests).put("_sd_alg", "sha-256").build();
        assertThat(real).allMatch(disclosure -> Disclosures.matches(entry, disclosure));
        var other = new Disclosure(SALT, "f0", Value.of(0));
        assertThat(Disclosures.matches(entry, other)).isFalse();
        assertThat(refused(() -> Disclosures.open(entry, List.of(other))).fault())
                .isEqualTo(EntryFault.NOT_DISCLOSED);
        assertThat(Disclosures.open(entry, real.subList(0, 2)))
                .containsOnlyKeys("f0", "f1")
                .containsEntry("f1", Value.of(1));
        var bare = Entry.builder().put("v", 1).build();
        assertThat(Disclosures.matches(bare, real.getFirst())).isFalse();
        var text = Entry.builder().put("_sd", real.getFirst().digest()).build();
        assertThat(Disclosures.matches(text, real.getFirst())).isFalse();
    }

    @Test
    void aDisclosureCannotSpeakForAFieldThatStandsInClear() {
        var disclosure = new Disclosure(SALT, "due", Value.of("2026-12-31"));
        var digests = Disclosures.digests(List.of(disclosure), chance(7, 32, 3));
        var entry = Entry.builder().put("_sd", digests).put("due", "2026-12-01").build();
        assertThat(Disclosures.matches(entry, disclosure)).isFalse();
    }

    @Test
    void anotherHashAlgorithmMatchesNothing() {
        var disclosure = real(1).getFirst();
        var digests = Disclosures.digests(List.of(disclosure), chance(7, 32, 3));
        var entry = Entry.builder().put("_sd", digests).put("_sd_alg", "sm3").build();
        assertThat(Disclosures.matches(entry, disclosure)).isFalse();
    }

    @Test
    void theWorkedExampleIsReadWithItsDisclosures() {
        var entry = EntryReader.read(Samples.resource("vector1/entry3.json"));
        var disclosures = Samples.disclosures();
        assertThat(disclosures).hasSize(3).allMatch(d -> Disclosures.matches(entry, d));
        var open = Disclosures.open(entry, disclosures);
        assertThat(open)
                .containsEntry("applicant", Value.of("张三"))
                .containsEntry("idno", Value.of("110101199003070015"))
                .containsEntry("officer", Value.of("王五"))
                .containsEntry("case", Value.of("c:xg9BXaJAxPSWzM9juWGyCw"))
                .containsEntry("seq", Value.of(3))
                .doesNotContainKey("_sd");
        // Ours are the same characters: the prototype wrote the same encoding.
        for (Disclosure d : disclosures) {
            assertThat(new Disclosure(d.salt(), d.name(), d.value())).isEqualTo(d);
        }
        var others = Samples.bundle().stream().map(EntryReader::read).filter(e -> !e.equals(entry));
        assertThat(others)
                .hasSize(4)
                .noneMatch(e -> disclosures.stream().anyMatch(d -> Disclosures.matches(e, d)));
    }

    @Test
    void theWorkedExampleHasTheLeavesOfItsTileAndAnUnbrokenChain() {
        var bundle = Samples.bundle();
        var tile = Samples.resource("vector1/leaves.tile");
        assertThat(tile).hasSize(5 * 32);
        for (int i = 0; i < 5; i++) {
            var entry = EntryReader.read(bundle.get(i));
            assertThat(EntryWriter.write(entry.members())).isEqualTo(bundle.get(i));
            assertThat(LeafHash.of(bundle.get(i)))
                    .isEqualTo(java.util.Arrays.copyOfRange(tile, 32 * i, 32 * i + 32));
            assertThat(entry.integer("seq")).isEqualTo(i);
            if (i > 0) {
                assertThat(entry.text("prev"))
                        .isEqualTo(EntryReader.read(bundle.get(i - 1)).leafHash());
            }
        }
        assertThat(new String(bundle.get(3), UTF_8))
                .isEqualTo(new String(Samples.resource("vector1/entry3.json"), UTF_8));
    }
}
