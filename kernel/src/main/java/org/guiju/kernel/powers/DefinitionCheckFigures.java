package org.guiju.kernel.powers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Dated;

/// 法定数值: the figures of law that a definition is compared with, each with its article and the day from which it
/// holds. Days of the Licensing Law are working days (第八十二条).
public final class DefinitionCheckFigures {
    private static final String LICENSING = "行政许可法";
    private static final LocalDate LICENSING_IN_FORCE = LocalDate.of(2004, 7, 1);

    private static final String PENALTY = "行政处罚法";
    private static final LocalDate PENALTY_2021 = LocalDate.of(2021, 7, 15);

    private DefinitionCheckFigures() {}

    /// 一次性告知: at most so many working days after receipt.
    public static final Dated<Integer> NOTICE = licensing(5, "第三十二条第一款第四项");

    /// 核查人员: at least so many officers look at the substance.
    public static final Dated<Integer> INSPECTORS = licensing(2, "第三十四条第三款");

    /// 实施行政强制措施的执法人员: at least so many; the same for whoever inspects or takes things over on site.
    public static final Dated<Integer> ON_SITE =
            Dated.since(LocalDate.of(2012, 1, 1), 2, new Article("行政强制法", "第十八条第二项"));

    /// 执法人员: at least so many, unless a law says otherwise.
    public static final Dated<Integer> INVESTIGATORS =
            Dated.since(LocalDate.of(1996, 10, 1), 2, new Article(PENALTY, "第三十七条第一款"))
                    .and(PENALTY_2021, 2, new Article(PENALTY, "第四十二条第一款"));

    /// 处罚决定期限: calendar days from the filing, unless law, regulation or rule says otherwise; none before 2021.
    public static final Dated<Integer> PENALTY_DECISION =
            Dated.since(PENALTY_2021, 90, new Article(PENALTY, "第六十条"));

    /// 处罚决定书送达: working days (第八十五条).
    public static final Dated<Integer> PENALTY_SERVICE =
            Dated.since(LocalDate.of(1996, 10, 1), 7, new Article(PENALTY, "第四十条"))
                    .and(PENALTY_2021, 7, new Article(PENALTY, "第六十一条第一款"));

    /// 决定期限: working days from acceptance, unless a law or regulation says otherwise.
    public static final Dated<Integer> DECISION = licensing(20, "第四十二条第一款");

    /// 决定期限 where several departments act together.
    public static final Dated<Integer> JOINT_DECISION = licensing(45, "第四十二条第二款");

    /// 延长: working days by the head of the organ.
    public static final Dated<Integer> EXTENSION = licensing(10, "第四十二条第一款");

    /// 延长 where several departments act together: by the head of the government.
    public static final Dated<Integer> JOINT_EXTENSION = licensing(15, "第四十二条第二款");

    /// 颁发送达: working days from the decision.
    public static final Dated<Integer> SERVICE = licensing(10, "第四十四条");

    /// 申请听证: parties have at least so many working days from being told.
    public static final Dated<Integer> HEARING_REQUEST = licensing(5, "第四十七条第一款");

    /// 组织听证: within so many working days.
    public static final Dated<Integer> HEARING = licensing(20, "第四十七条第一款");

    /// 不计入期限的事由: the closed list of grounds on which the clock of a licence stops.
    public static final Dated<Set<String>> PAUSES =
            licensing(
                    Set.of(
                            "hearing",
                            "tender",
                            "auction",
                            "inspection",
                            "testing",
                            "quarantine",
                            "appraisal",
                            "expert-review"),
                    "第四十五条");

    /// 申请行政复议: calendar days. The figure stayed, the article moved.
    public static final Dated<Integer> RECONSIDERATION =
            Dated.since(LocalDate.of(1999, 10, 1), 60, new Article("行政复议法", "第九条第一款"))
                    .and(LocalDate.of(2024, 1, 1), 60, new Article("行政复议法", "第二十条第一款"));

    /// 提起诉讼: months.
    public static final Dated<Integer> LAWSUIT =
            Dated.since(LocalDate.of(1990, 10, 1), 3, new Article("行政诉讼法", "第三十九条"))
                    .and(LocalDate.of(2015, 5, 1), 6, new Article("行政诉讼法", "第四十六条第一款"));

    private static <T> Dated<T> licensing(T value, String article) {
        return Dated.since(LICENSING_IN_FORCE, value, new Article(LICENSING, article));
    }

    /// Whether the article belongs to a law on procedure, which carries no single licence and no single penalty.
    static boolean general(Article article) {
        var law = article.law().replaceFirst("^中华人民共和国", "");
        return law.equals(LICENSING) || law.equals(PENALTY);
    }

    /// Whether the article is the one on departments acting together.
    static boolean joint(Article article) {
        return general(article) && article.number().startsWith("第四十二条第二款");
    }

    static <T> Optional<Dated.Entry<T>> on(Dated<T> figure, PowerDefinition power) {
        return figure.on(power.inForce());
    }
}
