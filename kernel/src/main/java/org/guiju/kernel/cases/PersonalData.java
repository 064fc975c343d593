package org.guiju.kernel.cases;

import java.time.LocalDate;
import org.guiju.kernel.shared.Article;
import org.jspecify.annotations.Nullable;

/// 个人信息的删除: what becomes of a person's data in a case when their deletion is asked for (个人信息保护法 47). While the case runs they are needed;
/// while the file must be kept, all processing but storage ends; after that they are deleted.
public final class PersonalData {
    /// 处理目的已实现的，应当删除.
    public static final Article DELETE = article("第四十七条第一款");

    /// 保存期限未届满的，停止除存储和采取必要的安全保护措施之外的处理.
    public static final Article SEAL = article("第四十七条第二款");

    private PersonalData() {}

    /// 处理结论.
    public enum Answer {
        /// 办理尚未结束，不能删除.
        NEEDED,
        /// 封存: nobody reads them any more, they are kept.
        SEALED,
        /// 删除: the key is destroyed.
        ERASED
    }

    /// @param retention of the power's files: `10y`, `30y` … or `permanent`
    /// @param closedOn when the case ended; null while it runs
    public static Answer answer(String retention, @Nullable LocalDate closedOn, LocalDate today) {
        if (closedOn == null) {
            return Answer.NEEDED;
        }
        if (!retention.endsWith("y")) {
            return Answer.SEALED;
        }
        int years = Integer.parseInt(retention.substring(0, retention.length() - 1));
        // The last day of the term is still within it.
        return today.isAfter(closedOn.plusYears(years)) ? Answer.ERASED : Answer.SEALED;
    }

    private static Article article(String paragraph) {
        return new Article("个人信息保护法", paragraph);
    }
}
