package org.guiju.app.lists.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Organ;
import org.guiju.app.lists.BookletHead;
import org.guiju.app.lists.Lists;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.chart.ChartPdf;
import org.guiju.formats.chart.Lang;
import org.guiju.formats.documents.Booklet;
import org.guiju.formats.documents.Booklet.Block;
import org.guiju.formats.documents.Booklet.Part;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.lists.ListColumn;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.lists.ListKinds;
import org.guiju.kernel.lists.ListRow;
import org.guiju.kernel.lists.ListVersion;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.ChartNames;
import org.guiju.kernel.powers.ChartRow;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.springframework.stereotype.Component;

/// 手册内容: what is bound, in words: the lists one by one, then of every power in force its course and its institution.
@Component
class BookletText {
    private static final int MOST_COLUMNS = 7;
    private static final String DIGITS = "一二三四五六七八九";

    private final Lists lists;
    private final Allocation allocation;

    BookletText(Lists lists, Allocation allocation) {
        this.lists = lists;
        this.allocation = allocation;
    }

    Booklet of(BookletHead edition, List<ListVersion> versions, List<PowerDefinition> powers) {
        var parts = new ArrayList<Part>();
        var names = names(versions);
        for (var kind : lists.kinds()) {
            versions.stream()
                    .filter(v -> v.kind().equals(kind.code()))
                    .forEach(v -> parts.add(list(parts.size(), kind, v, names)));
        }
        if (!powers.isEmpty()) {
            parts.add(
                    new Part(
                            chapter(parts.size(), "权力运行流程和制度"),
                            1,
                            true,
                            List.of(
                                    new Block.Text(
                                            "以下为现行有效的制度，共 "
                                                    + powers.size()
                                                    + " 项。制度文本、流程图和系统实际运行的是同一份文本。"))));
            powers.forEach(p -> parts.add(power(p)));
        }
        var day = OfficialClock.dayOf(edition.issuedAt());
        return new Booklet(
                organ(edition.organ()),
                "行政职权手册",
                "第 " + edition.number() + " 版",
                day.getYear() + " 年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日",
                remark(edition),
                parts);
    }

    private static String remark(BookletHead edition) {
        return "汇编内容：" + edition.lists().size() + " 张清单，" + edition.powers().size() + " 项制度";
    }

    private static String chapter(int before, String title) {
        return before < DIGITS.length() ? "第" + DIGITS.charAt(before) + "部分　" + title : title;
    }

    /// Names of powers by the ids and codes by which the responsibilities call them.
    private static Map<String, String> names(List<ListVersion> versions) {
        var names = new HashMap<String, String>();
        versions.stream()
                .filter(v -> v.kind().equals(ListKinds.POWER.code()))
                .flatMap(v -> v.rows().stream())
                .forEach(r -> {
                    names.put(r.id(), r.cell("name"));
                    if (!r.cell("code").isEmpty()) {
                        names.put(r.cell("code"), r.cell("name"));
                    }
                });
        return names;
    }

    private Part list(int before, ListKind kind, ListVersion v, Map<String, String> names) {
        var columns =
                kind.columns().stream()
                        .filter(c -> c.required() || kind.columns().size() <= MOST_COLUMNS - 1)
                        .limit(MOST_COLUMNS - 1)
                        .toList();
        var headings = new ArrayList<>(List.of("编号"));
        columns.forEach(c -> headings.add(c.name().zh()));
        var shares = new ArrayList<>(List.of(3));
        columns.forEach(_ -> shares.add(4));
        var source = v.source();
        var about =
                "第 "
                        + v.number()
                        + " 版，"
                        + v.effective()
                        + " 起生效，共 "
                        + v.rows().size()
                        + " 条。"
                        + (source.resolution().isEmpty() ? "" : "审定文号：" + source.resolution() + "。")
                        + "指纹："
                        + v.digest()
                        + "。";
        return new Part(
                chapter(before, kind.name().zh()),
                1,
                true,
                List.of(
                        new Block.Text(about),
                        new Block.Table(
                                shares,
                                headings,
                                v.rows().stream().map(r -> cells(r, columns, names)).toList())));
    }

    private static List<String> cells(
            ListRow row, List<ListColumn> columns, Map<String, String> names) {
        var cells = new ArrayList<>(List.of(row.id()));
        for (var column : columns) {
            var cell = row.cell(column.code());
            cells.add(column.code().equals("item") ? names.getOrDefault(cell, cell) : cell);
        }
        return cells;
    }

    private Part power(PowerDefinition p) {
        var blocks = new ArrayList<Block>();
        blocks.add(
                new Block.Text(
                        "编码 "
                                + p.code()
                                + "　第 "
                                + p.version()
                                + " 版　"
                                + p.inForce()
                                + " 起施行\n制度指纹 "
                                + p.digest()));
        blocks.add(new Block.Caption("承办单位"));
        blocks.add(new Block.Text(organ(p.organ()) + p.section()));
        blocks.add(new Block.Caption("实施依据"));
        p.basis().forEach(b -> blocks.add(new Block.Text(b.article().cite() + "：" + b.text())));
        numbered("办理条件", p.conditions().stream().map(c -> c.says().zh()).toList(), blocks);
        p.situations().forEach(s -> situation(p, s, blocks));
        blocks.add(new Block.Caption("监督方式"));
        blocks.add(
                new Block.Text(
                        organ(p.supervision().by())
                                + "："
                                + p.supervision().way().zh()
                                + "　"
                                + p.supervision().hotline()));
        if (!p.accountability().isEmpty()) {
            blocks.add(new Block.Caption("责任追究"));
            blocks.add(
                    new Block.Table(
                            List.of(3, 5, 4, 3),
                            List.of("责任", "追责情形", "追责依据", "追责形式"),
                            p.accountability().stream()
                                    .map(a ->
                                            List.of(
                                                    a.duty(),
                                                    a.when().zh(),
                                                    a.basis().cite(),
                                                    String.join("、", a.forms())))
                                    .toList()));
        }
        return new Part(p.name(), 2, true, blocks);
    }

    private void situation(PowerDefinition p, Situation s, List<Block> blocks) {
        blocks.add(new Block.Caption(s.name().zh()));
        blocks.add(
                new Block.Text(
                        "法定时限 "
                                + words(s.limits().statute().limit())
                                + "，承诺时限 "
                                + words(s.limits().promise().limit())
                                + "。"));
        numbered("申请材料", s.materials().stream().map(m -> m.name().zh()).toList(), blocks);
        var chart = ChartModel.of(p, s, names);
        blocks.add(new Block.Caption("运行流程：" + chart.title().zh()));
        blocks.add(
                new Block.Table(
                        List.of(2, 6, 5, 5, 5, 2, 8),
                        List.of("序号", "环节", "岗位", "前置环节", "时限", "风险", "去向"),
                        chart.rows().stream().map(BookletText::step).toList()));
        blocks.add(new Block.Pages(ChartPdf.flow(chart, Lang.ZH, p.digest(), p.inForce())));
    }

    private static List<String> step(ChartRow row) {
        var grade = row.grade();
        return List.of(
                String.valueOf(row.number()),
                row.name().zh(),
                row.post().zh(),
                row.before().zh(),
                row.limit().zh(),
                grade == null ? "—" : grade.name(),
                row.next().zh());
    }

    private static void numbered(String caption, List<String> items, List<Block> blocks) {
        if (items.isEmpty()) {
            return;
        }
        blocks.add(new Block.Caption(caption));
        var text = new ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            text.add((i + 1) + ". " + items.get(i));
        }
        blocks.add(new Block.Text(text.stream().collect(Collectors.joining("\n"))));
    }

    private static String words(Limit limit) {
        if (limit.onTheSpot()) {
            return "当场办结";
        }
        return limit.n()
                + switch (limit.unit()) {
                    case WORKING_DAY -> " 个工作日";
                    case CALENDAR_DAY -> " 日";
                    case MONTH -> " 个月";
                };
    }

    private String organ(OrganId organ) {
        return allocation.organ(organ).map(Organ::name).map(Text::zh).orElse(organ.value());
    }

    private final ChartNames names =
            new ChartNames() {
                @Override
                public Text role(String role) {
                    return ChartNames.PLAIN.role(role);
                }

                @Override
                public Text organ(OrganId organ) {
                    return Text.zh(BookletText.this.organ(organ));
                }
            };
}
