package org.guiju.app.meetings.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.meetings.MeetingFile;
import org.guiju.formats.documents.Paper;
import org.guiju.formats.documents.PaperPdf;
import org.guiju.kernel.meetings.ItemState;
import org.guiju.kernel.meetings.MatterRef;
import org.guiju.kernel.shared.PersonId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// 会议纪要 as an official paper: every statement, every vote, every different opinion, and who signed.
@Component
public class MinutesPaper {
    private final Allocation allocation;
    private final MessageSource messages;

    MinutesPaper(Allocation allocation, MessageSource messages) {
        this.allocation = allocation;
        this.messages = messages;
    }

    public byte[] pdf(MeetingFile file) {
        var n = file.state().notice();
        var organ = allocation.organ(n.organ()).map(o -> o.name().zh()).orElse(n.organ().value());
        var blocks = new ArrayList<Paper.Block>();
        blocks.add(
                new Paper.Table(
                        List.of(
                                row("会议类型", file.kind().name().zh(), "会议编号", n.id()),
                                row("时间", day(n.day()) + " " + n.time(), "地点", n.place()),
                                row(
                                        "主持人",
                                        name(n.chair()),
                                        "应到与实到",
                                        n.dueCount() + " / " + file.state().presentCount()),
                                row("出席", names(file.state().present())),
                                row("缺席", absent(file)))));
        file.state().items().forEach(i -> item(i, blocks));
        blocks.add(new Paper.Heading("签字"));
        var signed = new StringBuilder();
        file.state()
                .signatures()
                .forEach((p, s) ->
                        signed.append(name(p))
                                .append(
                                        s.signed()
                                                ? s.onPaper() ? "（纸质签字）" : "（已签）"
                                                : "（拒签：" + s.reason() + "）")
                                .append("；"));
        blocks.add(
                new Paper.Body(
                        signed.isEmpty() ? "尚未签字。" : signed.toString().replaceFirst("；$", "。")));
        blocks.add(new Paper.Body("纪要摘要（SHA-256）：" + file.state().digest()));
        var open = file.state().unsigned(file.kind());
        if (!open.isEmpty()) {
            blocks.add(new Paper.Hand(open.stream().map(p -> name(p) + "（签字）：").toList()));
        }
        blocks.add(new Paper.Sign(organ, day(n.day())));
        var paper =
                new Paper(
                        Paper.Head.RECORD,
                        organ,
                        n.id(),
                        file.kind().name().zh() + "纪要",
                        blocks,
                        "",
                        "");
        return PaperPdf.draw(paper, file.drawn()).bytes();
    }

    private void item(ItemState s, List<Paper.Block> blocks) {
        blocks.add(new Paper.Heading("议题 " + s.item().no() + "　" + s.item().title()));
        blocks.add(new Paper.Body("事项：" + sort(s.item().matter()) + " " + s.item().matter().id()));
        if (!s.item().proposal().isEmpty()) {
            blocks.add(new Paper.Body("提请审议：" + s.item().proposal()));
        }
        if (s.withdrawn() != null) {
            blocks.add(new Paper.Body("本议题撤下：" + s.withdrawn()));
            return;
        }
        s.recusals()
                .forEach((p, r) ->
                        blocks.add(
                                new Paper.Body(
                                        "回避："
                                                + name(p)
                                                + "，"
                                                + r.reason()
                                                + (Boolean.TRUE.equals(r.granted())
                                                        ? "（决定回避）"
                                                        : "（不回避）"))));
        s.checks()
                .forEach((q, c) ->
                        blocks.add(
                                new Paper.Body(
                                        "合规性审查："
                                                + word("meetings.check." + q)
                                                + " "
                                                + word("meetings.answer." + c.answer().name())
                                                + " "
                                                + c.note())));
        s.statements().forEach((p, text) -> blocks.add(new Paper.Body(name(p) + "：" + text)));
        s.votes()
                .forEach((p, b) ->
                        blocks.add(
                                new Paper.Body(
                                        "表决："
                                                + name(p)
                                                + " "
                                                + word("meetings.vote." + b.vote().name())
                                                + (b.dissent().isEmpty()
                                                        ? ""
                                                        : "；不同意见：" + b.dissent()))));
        s.dissents()
                .forEach(d ->
                        blocks.add(new Paper.Body("不同意见（" + name(d.person()) + "）：" + d.text())));
        var outcome = s.outcome();
        if (outcome != null) {
            var t = s.tally();
            blocks.add(
                    new Paper.Body(
                            "结果："
                                    + word("meetings.outcome." + outcome.code())
                                    + (t.due() == 0
                                            ? ""
                                            : "（应到 %d 人，实到 %d 人，赞成 %d 票，反对 %d 票，弃权 %d 票）"
                                                    .formatted(
                                                            t.due(),
                                                            t.present(),
                                                            t.votesFor(),
                                                            t.against(),
                                                            t.abstain()))));
        }
    }

    private String sort(MatterRef matter) {
        return word("meetings.sort." + matter.sort().code());
    }

    private String absent(MeetingFile file) {
        var text =
                file.state().absent().entrySet().stream()
                        .map(e -> name(e.getKey()) + "（" + e.getValue() + "）")
                        .sorted()
                        .collect(Collectors.joining("、"));
        return text.isEmpty() ? "无" : text;
    }

    private static Paper.Row row(String... cells) {
        return new Paper.Row(List.of(cells), 1);
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private String names(Collection<PersonId> people) {
        return people.stream().map(this::name).collect(Collectors.joining("、"));
    }

    private String name(PersonId person) {
        return allocation.nameOf(person);
    }

    private String word(String key) {
        var said = messages.getMessage(key, null, key, Locale.SIMPLIFIED_CHINESE);
        return said == null ? key : said;
    }
}
