package org.guiju.kernel.powers;

import java.util.List;
import java.util.Optional;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 许可证的规定: what licence a grant hands out, how long it holds, how many there may be, and which situations of the power
/// change, renew or cancel it (行政许可法 39, 49, 50, 57, 70). A power without it issues no licence of its own.
///
/// @param name 证件名称
/// @param valid 有效期; null where the law sets none
/// @param renewBefore how long before its end the renewal is to be asked for
/// @param quota 数量限制; null where there is none
/// @param annualCheck 年度检验; null unless a law demands one
/// @param prints 证上载明的事项: fields of the application whose answers stand on the licence
public record LicenceTerms(
        Text name,
        @Nullable Limit valid,
        Limit renewBefore,
        @Nullable Quota quota,
        List<Deed> deeds,
        @Nullable AnnualCheck annualCheck,
        List<String> prints) {
    /// 有效期届满三十日前提出申请: working days (行政许可法 82).
    public static final Limit RENEW_BEFORE =
            new Limit(30, LimitUnit.WORKING_DAY, new Article("行政许可法", "第五十条第一款"));

    public LicenceTerms {
        deeds = List.copyOf(deeds);
        prints = List.copyOf(prints);
    }

    /// What the situation does to a licence; empty where it does nothing to one.
    public Optional<Deed> deed(String situation) {
        return deeds.stream().filter(d -> d.situation().equals(situation)).findFirst();
    }

    /// 对许可证的作用.
    public enum Act {
        ISSUE("issue"),
        CHANGE("change"),
        RENEW("renew"),
        CANCEL("cancel");

        private final String code;

        Act(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// @param namedIn field of the form in which the applicant names his licence; null where a new one is issued
    public record Deed(String situation, Act act, @Nullable String namedIn) {}

    /// 数量: how many licences may be in force at once.
    public record Quota(int n, Article basis) {}

    /// 年检期间, whole months of each year.
    public record AnnualCheck(int fromMonth, int untilMonth, Basis basis) {}
}
