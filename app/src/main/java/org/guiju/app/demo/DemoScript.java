package org.guiju.app.demo;

import java.util.List;

/// 示例案件: thirty cases, each with how far it has come. Days are working days before the day of the first start.
///
/// @param daysAgo working days ago on which the application came in
record DemoScript(
        String situation, String company, String person, int daysAgo, boolean grant, Goal goal) {

    /// 进度.
    enum Goal {
        RECEIVED,
        SUPPLEMENT_ASKED,
        SUPPLEMENTED,
        SILENT,
        NOT_ACCEPTED,
        WITHDRAWN,
        IN_REVIEW,
        ONE_OPINION,
        DIFFERENCE,
        TO_INSPECT,
        TO_SIGN_INSPECTION,
        PARTIES_TOLD,
        HEARING_ASKED,
        TO_MEET,
        TO_SIGN_MINUTES,
        TO_REVIEW_JOINTLY,
        TO_DECIDE,
        DECIDED,
        OBJECTED,
        PAUSED,
        EXTENDED,
        ARCHIVED
    }

    private static final String P = "preparation";
    private static final String F = "final-approval";
    private static final String C = "change";
    private static final String X = "cancellation";

    /// The licence on which the scripted cases run.
    static final String LICENCE = "330899-WL-XK-0012";

    static final List<DemoScript> ALL =
            List.of(
                    new DemoScript(P, "青岚云栖网络会所", "苏远航", 62, true, Goal.ARCHIVED),
                    new DemoScript(F, "青岚云栖网络会所", "苏远航", 44, true, Goal.ARCHIVED),
                    new DemoScript(P, "青岚星河电竞馆", "白景行", 55, true, Goal.ARCHIVED),
                    new DemoScript(P, "青岚蓝鲸网咖", "纪晚晴", 50, false, Goal.ARCHIVED),
                    new DemoScript(F, "青岚星河电竞馆", "白景行", 38, true, Goal.ARCHIVED),
                    new DemoScript(C, "青岚云岭网咖", "段怀瑾", 40, true, Goal.ARCHIVED),
                    new DemoScript(X, "青岚老街网吧", "牟清和", 30, true, Goal.ARCHIVED),
                    new DemoScript(F, "青岚望江网咖", "裴知秋", 16, true, Goal.DECIDED),
                    new DemoScript(P, "青岚北苑网络会所", "霍行舟", 17, false, Goal.DECIDED),
                    new DemoScript(C, "青岚星河电竞馆", "白景行", 15, true, Goal.OBJECTED),
                    new DemoScript(P, "青岚听雨网咖", "温予安", 12, true, Goal.TO_DECIDE),
                    new DemoScript(F, "青岚松涛网络会所", "薛明哲", 9, true, Goal.TO_REVIEW_JOINTLY),
                    new DemoScript(P, "青岚溪谷电竞馆", "鲁思齐", 11, true, Goal.TO_SIGN_MINUTES),
                    new DemoScript(F, "青岚晨曦网咖", "柯若岚", 8, true, Goal.TO_MEET),
                    new DemoScript(P, "青岚古渡网络会所", "阮青禾", 6, true, Goal.PARTIES_TOLD),
                    new DemoScript(P, "青岚文昌网咖", "俞景明", 10, true, Goal.HEARING_ASKED),
                    new DemoScript(F, "青岚南湖电竞馆", "祝星辰", 5, true, Goal.TO_SIGN_INSPECTION),
                    new DemoScript(F, "青岚锦绣网咖", "蒲云舒", 4, true, Goal.TO_INSPECT),
                    new DemoScript(P, "青岚飞虹网络会所", "卓一鸣", 4, true, Goal.DIFFERENCE),
                    new DemoScript(C, "青岚望江网咖", "裴知秋", 3, true, Goal.ONE_OPINION),
                    new DemoScript(P, "青岚橘园网咖", "桑榆晚", 2, true, Goal.IN_REVIEW),
                    new DemoScript(P, "青岚石桥电竞馆", "闻人语", 9, true, Goal.SILENT),
                    new DemoScript(F, "青岚青禾网络会所", "乐正阳", 14, true, Goal.PAUSED),
                    new DemoScript(P, "青岚长亭网咖", "单云帆", 13, true, Goal.EXTENDED),
                    new DemoScript(P, "青岚双溪网络会所", "符晓棠", 15, true, Goal.TO_INSPECT),
                    new DemoScript(X, "青岚古渡网吧", "甘霖", 1, true, Goal.IN_REVIEW),
                    new DemoScript(P, "青岚后街网咖", "耿一凡", 6, true, Goal.NOT_ACCEPTED),
                    new DemoScript(P, "青岚杏林网络会所", "冉秋实", 8, true, Goal.WITHDRAWN),
                    new DemoScript(P, "青岚柳岸网咖", "谷雨晴", 4, true, Goal.SUPPLEMENT_ASKED),
                    new DemoScript(F, "青岚梅园电竞馆", "栾知行", 3, true, Goal.SUPPLEMENTED),
                    new DemoScript(P, "青岚新城网络会所", "滕书瑶", 1, true, Goal.RECEIVED),
                    new DemoScript(C, "青岚晨曦网咖", "柯若岚", 0, true, Goal.RECEIVED));
}
