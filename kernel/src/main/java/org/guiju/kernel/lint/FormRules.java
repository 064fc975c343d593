package org.guiju.kernel.lint;

import static org.guiju.kernel.lint.LintFamily.AUTHORITY;
import static org.guiju.kernel.lint.LintSeverity.ERROR;
import static org.guiju.kernel.lint.LintSeverity.NOTE;
import static org.guiju.kernel.lint.LintSeverity.WARNING;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guiju.kernel.lint.LintRule.Found;
import org.guiju.kernel.powers.Material;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 申请材料和条件审查: whether what is asked for is said plainly, and only once.
final class FormRules {
    /// 兜底条款: words that let a window ask for anything.
    private static final Pattern CATCH_ALL =
            Pattern.compile("(其他|其它|相关|有关|必要的?)(证明)?(材料|文件|资料|证件)|等材料");

    /// 模糊表述: words by which no two officers see the same.
    private static final Pattern VAGUE =
            Pattern.compile("符合(有关|相关)规定|(有关|相关)规定的其他|视情况|酌情|根据需要|原则上");

    static final LintRule CATCH_ALL_MATERIAL =
            LintRule.onText(
                    "GJ-A10",
                    AUTHORITY,
                    WARNING,
                    new Article("行政许可法", "第三十条第一款"),
                    new Text(
                            "材料“{name}”是兜底的说法，申请人不知道要带什么",
                            "The material {name} could be anything: the applicant cannot know what to bring"),
                    new Text(
                            "公示的是全部材料的目录：逐项写明，或者删去。",
                            "The whole list of materials is published: name each, or drop it."),
                    p -> materials(p, (s, m) -> CATCH_ALL.matcher(m.name().zh()).find()));

    static final LintRule VAGUE_STANDARD =
            LintRule.onText(
                    "GJ-A11",
                    AUTHORITY,
                    WARNING,
                    new Article("guiju", "C5"),
                    new Text(
                            "办事标准“{name}”不可核对，两个人会看出两种结果",
                            "The standard {name} cannot be checked: two officers would see two things"),
                    new Text("写成能核对的事实或者数字。", "Write a fact or a figure that can be checked."),
                    p ->
                            p.conditions().stream()
                                    .flatMap(c ->
                                            c.standards().stream()
                                                    .filter(x ->
                                                            VAGUE.matcher(x.says().zh()).find())
                                                    .map(x ->
                                                            Found.at(
                                                                    "conditions["
                                                                            + c.id()
                                                                            + "].standards["
                                                                            + x.id()
                                                                            + "]",
                                                                    "name",
                                                                    x.says().zh()))));

    static final LintRule OWN_PAPER_ASKED =
            LintRule.onText(
                    "GJ-A12",
                    AUTHORITY,
                    NOTE,
                    new Article("guiju", "C17"),
                    new Text(
                            "材料“{name}”是这项权力自己发出的，不必再向申请人要",
                            "{name} was issued under this very power: there is no need to ask for it"),
                    new Text(
                            "改为 source: shared-register，由系统自己调取。",
                            "Make its source shared-register: it is fetched, not asked for."),
                    p -> {
                        var issued =
                                p.situations().stream().flatMap(s -> s.results().stream()).toList();
                        return materials(
                                p,
                                (s, m) ->
                                        m.source() == Material.Source.APPLICANT
                                                && issued.contains(m.name().zh()));
                    });

    static final LintRule ASKED_TWICE =
            LintRule.onText(
                    "GJ-A13",
                    AUTHORITY,
                    WARNING,
                    new Article("行政许可法", "第二十九条第一款"),
                    new Text("“{name}”问了两次", "{name} is asked twice"),
                    new Text("留一处。", "Ask once."),
                    p ->
                            p.situations().stream()
                                    .flatMap(s ->
                                            twice(s.fields(), f -> f.label().zh())
                                                    .map(f ->
                                                            Found.at(
                                                                    ProcedureRules.at(s)
                                                                            + ".form["
                                                                            + f.id()
                                                                            + "]",
                                                                    "name",
                                                                    f.label().zh()))));

    static final LintRule MATERIAL_TWICE =
            LintRule.onText(
                    "GJ-A14",
                    AUTHORITY,
                    WARNING,
                    new Article("行政许可法", "第三十一条第一款"),
                    new Text("材料“{name}”列了两次", "The material {name} is listed twice"),
                    new Text("留一项。", "List it once."),
                    p ->
                            p.situations().stream()
                                    .flatMap(s ->
                                            twice(s.materials(), m -> m.name().zh())
                                                    .map(m -> at(s, m))));

    static final LintRule SITUATION_TWICE =
            LintRule.onText(
                    "GJ-A15",
                    AUTHORITY,
                    ERROR,
                    new Article("guiju", "A7"),
                    new Text("两种办理情形都叫“{name}”", "Two situations are called {name}"),
                    new Text(
                            "改名，让申请人分得清。", "Rename one, so that an applicant can tell them apart."),
                    p ->
                            twice(p.situations(), s -> s.name().zh())
                                    .map(s ->
                                            Found.at(
                                                    ProcedureRules.at(s) + ".name",
                                                    "name",
                                                    s.name().zh())));

    static final LintRule ITEM_CODE_TWICE =
            LintRule.onText(
                    "GJ-A16",
                    AUTHORITY,
                    ERROR,
                    new Article("guiju", "A7"),
                    new Text("事项编码 {code} 用了两次", "The item code {code} is used twice"),
                    new Text("一种情形一个编码。", "One code for each situation."),
                    p ->
                            twice(p.situations(), Situation::itemCode)
                                    .map(s ->
                                            Found.at(
                                                    ProcedureRules.at(s) + ".item-code",
                                                    "code",
                                                    s.itemCode())));

    static final LintRule CONDITION_TWICE =
            LintRule.onText(
                    "GJ-A17",
                    AUTHORITY,
                    NOTE,
                    new Article("guiju", "C4"),
                    new Text("条件“{name}”列了两次", "The condition {name} is listed twice"),
                    new Text("留一条。", "List it once."),
                    p ->
                            twice(p.conditions(), c -> c.says().zh())
                                    .map(c ->
                                            Found.at(
                                                    "conditions[" + c.id() + "]",
                                                    "name",
                                                    c.says().zh())));

    static final LintRule HIDDEN_FROM_THOSE_WHO_APPLY =
            LintRule.onText(
                    "GJ-A18",
                    AUTHORITY,
                    WARNING,
                    new Article("guiju", "A20"),
                    new Text(
                            "有人可以申请，却没有标为面向公民和法人",
                            "People may apply for it, and it is not marked as external"),
                    new Text("改为 external: true。", "Make it external: true."),
                    p ->
                            !p.external()
                                            && p.situations().stream()
                                                    .anyMatch(Situation::onApplication)
                                    ? Stream.of(Found.at("external"))
                                    : Stream.empty());

    static final List<LintRule> ALL =
            List.of(
                    CATCH_ALL_MATERIAL,
                    VAGUE_STANDARD,
                    OWN_PAPER_ASKED,
                    ASKED_TWICE,
                    MATERIAL_TWICE,
                    SITUATION_TWICE,
                    ITEM_CODE_TWICE,
                    CONDITION_TWICE,
                    HIDDEN_FROM_THOSE_WHO_APPLY);

    private FormRules() {}

    private static Stream<Found> materials(
            PowerDefinition p, java.util.function.BiPredicate<Situation, Material> wanting) {
        return p.situations().stream()
                .flatMap(s ->
                        s.materials().stream().filter(m -> wanting.test(s, m)).map(m -> at(s, m)));
    }

    private static Found at(Situation s, Material m) {
        return Found.at(ProcedureRules.at(s) + ".materials[" + m.id() + "]", "name", m.name().zh());
    }

    /// Those after the first of their name.
    private static <T> Stream<T> twice(List<T> all, Function<T, String> name) {
        var seen = new HashSet<String>();
        return all.stream().filter(x -> !seen.add(name.apply(x).strip()));
    }
}
