package org.guiju.kernel.experts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.experts.DrawEvent.Announced;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 抽选现状, folded from its events.
public final class DrawState {
    private @Nullable Announced announced;
    private DrawEvent.@Nullable Frozen frozen;
    private DrawEvent.@Nullable Witnessed witnessed;
    private DrawEvent.@Nullable Entered entered;
    private @Nullable PersonId enteredBy;
    private boolean confirmed;
    private DrawEvent.@Nullable Drawn drawn;
    private List<String> panel = List.of();
    private final Map<String, DrawEvent.Barred> bars = new LinkedHashMap<>();
    private final Map<String, ReviewForm.Entry> entries = new LinkedHashMap<>();
    private final Map<String, DrawEvent.Answered> answers = new LinkedHashMap<>();
    private DrawEvent.@Nullable Concluded concluded;
    private @Nullable String annulled;

    /// 已发生: an event and who brought it about.
    public record Happened(DrawEvent event, PersonId by) {}

    public static DrawState replay(List<Happened> events) {
        var state = new DrawState();
        events.forEach(state::apply);
        return state;
    }

    private void apply(Happened happened) {
        switch (happened.event()) {
            case Announced e -> announced = e;
            case DrawEvent.Frozen e -> frozen = e;
            case DrawEvent.Witnessed e -> witnessed = e;
            case DrawEvent.Entered e -> {
                entered = e;
                enteredBy = happened.by();
                confirmed = false;
            }
            case DrawEvent.Confirmed _ -> confirmed = true;
            case DrawEvent.Drawn e -> {
                drawn = e;
                panel = e.panel();
            }
            case DrawEvent.Barred e -> {
                bars.put(e.number(), e);
                panel = e.panel();
            }
            case DrawEvent.OpinionGiven(var entry) -> entries.put(entry.number(), entry);
            case DrawEvent.Concluded e -> concluded = e;
            case DrawEvent.Answered e -> answers.put(e.number(), e);
            case DrawEvent.Annulled(var reason) -> annulled = reason;
        }
    }

    public Optional<Announced> announced() {
        return Optional.ofNullable(announced);
    }

    public Optional<DrawEvent.Frozen> frozen() {
        return Optional.ofNullable(frozen);
    }

    public Optional<DrawEvent.Witnessed> witnessed() {
        return Optional.ofNullable(witnessed);
    }

    public Optional<DrawEvent.Entered> entered() {
        return Optional.ofNullable(entered);
    }

    public Optional<PersonId> enteredBy() {
        return Optional.ofNullable(enteredBy);
    }

    public boolean confirmed() {
        return confirmed;
    }

    public Optional<DrawEvent.Drawn> drawn() {
        return Optional.ofNullable(drawn);
    }

    /// 评审组 as it stands, by number.
    public List<String> panel() {
        return panel;
    }

    public Map<String, DrawEvent.Barred> bars() {
        return Map.copyOf(bars);
    }

    public Map<String, ReviewForm.Entry> entries() {
        return new LinkedHashMap<>(entries);
    }

    public Map<String, DrawEvent.Answered> answers() {
        return Map.copyOf(answers);
    }

    public Optional<DrawEvent.Concluded> concluded() {
        return Optional.ofNullable(concluded);
    }

    public Optional<String> annulled() {
        return Optional.ofNullable(annulled);
    }

    /// 当前阶段.
    public Stage stage() {
        if (annulled != null) {
            return Stage.ANNULLED;
        }
        if (concluded != null) {
            return Stage.CONCLUDED;
        }
        if (drawn != null) {
            return Stage.DRAWN;
        }
        if (frozen != null) {
            return confirmed ? Stage.READY : Stage.FROZEN;
        }
        return announced == null ? Stage.NONE : Stage.ANNOUNCED;
    }

    /// 阶段.
    public enum Stage {
        NONE,
        ANNOUNCED,
        FROZEN,
        READY,
        DRAWN,
        CONCLUDED,
        ANNULLED
    }

    /// The committed list with who is barred now.
    public List<Panel.Candidate> candidates() {
        return frozen == null
                ? List.of()
                : frozen.list().stream()
                        .map(l ->
                                new Panel.Candidate(
                                        l.outside(),
                                        bars.containsKey(l.number())
                                                ? bars.get(l.number()).bar()
                                                : Panel.Bar.NONE))
                        .toList();
    }
}
