package org.guiju.formats.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.guiju.kernel.ledger.Disclosure;
import org.guiju.kernel.ledger.Disclosures;
import org.guiju.kernel.ledger.Entry;
import org.guiju.kernel.ledger.EntryException;
import org.guiju.kernel.ledger.EntryReader;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.guiju.kernel.ledger.note.ProofVerdict;
import org.guiju.kernel.ledger.note.ProofVerdict.Missing;
import org.guiju.kernel.ledger.note.TlogProof;
import org.guiju.kernel.ledger.tree.TreeHash;

/// 回执: an entry, what of it the holder may see, and the proof that it stands in the log. Nothing here is trusted before
/// [#check]; the policy inside is the issuer's word and may be exchanged for the reader's own.
///
/// @param entry the bytes that were hashed
/// @param disclosures as SD-JWT writes them (RFC 9901 §4.2)
/// @param proof text of a `.tlog-proof`
/// @param policy text of a tlog-policy: whom the issuer asks the holder to trust
public record Receipt(byte[] entry, List<String> disclosures, String proof, String policy) {
    public Receipt {
        entry = entry.clone();
        disclosures = List.copyOf(disclosures);
    }

    @Override
    public byte[] entry() {
        return entry.clone();
    }

    /// 核验结果.
    ///
    /// @param fields members and disclosed fields, in order; none if entry or disclosures are not in order
    public record Checked(ProofVerdict verdict, SequencedMap<String, Value> fields) {}

    /// @throws org.guiju.kernel.ledger.tree.LogException if the proof cannot even be read
    public Checked check(LogPolicy trusted) {
        var read = TlogProof.parse(proof.getBytes(StandardCharsets.UTF_8));
        var missing = new ArrayList<Missing>();
        SequencedMap<String, Value> fields = new TreeMap<>();
        try {
            var parsed = EntryReader.read(entry);
            fields = opened(parsed, missing);
        } catch (EntryException e) {
            missing.add(Missing.ENTRY_FORM);
        }
        var verdict = ProofVerdict.of(read, TreeHash.SHA_256.leaf(entry), trusted);
        return new Checked(verdict.and(missing), fields);
    }

    private SequencedMap<String, Value> opened(Entry parsed, List<Missing> missing) {
        try {
            return Disclosures.open(parsed, disclosures.stream().map(Disclosure::parse).toList());
        } catch (EntryException e) {
            missing.add(Missing.DISCLOSURE);
            return new TreeMap<>();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Receipt that
                && java.util.Arrays.equals(entry, that.entry)
                && disclosures.equals(that.disclosures)
                && proof.equals(that.proof)
                && policy.equals(that.policy);
    }

    @Override
    public int hashCode() {
        return proof.hashCode();
    }

    /// Without the disclosures: they must not slip into a log.
    @Override
    public String toString() {
        return "Receipt[" + entry.length + " bytes, " + disclosures.size() + " disclosures]";
    }
}
