package org.guiju.kernel.supervision;

import java.util.Arrays;
import java.util.Optional;

/// 牌的状态. A card once lit stays on the record for ever; whatever takes it off names its reason.
public enum CardState {
    /// 亮牌: the limit is near or missed, and the matter still runs.
    LIT("lit", "亮牌"),
    /// 已升级: a graver card of the same matter counts in its place.
    SUPERSEDED("superseded", "已升级"),
    /// 逾期留存: the matter ended, late; the card stands.
    STANDING("standing", "逾期留存"),
    /// 解除: the limit was near, and the matter ended in time or its limit moved.
    LIFTED("lifted", "已解除"),
    /// 撤销: what became known later shows that the card was not due at its moment.
    CANCELLED("cancelled", "已撤销");

    private final String code;
    private final String zh;

    CardState(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    public static Optional<CardState> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }
}
