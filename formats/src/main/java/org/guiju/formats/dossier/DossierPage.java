package org.guiju.formats.dossier;

import static org.guiju.formats.dossier.DossierMetadata.escaped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.guiju.formats.dossier.DossierWriter.Placed;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 案卷首页: cover, catalogue, course with the persons responsible, note at the end; for a person without any program but a
/// browser. No script, nothing fetched from anywhere.
final class DossierPage {
    private static final String STYLE = style();

    private final StringBuilder out = new StringBuilder();

    private DossierPage() {}

    static String of(Dossier dossier, List<Placed> placed) {
        var page = new DossierPage();
        var cover = dossier.cover();
        page.head(cover);
        page.cover(cover);
        page.catalogue(placed);
        page.course(dossier.steps());
        page.note(dossier, placed);
        page.line("</main></body></html>");
        return page.out.toString();
    }

    private void head(Dossier.Cover cover) {
        var title = (cover.volume().isEmpty() ? cover.no() : cover.volume()) + " 电子案卷";
        line("<!DOCTYPE html>");
        line("<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">");
        line(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
                        + hash(STYLE)
                        + "'\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line(
                "<title>"
                        + escaped(title)
                        + "</title><style>"
                        + STYLE
                        + "</style></head><body><main>");
    }

    private void cover(Dossier.Cover c) {
        boolean copy = c.profile() == Dossier.Profile.COPY;
        line(
                "<h1>"
                        + (copy
                                ? "本人办件信息副本" + en("Copy of a person’s own case")
                                : "行权案卷" + en("File of an exercise of power"))
                        + "</h1>");
        line("<h2>封面" + en("Cover") + "</h2><table>");
        row("案卷号", "Volume", c.volume());
        row("办件编号", "Case number", c.no());
        row("立卷单位", "Organ", both(c.organName()));
        row("权力事项", "Power", both(c.powerName()));
        row("权力编码和制度版本", "Code and version", c.power() + " v" + c.version());
        row("办理情形", "Situation", both(c.situationName()));
        row("当事人", "Person concerned", escaped(c.applicant()));
        row("收件", "Received", day(c.received()));
        row("决定", "Decided", day(c.decided()));
        row("办结", "Ended", day(c.closed()));
        row("归档", "Archived", day(c.archived()));
        row("结果", "Result", both(c.outcome()));
        var retention = new Retention(c.retention());
        row("保管期限", "Retention", both(retention.says()));
        if (c.closed() != null) {
            row(
                    "保管至",
                    "Kept until",
                    retention.until(c.closed()).map(Object::toString).orElse("永久 permanent"));
        }
        line("</table>");
    }

    private void catalogue(List<Placed> placed) {
        line("<h2>卷内目录" + en("Catalogue") + "</h2>");
        line(
                "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"卷内目录\"><table><thead><tr>");
        columns("序号 No.", "文号 Number", "责任者 By", "题名 Title", "日期 Day", "类别 Group", "字节 Bytes");
        for (var p : placed) {
            var d = p.document();
            line("<tr><td>" + p.n() + "</td>");
            cell(escaped(d.number()));
            cell(both(d.by()));
            cell("<a href=\"" + p.file() + "\">" + both(d.title()) + "</a>");
            cell(day(d.day()));
            cell(both(d.group().says()));
            cell(Integer.toString(d.size()));
            line("</tr>");
        }
        line("</tbody></table></div>");
    }

    private void course(List<Dossier.Step> steps) {
        line("<h2>办理全程与责任人" + en("Course and persons responsible") + "</h2>");
        line(
                "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"办理全程\"><table><thead><tr>");
        columns("环节 Step", "起止 From, to", "责任人 Person", "岗位 Post", "行为 Act", "痕迹 Entry");
        for (var step : steps) {
            boolean first = true;
            for (var p : step.persons()) {
                line("<tr>");
                cell(first ? both(step.name()) : "");
                cell(first ? day(step.opened()) + " – " + day(step.closed()) : "");
                cell(escaped(p.name()));
                cell(escaped(p.post()));
                cell(both(p.act()));
                cell("<span class=\"no\">" + p.seq() + "</span>");
                line("</tr>");
                first = false;
            }
            if (first) {
                line("<tr>");
                cell(both(step.name()));
                cell(day(step.opened()) + " – " + day(step.closed()));
                line(
                        "<td colspan=\"4\">期间届满，无人为行为"
                                + en("A period ran; nobody acted.")
                                + "</td></tr>");
            }
        }
        line("</tbody></table></div>");
    }

    private void note(Dossier dossier, List<Placed> placed) {
        line("<h2>备考表" + en("Note on the volume") + "</h2>");
        long bytes = placed.stream().mapToLong(p -> p.document().size()).sum();
        line(
                "<p>本卷共有文件材料 %d 件，%d 字节；痕迹条目 %d 条，每条附存证证明。"
                                .formatted(placed.size(), bytes, dossier.entries().size())
                        + en(
                                "%d documents, %d bytes; %d entries, each with its proof."
                                        .formatted(placed.size(), bytes, dossier.entries().size()))
                        + "</p>");
        if (dossier.missing().isEmpty()) {
            line("<p>应归档的文件材料齐全。" + en("No document is missing.") + "</p>");
        } else {
            line("<p class=\"note\">缺少下列文件材料：" + en("Missing:") + "</p><ul class=\"note\">");
            dossier.missing().forEach(m -> line("<li>" + both(m) + "</li>"));
            line("</ul>");
        }
        line(
                "<p>制度文本 <a href=\"definition.yaml\">definition.yaml</a> · 元数据 <a href=\"metadata.json\">metadata.json</a> <a href=\"metadata.xml\">metadata.xml</a> · 信任名单 <a href=\"log/policy.txt\">policy.txt</a></p>");
        dossier.notes()
                .keySet()
                .forEach(n -> line("<p><a href=\"notes/" + n + "\">" + n + "</a></p>"));
        line(
                "<p>本卷不依赖任何系统即可核验："
                        + en("The volume verifies itself, without any system:")
                        + "</p><pre>./guiju verify FILE.zip --policy YOUR-POLICY</pre>");
    }

    private void columns(String... names) {
        for (var name : names) {
            line("<th scope=\"col\">" + name + "</th>");
        }
        line("</tr></thead><tbody>");
    }

    private void row(String zh, String en, String value) {
        if (!value.isEmpty()) {
            line("<tr><th scope=\"row\">" + zh + en(en) + "</th><td>" + value + "</td></tr>");
        }
    }

    private void cell(String html) {
        line("<td>" + html + "</td>");
    }

    private static String day(java.time.@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String both(Text text) {
        return escaped(text.zh()) + (text.en() == null ? "" : en(escaped(text.en())));
    }

    private static String en(String html) {
        return " <span class=\"en\" lang=\"en\">" + html + "</span>";
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String style() {
        try (var in = DossierPage.class.getResourceAsStream("dossier.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
