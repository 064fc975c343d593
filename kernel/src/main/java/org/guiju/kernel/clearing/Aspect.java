package org.guiju.kernel.clearing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// 审查方面: the three questions put to every power that shall stay (A40), each answered by an office of another organ.
public enum Aspect {
    /// 合法性, by the bureau of justice.
    LEGALITY("legality-reviewer"),
    /// 合理性.
    RATIONALITY("rationality-reviewer"),
    /// 必要性.
    NECESSITY("necessity-reviewer");

    private final String role;

    Aspect(String role) {
        this.role = role;
    }

    /// The role that answers it.
    public String role() {
        return role;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Aspect> ofCode(String code) {
        return Arrays.stream(values()).filter(a -> a.code().equals(code)).findFirst();
    }
}
