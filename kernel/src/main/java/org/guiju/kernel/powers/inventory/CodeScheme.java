package org.guiju.kernel.powers.inventory;

import java.util.Arrays;
import java.util.regex.Pattern;

/// 编码规则: the schemes after which provinces number their items. Read from published lists; the forms are disjoint
/// save that six digits are both a short code and a prefix, hence the order.
public enum CodeScheme {
    /// 实施编码 of the national platform, as Sichuan prints it: basic 12–14, region 12, town 3, body 18, version 1,
    /// handling 2. The body is checked apart, so that a code with a wrong body is still known for what it is.
    NATIONAL("[0-9A-Z]{12,14}-\\d{12}-\\d{3}-[0-9A-Z]+-[0-9A-Z]-\\d{2}"),
    /// DB52/T 1264-2018.
    GUIZHOU("[A-Z]{2}\\d{5}[0-9A-Z]{3}"),
    /// Region 6, body 3, type 2, sequence 5.
    TIANJIN("\\d{6}[A-Z]{3}[A-Z]{2}\\d{5}"),
    /// Region and department 11, type 2, sequence 5.
    SHAANXI("\\d{11}[A-Z]{2}\\d{5}"),
    /// Region 8, department 2, type 2, sequence 4.
    HAINAN("\\d{8}-[A-Z]{2}-[A-Z]{2}-\\d{4}"),
    /// 13 digits, the sub-item after a hyphen.
    SHANDONG("\\d{13}(-\\d{3})?"),
    /// Region 6, department 3, type 2, item 3, sub-item 2.
    HUBEI("\\d{16}"),
    /// Type letter and seven digits.
    BEIJING("[A-Z]\\d{7}"),
    /// Type word, five digits, three digits.
    ZHEJIANG("(许可|处罚|强制|征收|给付|裁决|确认|奖励|其他)-\\d{5}-\\d{3}"),
    /// Department prefix and sequence.
    HEBEI("\\d{6}"),
    /// The codes of our own definitions: region 6, department, kind, sequence.
    GUIJU("\\d{6}-[A-Z]{2,4}-[A-Z]{2}-\\d{4}"),
    /// None of these: a dirty national code, or a scheme that nobody has told us.
    UNKNOWN(".*");

    private final Pattern form;

    CodeScheme(String form) {
        this.form = Pattern.compile(form);
    }

    /// The first scheme whose form the normal code has.
    public static CodeScheme of(String code) {
        return Arrays.stream(values())
                .filter(s -> s.form.matcher(code).matches())
                .findFirst()
                .orElse(UNKNOWN);
    }
}
