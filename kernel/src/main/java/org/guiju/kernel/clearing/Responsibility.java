package org.guiju.kernel.clearing;

/// 责任: what goes with a power (A63, A64, A92).
///
/// @param matter 责任事项
/// @param subject 责任主体
/// @param when 追责情形
/// @param basis 追责依据
/// @param form 追责形式
public record Responsibility(
        String matter, String subject, String when, String basis, String form) {
    boolean whole() {
        return !matter.isBlank()
                && !subject.isBlank()
                && !when.isBlank()
                && !basis.isBlank()
                && !form.isBlank();
    }
}
