package org.guiju.kernel.meetings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 会议现状: what the history of one meeting adds up to. Read only once it is replayed.
public final class MeetingState {
    private Stage stage = Stage.NONE;
    private MeetingEvent.@Nullable Convened notice;
    private final Map<Integer, ItemState> items = new LinkedHashMap<>();
    private final List<Integer> order = new ArrayList<>();
    private final Set<PersonId> present = new LinkedHashSet<>();
    private final Map<PersonId, String> absent = new LinkedHashMap<>();
    private int presentCount;
    private String digest = "";
    private final SequencedMap<PersonId, Signature> signatures = new LinkedHashMap<>();
    private final List<MeetingEvent.SheetKept> sheets = new ArrayList<>();
    private String cancelled = "";

    private MeetingState() {}

    /// 会议阶段.
    public enum Stage {
        NONE,
        /// 已通知.
        CONVENED,
        /// 正在开会.
        OPEN,
        /// 纪要待签.
        SIGNING,
        /// 纪要生效.
        DONE,
        /// 已取消.
        CANCELLED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// 签字, or the reason why it was refused.
    public record Signature(boolean signed, boolean onPaper, String reason) {}

    /// The state after the whole history.
    public static MeetingState replay(List<MeetingEvent> history) {
        var state = new MeetingState();
        history.forEach(state::after);
        return state;
    }

    private void after(MeetingEvent event) {
        switch (event) {
            case MeetingEvent.Convened e -> {
                stage = Stage.CONVENED;
                notice = e;
            }
            case MeetingEvent.ItemPlaced(var item) -> {
                items.put(item.no(), ItemState.of(item));
                order.add(item.no());
            }
            case MeetingEvent.AgendaOrdered(var numbers) -> {
                order.clear();
                order.addAll(numbers);
            }
            case MeetingEvent.Opened e -> {
                stage = Stage.OPEN;
                present.addAll(e.present());
                absent.putAll(e.absent());
                presentCount = e.presentCount();
            }
            case MeetingEvent.Arrived(var person) -> {
                present.add(person);
                absent.remove(person);
            }
            case MeetingEvent.Signed e ->
                    signatures.put(e.person(), new Signature(true, e.onPaper(), ""));
            case MeetingEvent.SigningRefused e ->
                    signatures.put(e.person(), new Signature(false, false, e.reason()));
            case MeetingEvent.SheetKept e -> sheets.add(e);
            case MeetingEvent.Completed _ -> stage = Stage.DONE;
            case MeetingEvent.Cancelled(var reason) -> {
                stage = Stage.CANCELLED;
                cancelled = reason;
            }
            default -> minutes(event);
        }
    }

    private void minutes(MeetingEvent event) {
        if (event instanceof MeetingEvent.Closed(var drawn)) {
            stage = Stage.SIGNING;
            digest = drawn;
        } else {
            item(numberOf(event), event);
        }
    }

    private static int numberOf(MeetingEvent event) {
        return switch (event) {
            case MeetingEvent.ItemWithdrawn e -> e.no();
            case MeetingEvent.Remarked e -> e.no();
            case MeetingEvent.RecusalAsked e -> e.no();
            case MeetingEvent.RecusalVoiced e -> e.no();
            case MeetingEvent.RecusalDecided e -> e.no();
            case MeetingEvent.Spoke e -> e.no();
            case MeetingEvent.Voted e -> e.no();
            case MeetingEvent.HandsCounted e -> e.no();
            case MeetingEvent.Dissented e -> e.no();
            case MeetingEvent.CheckAnswered e -> e.no();
            case MeetingEvent.Amended e -> e.no();
            case MeetingEvent.ItemClosed e -> e.no();
            default -> throw new IllegalStateException("no state knows of " + event);
        };
    }

    private void item(int no, MeetingEvent event) {
        items.put(no, Objects.requireNonNull(items.get(no)).after(event));
    }

    public Stage stage() {
        return stage;
    }

    /// The notice.
    ///
    /// @throws IllegalStateException where nothing was convened; ask the [#stage()] first
    public MeetingEvent.Convened notice() {
        if (notice == null) {
            throw new IllegalStateException("not convened");
        }
        return notice;
    }

    /// In the order of the agenda.
    public List<ItemState> items() {
        return order.stream().map(items::get).map(Objects::requireNonNull).toList();
    }

    public Optional<ItemState> item(int no) {
        return Optional.ofNullable(items.get(no));
    }

    /// Attending members, in the order in which they were noted.
    public List<PersonId> present() {
        return List.copyOf(present);
    }

    /// Absent members with the reason.
    public Map<PersonId, String> absent() {
        return Collections.unmodifiableMap(absent);
    }

    public int presentCount() {
        return presentCount;
    }

    /// Digest of the minutes; empty until they are drawn up.
    public String digest() {
        return digest;
    }

    public SequencedMap<PersonId, Signature> signatures() {
        return Collections.unmodifiableSequencedMap(signatures);
    }

    public List<MeetingEvent.SheetKept> sheets() {
        return List.copyOf(sheets);
    }

    /// Why it was cancelled; empty where it was not.
    public String cancelled() {
        return cancelled;
    }

    int next() {
        return items.keySet().stream().mapToInt(n -> n).max().orElse(0) + 1;
    }

    /// Who has to sign: all attending; where heads are counted the chair and the convenor.
    public List<PersonId> signers(MeetingKind kind) {
        return kind.byCount()
                ? List.copyOf(new LinkedHashSet<>(List.of(notice().chair(), notice().convenor())))
                : present();
    }

    /// Those of them who have neither signed nor refused.
    public List<PersonId> unsigned(MeetingKind kind) {
        return signers(kind).stream().filter(p -> !signatures.containsKey(p)).toList();
    }
}
