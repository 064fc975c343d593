package org.guiju.kernel.powers.inventory;

import java.util.Arrays;
import java.util.Optional;

/// 编码分段: an implementing code taken apart, found by its twelve-digit region, so that the old forms are read
/// rightly too: `G-000007-001-511602000000-000-1151…-1-00` (basic code in three parts) and
/// `…-511602000000-000-00877868-5-1-00` (old 组织机构代码 with a hyphen before its check digit).
///
/// @param basic 基本编码
/// @param region twelve digits
/// @param town 乡镇, three digits, 000 for none
/// @param body code of the body that answers
/// @param version 版本
/// @param handling 办理项
public record CodeSegments(
        String basic, String region, String town, String body, String version, String handling) {
    private static final int BEFORE_BODY = 2;
    private static final int AFTER_BODY = 2;

    /// The parts of a code in normal form; empty where no region can be found or parts are missing.
    public static Optional<CodeSegments> of(String code) {
        var parts = code.split("-", -1);
        for (int region = 1; region + BEFORE_BODY + AFTER_BODY < parts.length; region++) {
            if (parts[region].matches("\\d{12}")) {
                int body = region + BEFORE_BODY;
                int version = parts.length - AFTER_BODY;
                return Optional.of(
                        new CodeSegments(
                                join(parts, 0, region),
                                parts[region],
                                parts[region + 1],
                                join(parts, body, version),
                                parts[version],
                                parts[version + 1]));
            }
        }
        return Optional.empty();
    }

    private static String join(String[] parts, int from, int to) {
        return String.join("-", Arrays.copyOfRange(parts, from, to));
    }
}
