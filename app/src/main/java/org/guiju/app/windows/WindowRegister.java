package org.guiju.app.windows;

import java.util.List;

/// 窗口记录查询.
public interface WindowRegister {

    /// The newest first, at most so many; empty filters let all through.
    List<WindowItem> find(String organ, String kind, String state, String person, int most);

    /// 评价等级的次数, by organ.
    List<Count> grades();

    /// 计数.
    record Count(String organ, String grade, long n) {}
}
