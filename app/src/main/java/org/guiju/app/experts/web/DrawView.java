package org.guiju.app.experts.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guiju.app.experts.DrawFile;
import org.guiju.app.experts.application.ExpertDesk;
import org.guiju.formats.draw.DrawNames;
import org.guiju.formats.draw.Redo;
import org.guiju.kernel.experts.DrawEvent;
import org.guiju.kernel.experts.DrawState;
import org.guiju.kernel.experts.Expert;
import org.guiju.kernel.experts.FrozenList;
import org.guiju.kernel.experts.Panel;
import org.guiju.kernel.experts.ReviewForm;
import org.guiju.kernel.shared.Text;
import org.springframework.stereotype.Component;

/// 抽选的公开内容: the method at once, who it was only when the review has ended.
@Component
class DrawView {
    private final ExpertDesk desk;

    DrawView(ExpertDesk desk) {
        this.desk = desk;
    }

    /// 公开随机源.
    record Source(String kind, Text name, String reference, Instant known) {}

    /// 排序的一行. Number and name are empty until the review has ended.
    record Line(
            int rank,
            String md5,
            int divisor,
            int position,
            String number,
            String name,
            boolean outside,
            String verdict,
            String reason) {}

    /// 专家意见与答复.
    record Opinion(
            String number,
            boolean favour,
            Map<String, Integer> scores,
            String risk,
            String answer,
            String reason) {}

    /// 公开的一次抽选.
    ///
    /// @param ended whether names and opinions are shown
    /// @param command what to type to redo it; empty until the review has ended
    record Published(
            String draw,
            String title,
            String matter,
            String field,
            String stage,
            int seats,
            int outside,
            LocalDate from,
            LocalDate until,
            Source primary,
            Source fallback,
            int pool,
            String digest,
            Instant witnessedAt,
            List<String> witnesses,
            List<String> figures,
            String publishedAt,
            boolean fallbackUsed,
            String key,
            List<Line> ranking,
            boolean ended,
            String command,
            String form,
            String verdict,
            String figure,
            String needed,
            List<Opinion> opinions,
            String annulled) {}

    static Source source(DrawEvent.Source s) {
        return new Source(s.kind(), EntropySources.name(s.kind()), s.reference(), s.known());
    }

    Published of(DrawFile file) {
        var s = file.state();
        var a = s.announced().orElseThrow();
        var ended = s.stage() == DrawState.Stage.CONCLUDED;
        var frozen = s.frozen();
        var concluded = s.concluded();
        return new Published(
                file.id(),
                a.title(),
                a.matter(),
                a.field(),
                s.stage().name(),
                a.seats(),
                a.outside(),
                a.from(),
                a.until(),
                source(a.primary()),
                source(a.fallback()),
                frozen.map(f -> f.list().size()).orElse(0),
                frozen.map(DrawEvent.Frozen::digest).orElse(""),
                s.witnessed().map(DrawEvent.Witnessed::at).orElse(Instant.EPOCH),
                s.witnessed().map(DrawEvent.Witnessed::witnesses).orElse(List.of()),
                s.entered().map(DrawEvent.Entered::figures).orElse(List.of()),
                s.entered().map(DrawEvent.Entered::publishedAt).orElse(""),
                s.entered().map(DrawEvent.Entered::fallback).orElse(false),
                s.drawn().map(d -> d.key().value()).orElse(""),
                lines(file, ended),
                ended,
                ended ? command(file) : "",
                a.form().kind().name(),
                concluded.map(c -> c.result().verdict().name()).orElse(""),
                concluded.map(c -> c.result().figure().toPlainString()).orElse(""),
                concluded.map(c -> c.result().needed().toPlainString()).orElse(""),
                ended ? opinions(s) : List.of(),
                s.annulled().orElse(""));
    }

    private static List<Opinion> opinions(DrawState s) {
        return s.entries().values().stream()
                .map(e -> opinion(e, Optional.ofNullable(s.answers().get(e.number()))))
                .toList();
    }

    private static Opinion opinion(ReviewForm.Entry e, Optional<DrawEvent.Answered> answer) {
        return new Opinion(
                e.number(),
                e.favour(),
                new TreeMap<>(e.scores()),
                e.risk(),
                answer.map(x -> x.adopted() ? "adopted" : "declined").orElse(""),
                answer.map(DrawEvent.Answered::reason).orElse(""));
    }

    private String command(DrawFile file) {
        var a = file.state().announced().orElseThrow();
        return file.state()
                .drawn()
                .map(d ->
                        "./guiju draw --names names.csv --key "
                                + d.key().value()
                                + " --count "
                                + a.seats()
                                + " --outside "
                                + a.outside())
                .orElse("");
    }

    private List<Line> lines(DrawFile file, boolean ended) {
        var drawn = file.state().drawn();
        if (drawn.isEmpty()) {
            return List.of();
        }
        var a = file.state().announced().orElseThrow();
        var list = file.state().frozen().orElseThrow().list();
        var candidates = file.state().candidates();
        var names =
                java.util.stream.IntStream.range(0, list.size())
                        .mapToObj(i -> new DrawNames.Named(list.get(i).number(), candidates.get(i)))
                        .toList();
        var redo = Redo.of(names, drawn.get().key(), a.seats(), a.outside());
        var pool = desk.pool().experts();
        return redo.drawn().steps().stream()
                .map(step -> line(file, redo.name(step), step, ended, pool))
                .toList();
    }

    private static Line line(
            DrawFile file,
            String number,
            Panel.Step step,
            boolean ended,
            Map<String, Expert> pool) {
        var p = step.place();
        var bar = Optional.ofNullable(file.state().bars().get(number));
        return new Line(
                p.rank(),
                p.md5(),
                p.divisor(),
                p.position(),
                ended ? number : "",
                ended ? Optional.ofNullable(pool.get(number)).map(Expert::name).orElse("") : "",
                file.state().frozen().orElseThrow().list().get(p.position() - 1).outside(),
                step.verdict().name(),
                ended ? bar.map(DrawEvent.Barred::reason).orElse("") : "");
    }

    /// The list with who was passed over, as `guiju draw` reads it; empty until the review has ended.
    Optional<String> names(DrawFile file) {
        if (file.state().stage() != DrawState.Stage.CONCLUDED) {
            return Optional.empty();
        }
        var text = new StringBuilder("number,outside,recused\n");
        file.state()
                .frozen()
                .orElseThrow()
                .list()
                .forEach(l ->
                        text.append(l.number())
                                .append(l.outside() ? ",yes," : ",no,")
                                .append(
                                        Optional.ofNullable(file.state().bars().get(l.number()))
                                                .map(b ->
                                                        b.bar() == Panel.Bar.DECLINED
                                                                ? "declined"
                                                                : "yes")
                                                .orElse("no"))
                                .append('\n'));
        return Optional.of(text.toString());
    }

    /// What the digest was made from; empty until the review has ended.
    Optional<String> frozen(DrawFile file) {
        return file.state().stage() == DrawState.Stage.CONCLUDED
                ? file.state().frozen().map(f -> FrozenList.text(f.salt(), f.list()))
                : Optional.empty();
    }
}
