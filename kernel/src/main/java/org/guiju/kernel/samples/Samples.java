package org.guiju.kernel.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;

/// 抽样和抽查的门. The list of cases is put on record first and the seed is what was signed over it afterwards, so that nobody chooses
/// and everybody can choose again.
public final class Samples {
    private static final int WHOLE = 100;

    private Samples() {}

    /// 抽取: so many percent of the cases, rounded up; those whose SHA-256 of seed, line feed and number is smallest.
    ///
    /// @param percent 1 to 100
    public static List<String> choose(List<String> cases, String seed, int percent) {
        int most = Math.ceilDiv(cases.size() * percent, WHOLE);
        return cases.stream()
                .distinct()
                .sorted(Comparator.comparing(no -> digest(seed + "\n" + no)))
                .limit(most)
                .toList();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param checker whether his post lets him check
    /// @param hands who acted in the case
    /// @param kept whether the form was examined as it should be
    /// @param found what was not, in words
    /// @return every reason why not; none where it may be
    public static List<Refusal> check(
            boolean checker,
            boolean open,
            Set<PersonId> hands,
            PersonId actor,
            boolean kept,
            String found) {
        var reasons = new ArrayList<SampleRule>();
        if (!checker) {
            reasons.add(SampleRule.SAMPLE_CHECKER);
        }
        if (!open) {
            reasons.add(SampleRule.SAMPLE_OPEN);
        }
        if (hands.contains(actor)) {
            reasons.add(SampleRule.SAMPLE_NOT_OWN_WORK);
        }
        if (!kept && found.isBlank()) {
            reasons.add(SampleRule.SAMPLE_SAYS_WHAT);
        }
        return reasons.stream().map(r -> Refusal.of(r, r.basis())).toList();
    }
}
