package org.guiju.kernel.supervision;

import static org.guiju.kernel.supervision.Measure.LIMIT;
import static org.guiju.kernel.supervision.Measure.PROMISE;
import static org.guiju.kernel.supervision.Measure.STATUTE;
import static org.guiju.kernel.supervision.Severity.RED;
import static org.guiju.kernel.supervision.Severity.WARNING;
import static org.guiju.kernel.supervision.Severity.YELLOW;
import static org.guiju.kernel.supervision.SupervisedObject.CASE;
import static org.guiju.kernel.supervision.SupervisedObject.COMPLAINT;
import static org.guiju.kernel.supervision.SupervisedObject.ENQUIRY;
import static org.guiju.kernel.supervision.SupervisedObject.E_LICENCE;
import static org.guiju.kernel.supervision.SupervisedObject.PRE_ACCEPTANCE;
import static org.guiju.kernel.supervision.SupervisedObject.SPECIAL_PROCEDURE;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 随附方案: the schemes that come with the house. The default counts as the law does; `hunan` as a published provincial
/// system does.
public final class Schemes {
    private Schemes() {}

    private static final Article LAST_DAY = new Article("民法典", "第二百零一条至第二百零三条");
    private static final Article PROMISED = new Article("优化营商环境条例", "第三十七条");
    private static final Article LICENCE = new Article("行政许可法", "第七十四条");
    private static final Article HUNAN_DOC = new Article("湖南电子监察规则说明", "监察规则配置");

    private static final Set<SupervisedObject> PARTS = EnumSet.complementOf(EnumSet.of(CASE));

    /// 法定计日: near a promised or internal limit a warning, past it yellow; near a legal limit yellow, past it red. Red never
    /// before the last legal day has ended.
    public static final Scheme STATUTORY =
            new Scheme(
                    "statutory",
                    1,
                    new Text("法定计日规则", "Whole legal days"),
                    Counting.WHOLE_DAYS,
                    new Text("民法典第二百零一条至第二百零三条", "Civil Code, articles 201 to 203"),
                    List.of(
                            rule(
                                    "GJ-P1",
                                    "承诺时限临近",
                                    "Promise near",
                                    Set.of(CASE),
                                    PROMISE,
                                    WARNING,
                                    new Trigger.Lead(2, 20, 1),
                                    PROMISED),
                            rule(
                                    "GJ-P2",
                                    "超承诺时限",
                                    "Promise missed",
                                    Set.of(CASE),
                                    PROMISE,
                                    YELLOW,
                                    new Trigger.Value(1),
                                    PROMISED),
                            rule(
                                    "GJ-S1",
                                    "法定时限临近",
                                    "Statutory limit near",
                                    Set.of(CASE),
                                    STATUTE,
                                    YELLOW,
                                    new Trigger.Lead(5, 20, 1),
                                    LAST_DAY),
                            rule(
                                    "GJ-S2",
                                    "超法定时限",
                                    "Statutory limit missed",
                                    Set.of(CASE),
                                    STATUTE,
                                    RED,
                                    new Trigger.Value(1),
                                    LICENCE),
                            rule(
                                    "GJ-E1",
                                    "环节时限临近",
                                    "Step limit near",
                                    PARTS,
                                    LIMIT,
                                    WARNING,
                                    new Trigger.Lead(2, 20, 0),
                                    PROMISED),
                            rule(
                                    "GJ-E2",
                                    "环节超时",
                                    "Step limit missed",
                                    PARTS,
                                    LIMIT,
                                    YELLOW,
                                    new Trigger.Value(1),
                                    PROMISED),
                            rule(
                                    "GJ-E3",
                                    "法定环节时限临近",
                                    "Statutory step limit near",
                                    PARTS,
                                    STATUTE,
                                    YELLOW,
                                    new Trigger.Lead(2, 20, 0),
                                    LAST_DAY),
                            rule(
                                    "GJ-E4",
                                    "超法定环节时限",
                                    "Statutory step limit missed",
                                    PARTS,
                                    STATUTE,
                                    RED,
                                    new Trigger.Value(1),
                                    LICENCE)));

    /// 湖南科创电子监察: counted to the second from acceptance, rest days and special procedures taken out. `value >= -2` warns
    /// at once where the limit is three days or fewer; that is how it is published, and why it is not the default.
    public static final Scheme HUNAN =
            new Scheme(
                    "hunan",
                    1,
                    new Text("湖南电子监察规则", "Hunan electronic supervision"),
                    Counting.TO_THE_SECOND,
                    new Text(
                            "github.com/lutong108/dzjc @e459788 监察规则说明、监察规则配置",
                            "github.com/lutong108/dzjc @e459788, description and configuration of rules"),
                    List.of(
                            hunan("HN-01", "办件预警", CASE, PROMISE, WARNING, -2),
                            hunan("HN-02", "办件黄牌", CASE, PROMISE, YELLOW, 1),
                            hunan("HN-03", "办件红牌", CASE, STATUTE, RED, 1),
                            hunan("HN-04", "特别程序预警", SPECIAL_PROCEDURE, LIMIT, WARNING, -2),
                            hunan("HN-05", "特别程序黄牌", SPECIAL_PROCEDURE, LIMIT, YELLOW, 1),
                            hunan("HN-06", "特别程序红牌", SPECIAL_PROCEDURE, LIMIT, RED, 2),
                            hunan("HN-07", "网上预受理预警", PRE_ACCEPTANCE, LIMIT, WARNING, 1),
                            hunan("HN-08", "网上预受理黄牌", PRE_ACCEPTANCE, LIMIT, YELLOW, 4),
                            hunan("HN-09", "网上预受理红牌", PRE_ACCEPTANCE, LIMIT, RED, 6),
                            hunan("HN-10", "电子证照出证黄牌", E_LICENCE, LIMIT, YELLOW, 1),
                            hunan("HN-11", "咨询预警", ENQUIRY, LIMIT, WARNING, -2),
                            hunan("HN-12", "咨询黄牌", ENQUIRY, LIMIT, YELLOW, 1),
                            hunan("HN-13", "咨询红牌", ENQUIRY, LIMIT, RED, 2),
                            hunan("HN-14", "投诉预警", COMPLAINT, LIMIT, WARNING, -2),
                            hunan("HN-15", "投诉黄牌", COMPLAINT, LIMIT, YELLOW, 1),
                            hunan("HN-16", "投诉红牌", COMPLAINT, LIMIT, RED, 2)));

    public static final List<Scheme> ALL = List.of(STATUTORY, HUNAN);

    public static Optional<Scheme> byId(String id) {
        return ALL.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    private static CardRule rule(
            String id,
            String zh,
            String en,
            Set<SupervisedObject> objects,
            Measure measure,
            Severity severity,
            Trigger trigger,
            Article basis) {
        return new CardRule(id, new Text(zh, en), objects, measure, severity, trigger, basis);
    }

    private static CardRule hunan(
            String id,
            String zh,
            SupervisedObject object,
            Measure measure,
            Severity severity,
            int least) {
        return new CardRule(
                id,
                Text.zh(zh),
                Set.of(object),
                measure,
                severity,
                new Trigger.Value(least),
                HUNAN_DOC);
    }
}
