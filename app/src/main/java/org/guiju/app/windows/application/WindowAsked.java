package org.guiju.app.windows.application;

import java.util.List;
import java.util.Map;
import org.guiju.kernel.windows.Grade;

/// 窗口要办的事, read from a form or from the API.
public sealed interface WindowAsked {
    /// 设置窗口.
    ///
    /// @param home `general`, or one of 三个之家: `members`, `cadres`, `talents`
    record Set(String id, String zh, String en, String home, List<String> matters)
            implements WindowAsked {
        public Set {
            matters = List.copyOf(matters);
        }
    }

    /// 一窗受理: one receipt over several cases.
    record Bundle(String window, List<String> cases) implements WindowAsked {
        public Bundle {
            cases = List.copyOf(cases);
        }
    }

    /// 首问登记.
    ///
    /// @param inquirer how to reach whoever asked
    record Inquire(String window, String question, String inquirer) implements WindowAsked {}

    /// 免费复印; `fen` what somebody wants to charge, which is refused unless it is nothing.
    record Copy(String window, int pages, String what, String caseNo, long fen)
            implements WindowAsked {}

    /// 邀请评价 of a case that was delivered.
    record Invite(String caseNo) implements WindowAsked {}

    /// 检查仪容仪表、言谈举止、待人接物; items by name, met or not.
    record Inspect(String window, String person, Map<String, Boolean> items, String note)
            implements WindowAsked {
        public Inspect {
            items = Map.copyOf(items);
        }
    }

    /// 结果一并返还.
    record GiveBack(String receiver) implements WindowAsked {}

    /// 移交首问责任.
    record HandOver(String to, String informed) implements WindowAsked {}

    record Reply(String answer) implements WindowAsked {}

    /// 差评回访整改.
    record FollowUp(String found, String told) implements WindowAsked {}

    /// 评价, by whoever holds the link.
    record Rate(Grade grade, String words) implements WindowAsked {}
}
