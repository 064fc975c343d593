package org.guiju.kernel.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// 披露项集: the digests an entry carries, and what may be shown against them (RFC 9901 §4.2.4 and §7.1).
public final class Disclosures {
    /// 摘要成员: digests of disclosures and decoys, sorted.
    public static final String SD = "_sd";

    /// 摘要算法成员.
    public static final String SD_ALG = "_sd_alg";

    /// The only algorithm of this tree; absent means the same (RFC 9901 §4.1.1).
    public static final String SHA_256 = "sha-256";

    /// The number of digests is a multiple of this, so that it does not tell how many fields are hidden.
    public static final int STEP = 8;

    private Disclosures() {}

    /// @return how many decoys [#digests] takes for so many disclosures; none for none
    public static int decoysNeeded(int real) {
        return Math.floorMod(-real, STEP);
    }

    /// @param real names must differ, or one field would have two values
    /// @param decoys random 32-byte values as base64url, from the shell; the first [#decoysNeeded] are used
    /// @return sorted, a multiple of [#STEP], empty if there is nothing to disclose
    public static List<String> digests(List<Disclosure> real, List<String> decoys) {
        int needed = decoysNeeded(real.size());
        if (decoys.size() < needed) {
            throw new EntryException(
                    EntryFault.DECOYS,
                    decoys.size() + " decoys for " + real.size() + " disclosures");
        }
        decoys.forEach(decoy -> Bytes.fromBase64url(decoy, Bytes.HASH, EntryFault.DIGEST_FORM));
        var names = new HashSet<String>();
        for (Disclosure disclosure : real) {
            if (!names.add(disclosure.name())) {
                throw new EntryException(
                        EntryFault.DUPLICATE_MEMBER,
                        "\"" + disclosure.name() + "\" disclosed twice");
            }
        }
        var digests =
                Stream.concat(real.stream().map(Disclosure::digest), decoys.stream().limit(needed))
                        .sorted()
                        .toList();
        if (new HashSet<>(digests).size() < digests.size()) {
            throw new EntryException(EntryFault.DUPLICATE_DIGEST, "\"" + SD + "\"");
        }
        return digests;
    }

    /// Whether the disclosure was made for this entry. A disclosure of a name that already stands in clear does not
    /// count: it would show a second value of one field.
    public static boolean matches(Entry entry, Disclosure disclosure) {
        boolean sha256 = entry.find(SD_ALG).map(new Value.Str(SHA_256)::equals).orElse(true);
        return sha256
                && !entry.has(disclosure.name())
                && entry.find(SD)
                        .filter(sd ->
                                sd instanceof Value.Strs(var list)
                                        && list.contains(disclosure.digest()))
                        .isPresent();
    }

    /// 展开: the members of the entry together with the fields disclosed to this reader, without `_sd` and `_sd_alg`.
    ///
    /// @throws EntryException if one does not belong to the entry or a field is disclosed twice
    public static SequencedMap<String, Value> open(Entry entry, List<Disclosure> disclosures) {
        var members = new TreeMap<>(entry.members());
        for (Disclosure disclosure : disclosures) {
            if (!matches(entry, disclosure)) {
                throw new EntryException(EntryFault.NOT_DISCLOSED, "\"" + disclosure.name() + "\"");
            }
            if (members.putIfAbsent(disclosure.name(), disclosure.value()) != null) {
                throw new EntryException(
                        EntryFault.DUPLICATE_MEMBER,
                        "\"" + disclosure.name() + "\" disclosed twice");
            }
        }
        members.remove(SD);
        members.remove(SD_ALG);
        return members;
    }
}
