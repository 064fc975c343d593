package org.guiju.kernel.allocation;

import java.time.LocalDate;
import java.util.Set;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 岗位: a post of an organ, whoever holds it.
///
/// @param id of its organ, such as `licensing-a`
/// @param section 内设机构
/// @param duty 岗位职责; a post without one is flagged (B52)
/// @param integrity 廉政职责 of a leader (B56); empty where none is written down
/// @param roles what the post may do; a definition names roles, never posts
/// @param seats 编制数 of the staffing plan (三定)
/// @param key 重点岗位 (B57)
/// @param rule the rule of a key post; empty where there is none yet
/// @param highRisk 高廉政风险岗位 (B41)
/// @param from first day; the post stands until it is abolished
public record Post(
        String id,
        OrganId organ,
        String section,
        Text name,
        PostLevel level,
        String duty,
        String integrity,
        Set<String> roles,
        int seats,
        boolean key,
        String rule,
        boolean highRisk,
        LocalDate from,
        @Nullable LocalDate until) {
    public Post {
        roles = Set.copyOf(roles);
    }

    /// 领导岗位: chief or deputy.
    public boolean leading() {
        return level == PostLevel.CHIEF || level == PostLevel.DEPUTY;
    }

    public boolean on(LocalDate day) {
        return Spans.within(day, from, until);
    }
}
