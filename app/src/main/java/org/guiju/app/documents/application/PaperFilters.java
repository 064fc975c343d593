package org.guiju.app.documents.application;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.CaseFile;
import org.guiju.formats.documents.TemplateFiller;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.documents.WrittenAmount;
import org.guiju.kernel.powers.Condition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// 写法: how a paper writes what events keep as codes and figures.
///
/// | filter | from | to |
/// |---|---|---|
/// | `date` | `2026-11-22` | 2026年11月22日 |
/// | `yuan`, `capitals` | fen | 50000 and 人民币伍万元整 |
/// | `person`, `persons`, `organ` | id, or ids | name, or names; 高建业（代林淑芬） for who acted for another |
/// | `basis` | id of an article | 《…》第…条 |
/// | `standard` | id of a standard | its words |
/// | `manner` | manner of service | 直接送达 |
/// | `channel` | code of where a clue came from | 巡查发现 |
/// | `sentence` | what somebody wrote, with a full stop or without | the same, with one |
@Component
class PaperFilters {
    /// Between who acted and for whom; in no id.
    static final char FOR = '>';

    private static final String ENDS = "。！？；…”）";
    private final Allocation allocation;
    private final MessageSource messages;

    PaperFilters(Allocation allocation, MessageSource messages) {
        this.allocation = allocation;
        this.messages = messages;
    }

    TemplateFiller.Filters on(CaseFile file) {
        return (filter, value) ->
                switch (filter) {
                    case "date" -> date(value);
                    case "yuan" -> WrittenAmount.figures(Long.parseLong(value));
                    case "capitals" -> WrittenAmount.capitals(Long.parseLong(value));
                    case "person" -> person(value);
                    case "persons" ->
                            Arrays.stream(value.split("、"))
                                    .map(p -> allocation.nameOf(new PersonId(p)))
                                    .collect(Collectors.joining("、"));
                    case "organ" ->
                            allocation
                                    .organ(new OrganId(value))
                                    .map(o -> o.name().zh())
                                    .orElse(value);
                    case "basis" ->
                            file.definition()
                                    .basis(value)
                                    .map(b -> b.article().cite())
                                    .orElse(value);
                    case "standard" -> standard(file, value);
                    case "manner" -> manner(value);
                    case "ground" -> ground(value);
                    case "channel" -> channel(value);
                    case "sentence" -> sentence(value);
                    default -> throw new IllegalArgumentException(filter);
                };
    }

    /// 终止、撤销的事由和笔误的种类, as a sentence of the paper takes them.
    private static String ground(String code) {
        return switch (code) {
            case "party-gone" -> "当事人死亡或者依法终止，没有权利义务承受人";
            case "object-gone" -> "办理的客观基础已经消失";
            case "other-organ" -> "依法由其他机关管辖，已经移送";
            case "abuse" -> "滥用职权、玩忽职守作出决定";
            case "beyond-power" -> "超越法定职权作出决定";
            case "not-eligible" -> "对不具备申请资格或者不符合法定条件的申请人准予许可";
            case "fraud" -> "以欺骗、贿赂等不正当手段取得许可";
            case "procedure" -> "违反法定程序作出决定";
            case "error" -> "决定有错误，应当主动改正";
            case "name" -> "姓名或者名称";
            case "address" -> "地址";
            case "date" -> "日期";
            case "number" -> "编号、数字";
            case "wording" -> "文字";
            default -> throw new IllegalArgumentException(code);
        };
    }

    private String person(String value) {
        int mark = value.indexOf(FOR);
        return mark < 0
                ? allocation.nameOf(new PersonId(value))
                : allocation.nameOf(new PersonId(value.substring(0, mark)))
                        + "（代"
                        + allocation.nameOf(new PersonId(value.substring(mark + 1)))
                        + "）";
    }

    private static String standard(CaseFile file, String id) {
        Condition.Standard standard = Cases.standards(file.definition(), file.situation()).get(id);
        return standard == null ? id : standard.says().zh();
    }

    static String date(String day) {
        try {
            var date = LocalDate.parse(day);
            return "%d年%d月%d日"
                    .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(day, e);
        }
    }

    private String channel(String code) {
        var said = messages.getMessage("channel." + code, null, code, Locale.SIMPLIFIED_CHINESE);
        return said == null ? code : said;
    }

    private static String sentence(String text) {
        var said = text.strip();
        return said.isEmpty() || ENDS.indexOf(said.charAt(said.length() - 1)) >= 0
                ? said
                : said + "。";
    }

    /// What only papers know comes first.
    private String manner(String code) {
        var own =
                messages.getMessage(
                        "documents.manner." + code, null, "", Locale.SIMPLIFIED_CHINESE);
        var said =
                own == null || own.isEmpty()
                        ? messages.getMessage(
                                "service." + code, null, code, Locale.SIMPLIFIED_CHINESE)
                        : own;
        return said == null ? code : said;
    }
}
