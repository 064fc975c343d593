package org.guiju.kernel.clearing;

/// 反馈意见 of the office that confirms, and how the unit verified it (A44).
///
/// @param no from 1
/// @param item it is about
/// @param answer blank until there is one
public record Remark(int no, String item, String text, String answer) {
    public boolean answered() {
        return !answer.isBlank();
    }
}
