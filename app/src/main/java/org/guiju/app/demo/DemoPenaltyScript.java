package org.guiju.app.demo;

import java.util.List;

/// 示例处罚案件: each with how far it has come; days are calendar days before the day of the first start.
///
/// @param grade `conduct/grade` of the definition
/// @param fine in fen
/// @param citizen whether the person concerned is a citizen, whose name is masked in public
record DemoPenaltyScript(
        String situation,
        String person,
        boolean citizen,
        int daysAgo,
        String grade,
        long fine,
        Goal goal) {

    /// 进度.
    enum Goal {
        REGISTERED,
        FILED,
        IN_INVESTIGATION,
        NOTICED,
        HEARING_ASKED,
        TO_REVIEW,
        AT_COMMITTEE,
        DECIDED,
        UNPAID,
        INSTALMENTS,
        DEMANDED,
        CLOSED,
        NOT_PUNISHED,
        NO_CASE,
        ON_THE_SPOT,
        SPOT_CLOSED
    }

    /// The penalty on which the scripted cases run.
    static final String POWER = "330899-CG-CF-0042";

    private static final String O = "ordinary";
    private static final String S = "on-the-spot";

    static final List<DemoPenaltyScript> ALL =
            List.of(
                    of(O, "青岚宏达建材经营部", false, 75, "occupy/ordinary", 300_000, Goal.CLOSED),
                    of(O, "青岚盛源建筑工程有限公司", false, 85, "dig/serious", 800_000, Goal.DEMANDED),
                    of(O, "闵长庚", true, 60, "occupy/ordinary", 80_000, Goal.UNPAID),
                    of(O, "青岚畅达物流有限公司", false, 50, "occupy/slight", 20_000, Goal.NOT_PUNISHED),
                    of(O, "青岚旭日餐饮店", false, 30, "occupy/ordinary", 200_000, Goal.DECIDED),
                    of(O, "青岚鼎固市政工程有限公司", false, 32, "dig/grave", 1_500_000, Goal.HEARING_ASKED),
                    of(O, "宗政明", true, 28, "occupy/ordinary", 150_000, Goal.AT_COMMITTEE),
                    of(O, "青岚万家超市", false, 25, "occupy/ordinary", 250_000, Goal.TO_REVIEW),
                    of(O, "青岚恒通管道安装队", false, 17, "dig/ordinary", 400_000, Goal.NOTICED),
                    of(O, "青岚锦程汽修店", false, 12, "occupy/ordinary", 100_000, Goal.IN_INVESTIGATION),
                    of(O, "青岚喜乐婚庆店", false, 8, "occupy/slight", 30_000, Goal.FILED),
                    of(O, "邬思远", true, 6, "occupy/slight", 0, Goal.NO_CASE),
                    of(O, "青岚绿野园艺店", false, 2, "occupy/slight", 0, Goal.REGISTERED),
                    of(S, "梁丘月", true, 20, "occupy/slight", 10_000, Goal.SPOT_CLOSED),
                    of(S, "青岚早点铺", false, 5, "occupy/slight", 20_000, Goal.ON_THE_SPOT),
                    of(O, "青岚春晓花木店", false, 70, "occupy/ordinary", 90_000, Goal.INSTALMENTS));

    private static DemoPenaltyScript of(
            String situation,
            String person,
            boolean citizen,
            int daysAgo,
            String grade,
            long fine,
            Goal goal) {
        return new DemoPenaltyScript(situation, person, citizen, daysAgo, grade, fine, goal);
    }
}
