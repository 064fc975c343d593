package org.guiju.app.licences.application;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.cases.CasePapers.Form;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.PapersDue;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.ledger.Attachments;
import org.guiju.app.licences.LicenceRow;
import org.guiju.formats.documents.Paper;
import org.guiju.formats.documents.PaperOfd;
import org.guiju.formats.documents.PaperPdf;
import org.guiju.kernel.licences.LicenceEvent;
import org.guiju.kernel.licences.LicenceEvent.Certified;
import org.guiju.kernel.licences.LicenceState;
import org.guiju.kernel.powers.LicenceTerms;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// 许可证件: draws original and duplicate of a licence as PDF and OFD when it is made, keeps their bytes under the holder's key, and says which forms of
/// its case are not on file.
@Component
public class Certificates {
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final CasePapers papers;
    private final PapersDue due;
    private final Attachments attachments;
    private final Allocation allocation;
    private final Environment settings;

    Certificates(
            CaseQuery cases,
            CaseDesk desk,
            CasePapers papers,
            PapersDue due,
            Attachments attachments,
            Allocation allocation,
            Environment settings) {
        this.cases = cases;
        this.desk = desk;
        this.papers = papers;
        this.due = due;
        this.attachments = attachments;
        this.allocation = allocation;
        this.settings = settings;
    }

    /// 证件文件.
    public record File(String name, String type, byte[] bytes) {}

    /// 正本、副本.
    private enum Copy {
        ORIGINAL("original", "正本"),
        DUPLICATE("duplicate", "副本");

        private final String code;
        private final String zh;

        Copy(String code, String zh) {
            this.code = code;
            this.zh = zh;
        }
    }

    /// 缺少的审批表: what the acts of the cases behind the licence brought about and what has no number yet or any more. A case whose decision has no paper
    /// is not proved in the log, and a licence resting on it does not go out (无码不出件).
    List<Text> missing(LicenceState state) {
        var missing = new ArrayList<Text>();
        for (var file : files(state)) {
            var there = new HashMap<String, Integer>();
            papers.of(file.id()).forEach(p -> there.merge(p.kind(), 1, Integer::sum));
            for (var expected : due.of(file)) {
                if (there.merge(expected.kind(), -1, Integer::sum) < 0) {
                    missing.add(expected.name());
                }
            }
        }
        return missing;
    }

    /// The case that issued it and those that changed or renewed it.
    private List<CaseFile> files(LicenceState state) {
        var numbers = new ArrayList<String>();
        for (var event : state.history()) {
            switch (event) {
                case LicenceEvent.Issued e -> numbers.add(e.caseNo());
                case LicenceEvent.Changed e -> numbers.add(e.caseNo());
                case LicenceEvent.Renewed e -> numbers.add(e.caseNo());
                default -> {}
            }
        }
        return numbers.stream()
                .flatMap(no -> cases.byNo(no).stream())
                .flatMap(id -> desk.file(id).stream())
                .toList();
    }

    /// The event with its files drawn and kept; every other event as it is.
    ///
    /// @throws CasePapers.NoSeal where the organ has no seal: without one a licence is none (行政许可法 39)
    /// @throws CasePapers.Erased where the holder's data were destroyed
    LicenceEvent drawn(LicenceRow row, LicenceState state, LicenceEvent event) {
        if (!(event instanceof Certified made)) {
            return event;
        }
        var seal = settings.getProperty("guiju.documents.seals." + row.organ().value(), "");
        if (seal.isBlank()) {
            throw new CasePapers.NoSeal(row.organ().value());
        }
        var holder = state.issued().holder();
        if (holder.name().isEmpty()) {
            throw new CasePapers.Erased();
        }
        var kept = new ArrayList<String>();
        for (var copy : Copy.values()) {
            var paper = paper(row, state, made, copy, seal);
            for (var form : Form.values()) {
                var name = copy.code + "." + form.ending();
                var stored =
                        attachments.store(
                                id(row, made.edition(), name),
                                holder.subject(),
                                form.type(),
                                new ByteArrayInputStream(bytes(paper, form, made.on())));
                kept.add(stored.id() + ":" + name + ":" + stored.commitment());
            }
        }
        return new Certified(
                made.edition(), made.why(), made.declared(), kept, made.on(), made.by());
    }

    private static UUID id(LicenceRow row, int edition, String name) {
        var text = "certificate:" + row.stream() + ":" + edition + ":" + name;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Paper paper, Form form, LocalDate on) {
        Instant made = on.atStartOfDay(org.guiju.app.platform.time.OfficialClock.ZONE).toInstant();
        return (form == Form.OFD ? PaperOfd.draw(paper, made) : PaperPdf.draw(paper, made)).bytes();
    }

    private Paper paper(
            LicenceRow row, LicenceState state, Certified made, Copy copy, String seal) {
        var files = files(state);
        var power = files.getFirst().definition();
        var terms = java.util.Objects.requireNonNull(power.licence());
        var organ =
                allocation.organ(row.organ()).map(o -> o.name().zh()).orElse(row.organ().value());
        var rows = new ArrayList<Paper.Row>();
        row(rows, "持证人", state.issued().holder().name());
        row(rows, "许可事项", power.matter().zh());
        printed(files, terms).forEach((label, answer) -> row(rows, label, answer));
        row(rows, "有效期限", term(state.issued().from(), state.until()));
        row(rows, "版次", "第" + made.edition() + "版（" + WHY.get(made.why()) + "）");
        var blocks = new ArrayList<Paper.Block>();
        blocks.add(new Paper.Table(rows));
        if (copy == Copy.DUPLICATE) {
            blocks.add(new Paper.Table(record(state, made)));
        }
        blocks.add(new Paper.Body("本证由发证机关加盖印章，遗失应当及时报告；换发、补发以后，先前各版作废。现在是否有效，请扫描二维码查验。"));
        blocks.add(new Paper.Sign(organ, day(made.on())));
        var address = settings.getProperty("guiju.documents.address", "http://localhost:8080");
        return new Paper(
                Paper.Head.RECORD,
                organ,
                row.number(),
                terms.name().zh() + "（" + copy.zh + "）",
                blocks,
                address + "/licences/" + row.number() + "?edition=" + made.edition(),
                seal);
    }

    private static final Map<LicenceEvent.Why, String> WHY =
            Map.of(
                    LicenceEvent.Why.ISSUE, "首次核发",
                    LicenceEvent.Why.CHANGE, "变更换发",
                    LicenceEvent.Why.RENEWAL, "延续换发",
                    LicenceEvent.Why.LOSS, "遗失补发",
                    LicenceEvent.Why.DAMAGE, "损毁换发");

    private static void row(List<Paper.Row> rows, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            rows.add(new Paper.Row(List.of(label, value), 1));
        }
    }

    /// What the text says stands on the licence, as the latest case that asked for it has it.
    private static Map<String, String> printed(List<CaseFile> files, LicenceTerms terms) {
        var printed = new java.util.LinkedHashMap<String, String>();
        for (var id : terms.prints()) {
            for (var file : files) {
                var answer = file.state().answers().getOrDefault(id, "");
                file.situation()
                        .field(id)
                        .filter(_ -> !answer.isBlank())
                        .ifPresent(f -> printed.put(f.label().zh(), answer));
            }
        }
        return printed;
    }

    /// 变更、延续、年检记录 of the duplicate.
    private static List<Paper.Row> record(LicenceState state, Certified made) {
        var rows = new ArrayList<Paper.Row>();
        for (var event : state.history()) {
            switch (event) {
                case LicenceEvent.Changed e -> row(rows, "变更记录", day(e.on()) + "　" + e.caseNo());
                case LicenceEvent.Renewed e ->
                        row(
                                rows,
                                "延续记录",
                                day(e.on()) + (e.deemed() ? "　视为准予延续，至" : "　延续至") + day(e.until()));
                case LicenceEvent.Checked e ->
                        row(rows, "年检记录", e.year() + "年度" + (e.passed() ? "合格" : "不合格"));
                default -> {}
            }
        }
        if (rows.isEmpty()) {
            row(rows, "变更、延续记录", "截至" + day(made.on()) + "无");
        }
        return rows;
    }

    private static String term(LocalDate from, @Nullable LocalDate until) {
        return day(from) + (until == null ? "起，法律没有规定期限" : "至" + day(until));
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /// One file of an edition; empty where the edition has none of that name.
    ///
    /// @throws CasePapers.Erased where the holder's data were destroyed
    Optional<File> open(LicenceRow row, LicenceState state, int edition, String name) {
        return state.history().stream()
                .filter(e -> e instanceof Certified c && c.edition() == edition)
                .flatMap(e -> ((Certified) e).files().stream())
                .map(f -> f.split(":", 3))
                .filter(f -> f[1].equals(name))
                .findFirst()
                .map(f -> {
                    var id = UUID.fromString(f[0]);
                    var bytes = attachments.read(id).orElseThrow(CasePapers.Erased::new);
                    var type = attachments.find(id).orElseThrow().mediaType();
                    return new File(row.number() + "-" + edition + "-" + name, type, bytes);
                });
    }
}
