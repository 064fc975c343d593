package org.guiju.kernel.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.Flow;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 公告: what a publicity of a case puts up for everybody, and how long. Before the decision it is what is planned, on which anybody may
/// say something (土地管理法 47, 社会救助暂行办法 11); after it, what was done with it.
///
/// @param until last day; null where the text sets none
/// @param planned whether nothing has been decided on this way yet
public record Announcement(
        String step,
        Text name,
        LocalDate from,
        @Nullable LocalDate until,
        boolean planned,
        List<Line> lines) {
    public Announcement {
        lines = List.copyOf(lines);
    }

    /// 公告事项: one thing that is put up, in the words of whoever wrote it.
    public record Line(Text label, List<Text> says) {
        public Line {
            says = List.copyOf(says);
        }
    }

    /// Every time that something of the case was put up, the earliest first.
    ///
    /// @param events of the case, as far as they happened
    public static List<Announcement> of(
            Situation situation, CaseState state, List<CaseEvent> events) {
        var found = new ArrayList<Announcement>();
        for (var round : state.rounds()) {
            if (round.kind() != StepKind.PUBLICITY) {
                continue;
            }
            var step = situation.step(round.step()).orElseThrow();
            found.add(
                    new Announcement(
                            step.id(),
                            step.name(),
                            round.openedOn(),
                            round.due(),
                            planned(situation, step.id()),
                            step.announces().stream()
                                    .flatMap(id -> line(situation, state, events, id).stream())
                                    .toList()));
        }
        return List.copyOf(found);
    }

    /// Whether the step of publicity comes before every decision: what is put up there makes no result public.
    public static boolean planned(Situation situation, String step) {
        var flow = Flow.of(situation);
        return situation.steps().stream()
                .filter(s -> s.kind().decides())
                .noneMatch(s -> flow.reaches(s.id(), step));
    }

    private static Optional<Line> line(
            Situation situation, CaseState state, List<CaseEvent> events, String id) {
        var field = situation.fields().stream().filter(f -> f.id().equals(id)).findFirst();
        if (field.isPresent()) {
            return field.map(f -> new Line(f.label(), answer(f, state.answers().get(id))))
                    .filter(l -> !l.says().isEmpty());
        }
        return situation
                .step(id)
                .map(s -> new Line(s.name(), said(events, id)))
                .filter(l -> !l.says().isEmpty());
    }

    private static List<Text> answer(Field field, @Nullable String answer) {
        if (answer == null || answer.isBlank()) {
            return List.of();
        }
        var chosen =
                field.choices().stream()
                        .filter(c -> c.id().equals(answer))
                        .map(Field.Choice::label)
                        .findFirst();
        var unit = field.unit() == null ? "" : " " + field.unit();
        return chosen.map(List::of).orElseGet(() -> lines(answer + unit));
    }

    /// What the step says as it stands: where it was entered again, the last time counts.
    private static List<Text> said(List<CaseEvent> events, String step) {
        for (var event : events.reversed()) {
            switch (event) {
                case OfficeEvent.ApprovalGiven e when e.step().equals(step) -> {
                    return lines(e.opinion());
                }
                case OfficeEvent.SceneRecorded e when e.step().equals(step) -> {
                    return e.items().stream().map(Text::zh).toList();
                }
                case OfficeEvent.Executed e when e.step().equals(step) -> {
                    return carriedOut(e);
                }
                default -> {
                    // Another act.
                }
            }
        }
        return List.of();
    }

    private static List<Text> carriedOut(OfficeEvent.Executed e) {
        var says = new ArrayList<>(lines(e.what()));
        if (e.fen() > 0) {
            var yuan = BigDecimal.valueOf(e.fen(), 2).toPlainString();
            says.add(new Text(yuan + " 元", yuan + " yuan"));
        }
        return says;
    }

    private static List<Text> lines(String text) {
        return text.lines().filter(l -> !l.isBlank()).map(String::strip).map(Text::zh).toList();
    }
}
