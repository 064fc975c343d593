package org.guiju.kernel.matters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;

/// 事项现状: what the history of one matter adds up to.
public final class MatterState {
    private final List<MatterEvent> course;
    private final Map<MatterAct, MatterEvent> done = new LinkedHashMap<>();
    private final Map<String, Voice> comments = new LinkedHashMap<>();
    private final List<Voice> opinions = new ArrayList<>();
    private final Map<String, MatterEvent> rules = new LinkedHashMap<>();
    private final Map<String, Trade> trades = new LinkedHashMap<>();
    private boolean rejected;

    /// 意见与答复.
    ///
    /// @param who the receipt of a citizen's comment, the name of an expert
    /// @param answer adopted or not with the reason; null while it is open
    public record Voice(String who, String text, LocalDate on, @Nullable MatterEvent answer) {
        public boolean adopted() {
            return answer != null && answer.fact("adopted").equals("yes");
        }

        public String reason() {
            return answer == null ? "" : answer.fact("reason");
        }
    }

    private MatterState(List<MatterEvent> course) {
        this.course = List.copyOf(course);
        this.course.forEach(this::after);
    }

    public static MatterState replay(List<MatterEvent> history) {
        return new MatterState(history);
    }

    private void after(MatterEvent e) {
        switch (e.act()) {
            case COMMENT ->
                    comments.put(
                            e.fact("receipt"),
                            new Voice(e.fact("receipt"), e.fact("text"), e.on(), null));
            case ANSWER ->
                    comments.computeIfPresent(
                            e.fact("receipt"), (_, v) -> new Voice(v.who(), v.text(), v.on(), e));
            case OPINION -> opinions.add(new Voice(e.fact("expert"), e.fact("text"), e.on(), null));
            case REPLY -> {
                int at = Integer.parseInt(e.fact("no")) - 1;
                var v = opinions.get(at);
                opinions.set(at, new Voice(v.who(), v.text(), v.on(), e));
            }
            case TRADE -> trades.put(e.fact("tender"), Trade.announced(e));
            case AWARD -> trades.computeIfPresent(e.fact("tender"), (_, t) -> t.settled(e));
            case RULE -> rules.put(e.fact("procedure"), e);
            case INSPECT -> {
                // Stands in the course only: an inspection changes no stage.
            }
            case ENDORSE, COUNTERSIGN -> {
                done.put(e.act(), e);
                rejected |= e.fact("approved").equals("no");
            }
            case LEGALITY -> {
                // A negative review leaves the step open: it blocks until a reworked draft passes.
                if (e.fact("approved").equals("yes")) {
                    done.put(e.act(), e);
                }
            }
            default -> done.put(e.act(), e);
        }
    }

    public boolean exists() {
        return done.containsKey(MatterAct.FILE);
    }

    /// @throws IllegalStateException where nothing was filed; ask [#exists()] first
    public MatterEvent filed() {
        return done(MatterAct.FILE).orElseThrow(() -> new IllegalStateException("not filed"));
    }

    public Optional<MatterEvent> done(MatterAct act) {
        return Optional.ofNullable(done.get(act));
    }

    public OrganId organ() {
        return new OrganId(filed().fact("organ"));
    }

    public MatterClass of() {
        return MatterClass.ofCode(filed().fact("class")).orElseThrow();
    }

    public MatterRoute route() {
        return MatterRoute.ofCode(filed().fact("route")).orElseThrow();
    }

    public long fen() {
        return Long.parseLong(filed().fact("fen"));
    }

    /// 结束: closed, withdrawn, or not approved.
    public boolean over() {
        return rejected
                || done.containsKey(MatterAct.CLOSE)
                || done.containsKey(MatterAct.WITHDRAW);
    }

    public boolean rejected() {
        return rejected;
    }

    /// The next act of the route; empty when it is over.
    public Optional<MatterAct> next() {
        return over()
                ? Optional.empty()
                : route().acts().stream().filter(a -> !done.containsKey(a)).findFirst();
    }

    /// `rejected`, `withdrawn`, `closed`, or the code of the next act.
    public String stage() {
        if (rejected) {
            return "rejected";
        }
        return done.containsKey(MatterAct.WITHDRAW)
                ? "withdrawn"
                : next().map(MatterAct::code).orElse("closed");
    }

    /// Comments are taken from the day of publication to the last day, both included.
    public boolean takesComments(LocalDate today) {
        return !over()
                && done(MatterAct.DRAFT)
                        .filter(d -> !today.isAfter(LocalDate.parse(d.fact("until"))))
                        .isPresent()
                && !done.containsKey(MatterAct.PARTICIPATION);
    }

    /// 实施细则 linked to the procedure and in force on the day.
    public boolean hasRule(String procedure, LocalDate today) {
        var rule = rules.get(procedure);
        return rule != null
                && !LocalDate.parse(rule.fact("from")).isAfter(today)
                && (rule.fact("to").isEmpty() || !LocalDate.parse(rule.fact("to")).isBefore(today));
    }

    public Map<String, MatterEvent> rules() {
        return Collections.unmodifiableMap(rules);
    }

    public Map<String, Voice> comments() {
        return Collections.unmodifiableMap(comments);
    }

    public List<Voice> opinions() {
        return List.copyOf(opinions);
    }

    /// 公共资源交易 by their numbers on the platforms.
    public Map<String, Trade> trades() {
        return Collections.unmodifiableMap(trades);
    }

    public List<MatterEvent> course() {
        return course;
    }
}
