package org.guiju.kernel.lint;

import static org.guiju.kernel.lint.LintFamily.AUTHORITY;
import static org.guiju.kernel.lint.LintSeverity.ERROR;
import static org.guiju.kernel.lint.LintSeverity.NOTE;
import static org.guiju.kernel.lint.LintSeverity.WARNING;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.guiju.kernel.lint.LintRule.Found;
import org.guiju.kernel.powers.Basis;
import org.guiju.kernel.powers.Basis.Rank;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 职权审查: whether the organ has the power at all, and on what it rests (A70–A75).
final class AuthorityRules {
    private static final Set<PowerKind> INTERFERING =
            EnumSet.of(PowerKind.LEVY, PowerKind.REQUISITION, PowerKind.INSPECTION);
    private static final Set<Rank> RULE_OR_MORE =
            EnumSet.complementOf(
                    EnumSet.of(Rank.PARTY_REGULATION, Rank.NORMATIVE_DOCUMENT, Rank.INSTITUTION));
    private static final Set<Rank> MAY_COMPEL =
            EnumSet.of(Rank.LAW, Rank.ADMINISTRATIVE_REGULATION, Rank.LOCAL_REGULATION);
    private static final int SHORTEST_QUOTE = 4;

    static final LintRule NOT_IN_FORCE =
            new LintRule(
                    "GJ-A01",
                    AUTHORITY,
                    ERROR,
                    new Article("guiju", "A70"),
                    new Text(
                            "{cite}在制度施行之日（{day}）不在有效期内",
                            "{cite} is not in force on the first day ({day})"),
                    new Text("改引现行的依据：{successor}。", "Cite what is in force: {successor}."),
                    (p, f) ->
                            all(p).filter(b ->
                                            f.knows(b.article().law())
                                                    && f.inForce(b.article().law(), p.inForce())
                                                            .isEmpty())
                                    .map(b ->
                                            Found.at(
                                                    at(b),
                                                    "cite",
                                                    b.article().cite(),
                                                    "day",
                                                    p.inForce().toString(),
                                                    "successor",
                                                    f.latest(b.article().law())
                                                            .map(LintFacts.Law::successor)
                                                            .filter(s -> !s.isEmpty())
                                                            .orElse("—"))));

    static final LintRule ENDS_MEANWHILE =
            new LintRule(
                    "GJ-A02",
                    AUTHORITY,
                    WARNING,
                    new Article("guiju", "A70"),
                    new Text(
                            "{cite}在制度有效期间（{day}）失效",
                            "{cite} ends ({day}) while the text is in force"),
                    new Text(
                            "依据失效之日起另立版本，或者写明制度的最后一日。",
                            "Write a version for the time after it, or state the last day of this one."),
                    (p, f) ->
                            all(p).flatMap(b ->
                                    f
                                            .inForce(b.article().law(), p.inForce())
                                            .filter(l ->
                                                    l.until() != null
                                                            && (p.until() == null
                                                                    || p.until().isAfter(l.until()))
                                                            && f.inForce(
                                                                            l.name(),
                                                                            l.until().plusDays(1))
                                                                    .isEmpty())
                                            .map(l ->
                                                    Found.at(
                                                            at(b),
                                                            "cite",
                                                            b.article().cite(),
                                                            "day",
                                                            Objects.toString(l.until())))
                                            .stream()));

    static final LintRule UNKNOWN_LAW =
            new LintRule(
                    "GJ-A03",
                    AUTHORITY,
                    NOTE,
                    new Article("guiju", "A70"),
                    new Text(
                            "法规库里没有《{law}》，其效力无法核对",
                            "{law} is not in the register of laws: whether it is in force could not be analysed"),
                    new Text("在法规库里登记它的施行日期，或者核对名称。", "Enter it with its days, or check the name."),
                    (p, f) ->
                            f.laws().isEmpty()
                                    ? Stream.empty()
                                    : all(p).filter(b -> b.rank() != Rank.INSTITUTION)
                                            .filter(b -> !f.knows(b.article().law()))
                                            .map(b -> Found.at(at(b), "law", b.article().law())));

    static final LintRule INTERFERENCE_TOO_LOW =
            new LintRule(
                    "GJ-A04",
                    AUTHORITY,
                    ERROR,
                    new Article("guiju", "A73"),
                    new Text(
                            "{kind}没有法律、法规或者规章作依据",
                            "This {kind} rests on no law, regulation or rule"),
                    new Text(
                            "写明设定它的法律、法规或者省级以上规章；没有的，清理时取消。",
                            "Name the law, regulation or rule that provides it; where there is none, cancel the power."),
                    (p, f) ->
                            INTERFERING.contains(p.kind())
                                            && all(p).noneMatch(
                                                            b -> RULE_OR_MORE.contains(b.rank()))
                                    ? Stream.of(Found.at("basis", "kind", p.kind().zh()))
                                    : Stream.empty());

    static final LintRule COMPULSION_TOO_LOW =
            new LintRule(
                    "GJ-A05",
                    AUTHORITY,
                    ERROR,
                    new Article("行政强制法", "第十条"),
                    new Text(
                            "行政强制措施由法律、法规设定，所列依据里没有",
                            "Compulsion is provided by law or regulation only, and none is among the bases"),
                    new Text("写明设定它的法律或者法规。", "Name the law or regulation."),
                    (p, f) ->
                            p.kind() == PowerKind.COMPULSION
                                            && all(p).noneMatch(b -> MAY_COMPEL.contains(b.rank()))
                                    ? Stream.of(Found.at("basis"))
                                    : Stream.empty());

    static final LintRule OWN_RULE_ALONE =
            new LintRule(
                    "GJ-A06",
                    AUTHORITY,
                    WARNING,
                    new Article("guiju", "A72"),
                    new Text("只有本机关自己的制度作依据", "Nothing but the organ's own rule is named as basis"),
                    new Text(
                            "写明授予这项权力的文件；没有的，不列入清单。",
                            "Name the document that gives the power; without one it does not belong on the list."),
                    (p, f) ->
                            !p.basis().isEmpty()
                                            && all(p).allMatch(b -> b.rank() == Rank.INSTITUTION)
                                    ? Stream.of(Found.at("basis"))
                                    : Stream.empty());

    static final LintRule QUOTE_CUT =
            new LintRule(
                    "GJ-A07",
                    AUTHORITY,
                    WARNING,
                    new Article("guiju", "A70"),
                    new Text("{cite}没有引用完整原文", "{cite} is not quoted in full"),
                    new Text("把条文的原文抄全，不用省略号。", "Quote the article whole, without an ellipsis."),
                    (p, f) ->
                            all(p).filter(b ->
                                            b.text().strip().length() < SHORTEST_QUOTE
                                                    || b.text().contains("……")
                                                    || b.text().contains("..."))
                                    .map(b ->
                                            Found.at(at(b) + ".text", "cite", b.article().cite())));

    static final LintRule SAME_ARTICLE_TWICE =
            new LintRule(
                    "GJ-A08",
                    AUTHORITY,
                    WARNING,
                    new Article("guiju", "A70"),
                    new Text("{cite}列了两次", "{cite} is listed twice"),
                    new Text("留一条，其余改引它的编号。", "Keep one and refer to its id."),
                    (p, f) -> {
                        var seen = new HashSet<Article>();
                        return all(p).filter(b -> !seen.add(b.article()))
                                .map(b -> Found.at(at(b), "cite", b.article().cite()));
                    });

    static final LintRule NOT_IN_CATALOGUE =
            new LintRule(
                    "GJ-A09",
                    AUTHORITY,
                    WARNING,
                    new Article("guiju", "A25"),
                    new Text("上级目录里没有 {code}", "{code} is not in the catalogue above"),
                    new Text(
                            "上级目录之外的权力不得行使：认领对应事项，或者取消。",
                            "What is not in it may not be exercised: adopt the item there, or cancel this one."),
                    (p, f) ->
                            f.catalogue() != null && !f.catalogue().contains(p.code().value())
                                    ? Stream.of(Found.at("code", "code", p.code().value()))
                                    : Stream.empty());

    static final List<LintRule> ALL =
            List.of(
                    NOT_IN_FORCE,
                    ENDS_MEANWHILE,
                    UNKNOWN_LAW,
                    INTERFERENCE_TOO_LOW,
                    COMPULSION_TOO_LOW,
                    OWN_RULE_ALONE,
                    QUOTE_CUT,
                    SAME_ARTICLE_TWICE,
                    NOT_IN_CATALOGUE);

    private AuthorityRules() {}

    private static Stream<Basis> all(PowerDefinition power) {
        return power.basis().stream();
    }

    private static String at(Basis basis) {
        return "basis[" + basis.id() + "]";
    }
}
