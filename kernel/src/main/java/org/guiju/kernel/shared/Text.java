package org.guiju.kernel.shared;

import org.jspecify.annotations.Nullable;

/// 双语文本: domain text. Chinese is the original; English stands beside it where the organ has approved one.
public record Text(String zh, @Nullable String en) {
    public Text {
        if (zh.isBlank()) {
            throw new IllegalArgumentException("a text needs its Chinese original");
        }
    }

    public static Text zh(String zh) {
        return new Text(zh, null);
    }
}
