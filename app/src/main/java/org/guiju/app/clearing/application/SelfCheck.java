package org.guiju.app.clearing.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.guiju.app.clearing.ClearingFile;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.documents.Paper;
import org.guiju.formats.documents.PaperPdf;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.clearing.ClearingEntry;
import org.guiju.kernel.clearing.Disposition;
import org.guiju.kernel.clearing.ItemField;
import org.guiju.kernel.clearing.Mapping;
import org.guiju.kernel.clearing.Taxonomy;
import org.guiju.kernel.clearing.Term;
import org.guiju.kernel.shared.Text;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// 自查报告: every item by category with totals, as page, table and paper (A38). What is not identified is left out of it, and
/// said to be (A6).
@Component
public class SelfCheck {
    private static final Text SERVICE = new Text("公共服务", "Public service");
    private final MessageSource messages;
    private final ClearingNames names;

    SelfCheck(MessageSource messages, ClearingNames names) {
        this.messages = messages;
        this.names = names;
    }

    /// 报告的一类.
    public record Group(Text name, List<ClearingEntry> entries, String declared) {}

    /// 自查报告.
    ///
    /// @param dispositions how many items have each, in the order of the words
    /// @param excluded what does not come onto the public list
    /// @param left items that are not identified and so not counted
    public record Report(
            List<Group> groups,
            int total,
            Map<String, Long> dispositions,
            List<ClearingEntry> excluded,
            int left) {}

    public Report report(ClearingFile file) {
        var state = file.state();
        var counted =
                state.items().stream()
                        .filter(state::counted)
                        .sorted(Comparator.comparing(ClearingEntry::id))
                        .toList();
        var groups = new ArrayList<Group>();
        for (var term : Taxonomy.TEN.terms()) {
            groups.add(
                    new Group(
                            term.name(),
                            counted.stream().filter(e -> ten(e).equals(term.code())).toList(),
                            state.none().getOrDefault(term.code(), "")));
        }
        groups.add(new Group(SERVICE, counted.stream().filter(e -> ten(e).isEmpty()).toList(), ""));
        var dispositions = new LinkedHashMap<String, Long>();
        for (var what : Disposition.values()) {
            long n = counted.stream().filter(e -> is(e, what)).count();
            if (n > 0) {
                dispositions.put(what.code(), n);
            }
        }
        return new Report(
                groups,
                counted.size(),
                dispositions,
                state.items().stream().filter(state::excluded).toList(),
                (int)
                        state.items().stream()
                                .filter(e ->
                                        !e.item().listed() && !e.item().flag(ItemField.ABSTRACT))
                                .count());
    }

    private static boolean is(ClearingEntry entry, Disposition what) {
        var disposal = entry.disposal();
        return disposal != null && disposal.what() == what;
    }

    /// What has no kind yet is counted among the others.
    private static String ten(ClearingEntry entry) {
        return entry.item().kind().map(Mapping::ten).orElse("other");
    }

    /// The items as a table: every field in its column, by its name.
    public Export table(ClearingFile file, List<ClearingEntry> entries) {
        var heads = new ArrayList<String>(List.of("序号", "十类"));
        for (var field : ItemField.values()) {
            heads.add(names.field(field));
        }
        heads.addAll(
                List.of("处置意见", "处置依据", "改革意见", "责任事项", "责任主体", "追责情形", "追责依据", "追责形式", "已确认"));
        return new Export(
                "职权清理登记册", heads, entries.stream().map(this::cells), note(file, entries.size()));
    }

    private static Export.Note note(ClearingFile file, int rows) {
        return new Export.Note(
                "说明",
                List.of(
                        new Export.Note.Line("清理行动", file.campaign().title()),
                        new Export.Note.Line("单位", file.organ().value()),
                        new Export.Note.Line("项数", Integer.toString(rows))));
    }

    private List<Cell> cells(ClearingEntry entry) {
        var cells = new ArrayList<Cell>();
        var item = entry.item();
        cells.add(Cell.of(item.id()));
        cells.add(Cell.of(Taxonomy.TEN.term(ten(entry)).map(Term::name).orElse(SERVICE).zh()));
        for (var field : ItemField.values()) {
            cells.add(Cell.of(words(field, entry)));
        }
        var disposal = entry.disposal();
        cells.add(
                Cell.of(
                        disposal == null
                                ? ""
                                : say("clearing.disposition." + disposal.what().code())));
        cells.add(Cell.of(disposal == null ? "" : disposal.basis()));
        cells.add(Cell.of(disposal == null ? "" : disposal.opinion()));
        var r = entry.responsibility();
        Stream.of(
                        r == null ? "" : r.matter(),
                        r == null ? "" : r.subject(),
                        r == null ? "" : r.when(),
                        r == null ? "" : r.basis(),
                        r == null ? "" : r.form())
                .map(Cell::of)
                .forEach(cells::add);
        cells.add(Cell.of(entry.confirmed() ? "是" : ""));
        return cells;
    }

    private static String words(ItemField field, ClearingEntry entry) {
        var taxonomy = field.taxonomy();
        var values =
                entry.item().values(field).stream()
                        .map(v ->
                                taxonomy.flatMap(t -> t.term(v)).map(t -> t.name().zh()).orElse(v))
                        .toList();
        return field.shape() == ItemField.Shape.FLAG
                ? (entry.item().flag(field) ? "是" : "")
                : String.join("\n", values);
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    /// The report as a paper, with a place for the head's signature.
    public byte[] pdf(ClearingFile file, String organ, Instant made) {
        var report = report(file);
        var blocks = new ArrayList<Paper.Block>();
        blocks.add(
                new Paper.Body(
                        "根据《"
                                + file.campaign().title()
                                + "》（"
                                + file.campaign().basis()
                                + "），本单位对职责权力进行了清理，现将自查情况报告如下。"));
        blocks.add(new Paper.Heading("一、总体情况"));
        var totals = new ArrayList<Paper.Row>();
        totals.add(new Paper.Row(List.of("类别", "项数"), 1));
        for (var group : report.groups()) {
            totals.add(
                    new Paper.Row(
                            List.of(
                                    group.name().zh(),
                                    group.entries().isEmpty() && !group.declared().isEmpty()
                                            ? "无"
                                            : Integer.toString(group.entries().size())),
                            1));
        }
        totals.add(new Paper.Row(List.of("合计", Integer.toString(report.total())), 1));
        blocks.add(new Paper.Table(totals));
        var disposed = new StringBuilder("处置意见：");
        report.dispositions()
                .forEach((code, n) ->
                        disposed.append(say("clearing.disposition." + code))
                                .append(n)
                                .append("项；"));
        blocks.add(new Paper.Body(disposed.toString().replaceFirst("；$", "。")));
        blocks.add(new Paper.Heading("二、逐项登记"));
        report.groups().stream()
                .filter(g -> !g.entries().isEmpty())
                .forEach(g -> {
                    blocks.add(new Paper.Body(g.name().zh() + "（" + g.entries().size() + "项）"));
                    blocks.add(new Paper.Table(rows(g)));
                });
        if (!report.excluded().isEmpty()) {
            blocks.add(new Paper.Heading("三、不列入权力清单的事项"));
            report.excluded()
                    .forEach(e ->
                            blocks.add(
                                    new Paper.Body(
                                            e.id()
                                                    + " "
                                                    + e.item().get(ItemField.NAME)
                                                    + "："
                                                    + reason(e))));
        }
        blocks.add(new Paper.Gap());
        blocks.add(new Paper.Hand(List.of("主要负责人（签字）：", "日期：")));
        var paper =
                new Paper(
                        Paper.Head.RECORD,
                        organ,
                        "清理行动 " + file.campaign().id() + "，" + OfficialClock.dayOf(made),
                        organ + "职权清理自查报告",
                        blocks,
                        "",
                        "");
        return PaperPdf.draw(paper, made).bytes();
    }

    private static String reason(ClearingEntry entry) {
        var stated = entry.item().get(ItemField.EXCLUDED_REASON);
        return stated.isEmpty() ? "内部管理权力" : stated;
    }

    private List<Paper.Row> rows(Group group) {
        var rows = new ArrayList<Paper.Row>();
        rows.add(new Paper.Row(List.of("序号、名称", "依据与处置意见"), 1));
        for (var e : group.entries()) {
            var disposal = e.disposal();
            rows.add(
                    new Paper.Row(
                            List.of(
                                    e.id() + " " + e.item().get(ItemField.NAME),
                                    PublishClearing.basis(e.item())
                                            + "。"
                                            + (disposal == null
                                                    ? "未处置"
                                                    : say(
                                                                    "clearing.disposition."
                                                                            + disposal.what()
                                                                                    .code())
                                                            + "。"
                                                            + disposal.opinion())),
                            1));
        }
        return rows;
    }
}
