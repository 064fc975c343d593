package org.guiju.kernel.linesystems;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.linesystems.ShadowCase.Told;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.supervision.Seen;

/// What the records show by themselves: too few officers, pauses without a ground, contradictions, late entries, corrections.
final class RecordBreaches {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// What was done is entered within one working day, as with emergency vouchers.
    private static final int WORKING_DAYS_TO_ENTER = 1;

    private final ShadowCase case_;
    private final WorkCalendar calendar;
    private final Note note;

    RecordBreaches(ShadowCase known, WorkCalendar calendar, Note note) {
        this.case_ = known;
        this.calendar = calendar;
        this.note = note;
    }

    /// 记下一处.
    @FunctionalInterface
    interface Note {
        void add(ShadowRule rule, String cause, Told at, String zh, String en, List<Seen> saw);
    }

    void find() {
        officers();
        pauses();
        contradictions();
        entries();
        corrections();
    }

    private void add(ShadowRule rule, String cause, Told at, String zh, String en, List<Seen> saw) {
        note.add(rule, cause, at, zh, en, saw);
    }

    /// Two officers where the text asks for two; records that name nobody tell nothing.
    private void officers() {
        for (var step : case_.situation().steps()) {
            int needed = step.kind() == StepKind.PAIRED_REVIEW ? 2 : step.officers().atLeast();
            var done = case_.of(step.id());
            var named = new HashSet<String>();
            done.forEach(t -> named.addAll(t.record().officers()));
            if (!named.isEmpty() && named.size() < needed) {
                var t = done.getLast();
                add(
                        ShadowRule.TOO_FEW_OFFICERS,
                        step.id(),
                        t,
                        "“"
                                + step.name().zh()
                                + "”应有 "
                                + needed
                                + " 人承办，来件只有 "
                                + named.size()
                                + " 人",
                        "\""
                                + Breaches.en(step)
                                + "\" needs "
                                + needed
                                + " officers, the records name "
                                + named.size(),
                        done.stream().map(Told::seen).toList());
            }
        }
    }

    private void pauses() {
        for (var t : case_.words(ShadowRecord.PAUSED)) {
            var ground = t.record().ground();
            if (case_.situation().limits().pauses().stream()
                    .noneMatch(p -> p.id().equals(ground))) {
                add(
                        ShadowRule.PAUSED_WITHOUT_GROUND,
                        t.record().no(),
                        t,
                        t.record().happened() + " 停表，没有制度文本列明的事由，期限照算",
                        "paused on "
                                + t.record().happened()
                                + " on no ground of the text: the limit runs on",
                        List.of(t.seen()));
            }
        }
    }

    /// What can be true once only: acceptance, filing, decision, closing.
    private void contradictions() {
        var once = new LinkedHashSet<String>();
        case_.situation().steps().stream()
                .filter(s ->
                        s.kind() == StepKind.ACCEPTANCE
                                || s.kind() == StepKind.FILING
                                || s.kind().decides())
                .forEach(s -> once.add(s.id()));
        once.add(ShadowRecord.CLOSED);
        for (var target : once) {
            var said = case_.of(target).stream().filter(RecordBreaches::says).toList();
            for (int i = 1; i < said.size(); i++) {
                if (against(said.get(i - 1), said.get(i))) {
                    contradicts(target, said.get(i - 1), said.get(i));
                }
            }
        }
    }

    /// A notice of what is missing comes before an acceptance and does not contradict it.
    private static boolean says(Told t) {
        return !t.record().outcome().equals("supplement");
    }

    private void contradicts(String target, Told one, Told two) {
        var first = one.record().no();
        var second = two.record().no();
        add(
                ShadowRule.CONTRADICTED,
                target + "/" + first + "/" + second,
                two,
                "记录 " + first + "（" + say(one) + "）与记录 " + second + "（" + say(two) + "）不一致",
                "record "
                        + first
                        + " ("
                        + say(one)
                        + ") contradicts record "
                        + second
                        + " ("
                        + say(two)
                        + ")",
                List.of(one.seen(), two.seen()));
    }

    private static boolean against(Told one, Told two) {
        return !one.record().happened().equals(two.record().happened())
                || !one.record().outcome().equals(two.record().outcome());
    }

    private static String say(Told t) {
        return (t.record().happened() + " " + t.record().outcome()).strip();
    }

    private void entries() {
        for (var t : case_.told()) {
            var r = t.record();
            var entered = r.entered();
            if (entered != null
                    && calendar.workingDaysAfter(r.happened(), entered) > WORKING_DAYS_TO_ENTER) {
                add(
                        ShadowRule.ENTERED_LATE,
                        r.no(),
                        t,
                        "办于 " + r.happened() + "，" + entered + " 才录入，超过一个工作日",
                        "done on "
                                + r.happened()
                                + " and entered on "
                                + entered
                                + ", more than a working day later",
                        List.of(t.seen()));
            }
            if (r.happened().isAfter(day(t.seen().at()))) {
                add(
                        ShadowRule.NOT_YET_HAPPENED,
                        r.no(),
                        t,
                        day(t.seen().at()) + " 送来的记录写着办于 " + r.happened(),
                        "delivered on "
                                + day(t.seen().at())
                                + ", it says it was done on "
                                + r.happened(),
                        List.of(t.seen()));
            }
        }
    }

    private void corrections() {
        for (var c : case_.corrections()) {
            var now = c.now();
            if (c.before().differs(now.record())) {
                add(
                        ShadowRule.CORRECTED,
                        now.record().no() + "/" + now.seen().seq(),
                        now,
                        "记录 "
                                + now.record().no()
                                + " 原为 "
                                + said(c.before())
                                + "，更正为 "
                                + said(now.record()),
                        "record "
                                + now.record().no()
                                + " said "
                                + said(c.before())
                                + " and now says "
                                + said(now.record()),
                        List.of(now.seen()));
            }
        }
    }

    private static String said(ShadowRecord r) {
        return String.join(
                        " ",
                        List.of(
                                r.target(),
                                r.happened().toString(),
                                r.outcome(),
                                String.join("、", r.officers())))
                .strip();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }
}
