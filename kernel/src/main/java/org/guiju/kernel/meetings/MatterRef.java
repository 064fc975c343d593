package org.guiju.kernel.meetings;

import java.util.Optional;
import java.util.regex.Pattern;

/// 议题标识: the matter that a resolution binds: a case by its number, a motion, an expenditure by the id its own capability
/// gave it. A gate asks by it, so it is compared sign by sign.
///
/// @param id such as the number of a case; letters, digits and the signs that numbers of files have; at most 100
public record MatterRef(MatterSort sort, String id) {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}._:〔〕()（）-]{1,100}");

    public MatterRef {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("no id of a matter: " + id);
        }
    }

    /// The matter, or empty when the id cannot be one.
    public static Optional<MatterRef> of(MatterSort sort, String id) {
        return FORM.matcher(id).matches() ? Optional.of(new MatterRef(sort, id)) : Optional.empty();
    }

    /// Such as `penalty-case:QL2026-000123`.
    @Override
    public String toString() {
        return sort.code() + ":" + id;
    }
}
