package org.guiju.app.experts.store;

import static org.guiju.app.experts.store.Fields.number;
import static org.guiju.app.experts.store.Fields.yes;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.experts.DrawFile;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.experts.DrawEvent;
import org.guiju.kernel.experts.DrawKey;
import org.guiju.kernel.experts.DrawState;
import org.guiju.kernel.experts.ExpertConclusion;
import org.guiju.kernel.experts.Panel;
import org.guiju.kernel.experts.ReviewForm;
import org.guiju.kernel.experts.Share;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.shared.PersonId;

/// 抽选事件的形式. Method, figures and numbers stand open; what people write stands under the draw's own key until it is published.
public final class DrawForms {
    private DrawForms() {}

    public static UUID stream(String draw) {
        return UUID.nameUUIDFromBytes(("draw:" + draw).getBytes(StandardCharsets.UTF_8));
    }

    /// The whole file of a draw.
    public static DrawFile file(List<EventEntry> entries) {
        var id = entries.getFirst().text("draw");
        var course =
                entries.stream()
                        .map(e -> new DrawFile.Step(read(e), e.at(), new PersonId(e.by())))
                        .toList();
        var state =
                DrawState.replay(
                        course.stream()
                                .map(s -> new DrawState.Happened(s.event(), s.by()))
                                .toList());
        var frozen =
                entries.stream()
                        .filter(e -> e.kind().equals("draw.frozen"))
                        .mapToLong(EventEntry::seq)
                        .findFirst()
                        .orElse(0);
        return new DrawFile(id, stream(id), state, course, frozen, entries.size());
    }

    public static EventDraft draft(String draw, DrawEvent event) {
        var f = new Fields("draw:" + draw).open("draw", draw);
        return f.draft("draw." + write(f, event));
    }

    private static String write(Fields f, DrawEvent event) {
        return switch (event) {
            case DrawEvent.Announced a -> announced(f, a);
            case DrawEvent.Frozen(var list, var salt, var digest) -> {
                f.open("digest", digest);
                f.hide("salt", salt);
                f.hide("numbers", list.stream().map(DrawEvent.Listed::number).toList());
                f.hide("outside", list.stream().map(l -> String.valueOf(l.outside())).toList());
                yield "frozen";
            }
            case DrawEvent.Witnessed(var at, var witnesses) -> {
                f.open("witnessed_at", at).open("witnesses", witnesses);
                yield "witnessed";
            }
            case DrawEvent.Entered(var fallback, var figures, var published) -> {
                f.open("fallback", fallback).open("figures", figures).hide("published", published);
                yield "entered";
            }
            case DrawEvent.Confirmed(var fallback) -> {
                f.open("fallback", fallback);
                yield "confirmed";
            }
            case DrawEvent.Drawn(var key, var panel) -> {
                f.open("key", key.value()).open("panel", panel);
                yield "drawn";
            }
            case DrawEvent.Barred(var number, var bar, var reason, var panel) -> {
                f.open("number", number)
                        .open("bar", bar)
                        .hide("reason", reason)
                        .open("panel", panel);
                yield "barred";
            }
            case DrawEvent.OpinionGiven(var entry) -> opinion(f, entry);
            case DrawEvent.Concluded(var result, var entries) -> {
                f.open("verdict", result.verdict())
                        .open("figure", result.figure().toPlainString())
                        .open("needed", result.needed().toPlainString())
                        .open("entries", entries);
                yield "concluded";
            }
            case DrawEvent.Answered(var number, var adopted, var reason) -> {
                f.open("number", number).open("adopted", adopted).hide("reason", reason);
                yield "answered";
            }
            case DrawEvent.Annulled(var reason) -> {
                f.hide("reason", reason);
                yield "annulled";
            }
        };
    }

    private static String announced(Fields f, DrawEvent.Announced a) {
        f.hide("matter", a.matter()).hide("title", a.title()).hide("materials", a.materials());
        f.hide("parties", a.parties());
        f.open("field", a.field()).open("seats", a.seats()).open("outside", a.outside());
        f.open("from", a.from()).open("until", a.until());
        source(f, "primary", a.primary());
        source(f, "fallback", a.fallback());
        var form = a.form();
        f.open("form", form.kind()).open("votes_part", form.votes().part());
        f.open("votes_whole", form.votes().whole()).open("score", form.score().toPlainString());
        f.open("trimmed", form.trimmed()).hide("criteria", form.criteria());
        return "announced";
    }

    private static void source(Fields f, String which, DrawEvent.Source source) {
        f.open(which + "_kind", source.kind());
        f.hide(which + "_reference", source.reference());
        f.open(which + "_known", source.known());
    }

    /// Blind until all are in: nothing of it stands open.
    private static String opinion(Fields f, ReviewForm.Entry entry) {
        f.open("number", entry.number());
        f.hide("favour", entry.favour()).hide("risk", entry.risk());
        var names = new ArrayList<>(entry.scores().keySet());
        f.hide("criteria", names);
        f.hide("scores", names.stream().map(n -> String.valueOf(entry.scores().get(n))).toList());
        return "opinion-given";
    }

    static DrawEvent read(EventEntry e) {
        var number = e.text("number");
        return switch (e.kind()) {
            case "draw.announced" -> readAnnounced(e);
            case "draw.frozen" -> new DrawEvent.Frozen(listed(e), e.text("salt"), e.text("digest"));
            case "draw.witnessed" ->
                    new DrawEvent.Witnessed(
                            Instant.parse(e.text("witnessed_at")), e.texts("witnesses"));
            case "draw.entered" ->
                    new DrawEvent.Entered(
                            yes(e, "fallback"), e.texts("figures"), e.text("published"));
            case "draw.confirmed" -> new DrawEvent.Confirmed(yes(e, "fallback"));
            case "draw.drawn" -> new DrawEvent.Drawn(new DrawKey(e.text("key")), e.texts("panel"));
            case "draw.barred" ->
                    new DrawEvent.Barred(
                            number,
                            Panel.Bar.valueOf(e.text("bar")),
                            e.text("reason"),
                            e.texts("panel"));
            case "draw.opinion-given" -> new DrawEvent.OpinionGiven(entry(e, number));
            case "draw.concluded" ->
                    new DrawEvent.Concluded(
                            new ReviewForm.Result(
                                    ExpertConclusion.Verdict.valueOf(e.text("verdict")),
                                    new BigDecimal(e.text("figure")),
                                    new BigDecimal(e.text("needed"))),
                            number(e, "entries"));
            case "draw.answered" ->
                    new DrawEvent.Answered(number, yes(e, "adopted"), e.text("reason"));
            case "draw.annulled" -> new DrawEvent.Annulled(e.text("reason"));
            default -> throw new IllegalStateException("no draw knows of " + e.kind());
        };
    }

    private static DrawEvent.Announced readAnnounced(EventEntry e) {
        return new DrawEvent.Announced(
                e.text("matter"),
                e.text("title"),
                e.text("field"),
                number(e, "seats"),
                number(e, "outside"),
                LocalDate.parse(e.text("from")),
                LocalDate.parse(e.text("until")),
                source(e, "primary"),
                source(e, "fallback"),
                new ReviewForm(
                        ReviewForm.Kind.valueOf(e.text("form")),
                        new Share(number(e, "votes_part"), number(e, "votes_whole")),
                        new BigDecimal(e.text("score")),
                        number(e, "trimmed"),
                        e.texts("criteria")),
                e.text("materials"),
                e.texts("parties"));
    }

    private static DrawEvent.Source source(EventEntry e, String which) {
        return new DrawEvent.Source(
                e.text(which + "_kind"),
                e.text(which + "_reference"),
                Instant.parse(e.text(which + "_known")));
    }

    private static List<DrawEvent.Listed> listed(EventEntry e) {
        var numbers = e.texts("numbers");
        var outside = e.texts("outside");
        var list = new ArrayList<DrawEvent.Listed>();
        for (var i = 0; i < numbers.size(); i++) {
            list.add(new DrawEvent.Listed(numbers.get(i), outside.get(i).equals("true")));
        }
        return list;
    }

    private static ReviewForm.Entry entry(EventEntry e, String number) {
        var names = e.texts("criteria");
        var scores = e.texts("scores");
        Map<String, Integer> by = new LinkedHashMap<>();
        for (var i = 0; i < names.size(); i++) {
            by.put(names.get(i), Integer.valueOf(scores.get(i)));
        }
        return new ReviewForm.Entry(number, yes(e, "favour"), by, e.text("risk"));
    }
}
