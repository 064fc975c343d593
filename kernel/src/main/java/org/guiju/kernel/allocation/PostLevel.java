package org.guiju.kernel.allocation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// 岗位层级: chief, deputies, heads of sections, officers; powers are decomposed over these levels (B37).
public enum PostLevel {
    /// 正职（一把手）: decides and supervises (B3).
    CHIEF,
    /// 副职: manages and carries into effect (B4).
    DEPUTY,
    /// 内设机构负责人.
    SECTION_HEAD,
    /// 工作人员.
    OFFICER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PostLevel> ofCode(String code) {
        return Arrays.stream(values()).filter(l -> l.code().equals(code)).findFirst();
    }
}
