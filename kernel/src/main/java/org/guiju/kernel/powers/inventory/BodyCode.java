package org.guiju.kernel.powers.inventory;

import static org.guiju.kernel.powers.inventory.ItemColumn.BODY_CODE;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 实施主体编码: where the code of the answering body stands in a row, and whether somebody made it up.
///
/// Its own column counts where the sheet has one, since that is what the source says; the reading of the item code
/// stands beside it. Judged as written: a small letter or a full-width digit is a wrong character of the code.
///
/// @param written what counts; null where the scheme of the code has no body
/// @param read what the item code itself says; null where it says nothing
record BodyCode(@Nullable String written, @Nullable String read) {
    private static final int SHORTEST_DUMMY = 6;
    private static final int SHORTEST_READ = 8;
    private static final Pattern SAME_SIGN = Pattern.compile("(.)\\1+");
    private static final String COUNTING = "12345678901234567890";

    static BodyCode in(ItemRow row, CodeScheme scheme) {
        var read = readFrom(Writing.text(row.written(ItemColumn.CODE)), scheme);
        var column = Writing.text(row.written(BODY_CODE));
        if (!column.isEmpty()) {
            return new BodyCode(column, read.orElse(null));
        }
        return new BodyCode(read.orElse(row.has(BODY_CODE) ? "" : null), read.orElse(null));
    }

    private static Optional<String> readFrom(String written, CodeScheme scheme) {
        if (scheme != CodeScheme.NATIONAL && scheme != CodeScheme.UNKNOWN) {
            return Optional.empty();
        }
        var parts = CodeSegments.of(written).or(() -> CodeSegments.of(Writing.code(written)));
        if (parts.isPresent()) {
            return parts.map(CodeSegments::body);
        }
        // The short old form ends with the body: E-000004-001-11511301008778386B.
        var last = written.substring(written.lastIndexOf('-') + 1);
        return written.contains("-") && last.length() >= SHORTEST_READ
                ? Optional.of(last)
                : Optional.empty();
    }

    boolean isMissing() {
        return written != null && written.isEmpty();
    }

    boolean isDummy() {
        if (written == null) {
            return false;
        }
        var normal = Writing.code(written);
        return normal.length() >= SHORTEST_DUMMY
                && (SAME_SIGN.matcher(normal).matches() || COUNTING.startsWith(normal));
    }

    /// Whether column and code name two bodies.
    boolean differs() {
        return written != null && read != null && !Writing.code(written).equals(Writing.code(read));
    }
}
