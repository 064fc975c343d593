package org.guiju.kernel.allocation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 不相容职责: two parts in one matter that one person does not take. The parts of cases carry the codes of duties; those of
/// matters outside cases have codes of their own. The table is the baseline: an organ or a definition adds, nobody takes away.
///
/// @param posts whether one post may not even be set up with both (岗位层面), and not only one person not take both in one matter
public record Incompatibility(String one, String other, Article basis, Text why, boolean posts) {

    /// Who receives does not examine or decide, and so on; in the order in which pages show them.
    public static final List<Incompatibility> BASELINE =
            List.of(
                    house("receive", "review", "B34", "接办分离", "Reception and handling", false),
                    house("receive", "decide", "B34", "接办分离", "Reception and decision", true),
                    house("review", "decide", "B28", "审查与批准相分离", "Examination and approval", true),
                    house("inspect", "decide", "B28", "审查与批准相分离", "Inspection and approval", true),
                    law("review", "hear", "行政许可法", "第四十八条", "审查人员不主持听证", "Examination and hearing"),
                    law("inspect", "hear", "行政许可法", "第四十八条", "核查人员不主持听证", "Inspection and hearing"),
                    law(
                            "investigate",
                            "file",
                            "行政处罚法",
                            "第五十四条",
                            "立案与调查相分离",
                            "Investigation and filing"),
                    new Incompatibility(
                            "investigate",
                            "decide",
                            new Article("行政处罚法", "第五十七条"),
                            new Text("调查与决定相分离", "Investigation and decision"),
                            true),
                    law(
                            "investigate",
                            "hear",
                            "行政处罚法",
                            "第六十四条",
                            "调查人员不主持听证",
                            "Investigation and hearing"),
                    law(
                            "investigate",
                            "review-law",
                            "行政处罚法",
                            "第五十八条",
                            "调查与法制审核相分离",
                            "Investigation and legality review"),
                    law(
                            "investigate",
                            "collect",
                            "行政处罚法",
                            "第六十七条",
                            "罚缴分离",
                            "Fining and collecting"),
                    law(
                            "review-law",
                            "decide",
                            "行政处罚法",
                            "第五十八条",
                            "法制审核与决定相分离",
                            "Legality review and decision"),
                    law("decide", "collect", "行政处罚法", "第六十七条", "罚缴分离", "Fining and collecting"),
                    house(
                            "supervise",
                            "investigate",
                            "B30",
                            "承办与监督相分离",
                            "Handling and supervision",
                            true),
                    house(
                            "supervise",
                            "receive",
                            "B30",
                            "承办与监督相分离",
                            "Handling and supervision",
                            true),
                    house(
                            "supervise",
                            "review",
                            "B30",
                            "承办与监督相分离",
                            "Handling and supervision",
                            true),
                    house(
                            "supervise",
                            "inspect",
                            "B30",
                            "承办与监督相分离",
                            "Handling and supervision",
                            true),
                    house(
                            "supervise",
                            "decide",
                            "B1",
                            "决策与监督相分离",
                            "Decision and supervision",
                            true),
                    house(
                            "settle-matter",
                            "handle-matter",
                            "B29",
                            "定事与办事相分离",
                            "Determining and handling matters",
                            false),
                    house("request-purchase", "buy", "B31", "管采分离", "Requesting and buying", true),
                    house("manage", "audit", "B32", "管审分离", "Managing and examining", true),
                    house("manage", "operate", "B33", "管办分离", "Managing and operating", true),
                    house(
                            "draft-text",
                            "approve-text",
                            "A56",
                            "起草与批准相分离",
                            "Drafting and approving a text",
                            false),
                    house(
                            "keep-pool",
                            "use-pool",
                            "B35",
                            "建库与用库相分离",
                            "Keeping and using a pool",
                            true));

    private static Incompatibility house(
            String one, String other, String seed, String zh, String en, boolean posts) {
        return new Incompatibility(one, other, new Article("guiju", seed), new Text(zh, en), posts);
    }

    private static Incompatibility law(
            String one, String other, String law, String number, String zh, String en) {
        return new Incompatibility(one, other, new Article(law, number), new Text(zh, en), false);
    }

    /// Whether the pair is these two, in either order.
    public boolean meets(String x, String y) {
        return (one.equals(x) && other.equals(y)) || (one.equals(y) && other.equals(x));
    }

    /// What stands in the way of somebody who has had these parts in the matter and asks for another; empty if nothing does.
    public static Optional<Incompatibility> clash(Collection<String> had, String wanted) {
        return BASELINE.stream()
                .filter(i -> had.stream().anyMatch(h -> i.meets(h, wanted)))
                .findFirst();
    }
}
