package org.guiju.kernel.discretion;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.guiju.kernel.discretion.Standard.Ground;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Dated;
import org.guiju.kernel.shared.Text;

/// 法定情形 (行政处罚法 30–33, 49): what the law itself names. Under 从轻或者减轻 the circumstance serves both ways.
public final class StatutoryGrounds {
    private static final String LAW = "行政处罚法";
    private static final LocalDate SINCE = LocalDate.of(2021, 7, 15);

    private static final Dated<List<Ground>> GROUNDS =
            Dated.since(
                    SINCE,
                    Stream.of(
                                    both(
                                            "minor",
                                            "第三十条",
                                            "已满十四周岁不满十八周岁的未成年人有违法行为",
                                            "A minor of 14 to 17"),
                                    both(
                                            "feeble",
                                            "第三十一条",
                                            "尚未完全丧失辨认或者控制自己行为能力的精神病人、智力残疾人有违法行为",
                                            "Limited capacity"),
                                    both(
                                            "repaired",
                                            "第三十二条第一项",
                                            "主动消除或者减轻违法行为危害后果",
                                            "Removed or eased the harm"),
                                    both(
                                            "coerced",
                                            "第三十二条第二项",
                                            "受他人胁迫或者诱骗实施违法行为",
                                            "Coerced or deceived"),
                                    both(
                                            "confessed",
                                            "第三十二条第三项",
                                            "主动供述行政机关尚未掌握的违法行为",
                                            "Told what was not yet known"),
                                    both(
                                            "merit",
                                            "第三十二条第四项",
                                            "配合行政机关查处违法行为有立功表现",
                                            "Helped to uncover others"),
                                    both(
                                            "other-law",
                                            "第三十二条第五项",
                                            "法律、法规、规章规定其他应当从轻或者减轻行政处罚的",
                                            "As another law provides"),
                                    Stream.of(
                                            ground(
                                                    "slight",
                                                    Direction.EXEMPT,
                                                    "第三十三条第一款",
                                                    "违法行为轻微并及时改正，没有造成危害后果",
                                                    "Slight, put right at once, no harm"),
                                            ground(
                                                    "first",
                                                    Direction.EXEMPT,
                                                    "第三十三条第一款",
                                                    "初次违法且危害后果轻微并及时改正",
                                                    "A first time, little harm, put right at once"),
                                            ground(
                                                    "no-fault",
                                                    Direction.EXEMPT,
                                                    "第三十三条第二款",
                                                    "当事人有证据足以证明没有主观过错",
                                                    "Proved to be without fault"),
                                            ground(
                                                    "emergency",
                                                    Direction.HEAVIER,
                                                    "第四十九条",
                                                    "发生重大传染病疫情等突发事件，违反突发事件应对措施",
                                                    "Breach of emergency measures")))
                            .flatMap(s -> s)
                            .toList(),
                    new Article(LAW, "第三十条至第三十三条、第四十九条"));

    private StatutoryGrounds() {}

    /// What the law knew on the day; empty before the law of 2021, whose circumstances alone are kept here.
    public static List<Ground> on(LocalDate day) {
        return GROUNDS.on(day).map(d -> d.value()).orElse(List.of());
    }

    private static Stream<Ground> both(String id, String number, String zh, String en) {
        return Stream.of(
                ground(id, Direction.LIGHTER, number, zh, en),
                ground(id + "-below", Direction.MITIGATED, number, zh, en));
    }

    private static Ground ground(
            String id, Direction direction, String number, String zh, String en) {
        return new Ground(id, direction, new Text(zh, en), new Article(LAW, number));
    }
}
