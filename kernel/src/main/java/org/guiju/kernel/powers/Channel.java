package org.guiju.kernel.powers;

import java.util.Arrays;
import java.util.Optional;

/// 受理渠道 (C18). A section takes applications itself only for one of two reasons, and the reason is part of the word
/// (C19).
public enum Channel {
    ONLINE("online", "网上"),
    HALL("hall", "政务服务大厅"),
    WINDOW("window", "指定窗口"),
    SECTION_NO_CHANNEL("section-no-channel", "职能处室（不具备其他受理条件）"),
    IN_PERSON("in-person", "窗口（须本人到场）"),
    SECTION_ON_THE_SPOT("section-on-the-spot", "职能处室（一个处室当场办结）"),
    /// 线索来源 of a matter that the office begins of its own accord.
    PATROL("patrol", "巡查发现"),
    COMPLAINT("complaint", "投诉举报"),
    REFERRAL("referral", "其他机关移送"),
    ASSIGNED("assigned", "上级交办");

    private final String code;
    private final String zh;

    Channel(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    /// Whether it is a source of clues and no way to apply.
    public boolean isSource() {
        return switch (this) {
            case PATROL, COMPLAINT, REFERRAL, ASSIGNED -> true;
            case ONLINE, HALL, WINDOW, IN_PERSON, SECTION_NO_CHANNEL, SECTION_ON_THE_SPOT -> false;
        };
    }

    public static Optional<Channel> ofCode(String code) {
        return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
    }
}
