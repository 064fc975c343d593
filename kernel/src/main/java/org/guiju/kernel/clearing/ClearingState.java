package org.guiju.kernel.clearing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.guiju.kernel.clearing.ClearingEvent.CampaignKind;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 清理现状: what the history of one unit's clearing adds up to. Read only once it is replayed.
public final class ClearingState {
    private String campaign = "";
    private String title = "";
    private CampaignKind kind = CampaignKind.FULL;
    private boolean excludeInternal;
    private @Nullable Stage stage;
    private final Map<String, ClearingEntry> items = new LinkedHashMap<>();
    private final Map<String, String> withdrawn = new LinkedHashMap<>();
    private final Map<String, String> none = new LinkedHashMap<>();
    private final Map<String, String> duties = new LinkedHashMap<>();
    private final List<PersonId> team = new ArrayList<>();
    private final List<Meeting> meetings = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private @Nullable PersonId signedBy;
    private @Nullable Resolution resolution;
    private int next = 1;
    private int closings;
    private int meetingsBeforeClosing;

    private ClearingState() {}

    /// The state after the whole history.
    public static ClearingState replay(List<ClearingEvent> history) {
        var state = new ClearingState();
        history.forEach(state::after);
        return state;
    }

    private void after(ClearingEvent event) {
        switch (event) {
            case ClearingEvent.Opened e -> {
                campaign = e.campaign();
                title = e.title();
                kind = e.kind();
                excludeInternal = e.excludeInternal();
                stage = Stage.INVENTORY;
            }
            case ClearingEvent.ItemsEntered(var entered) -> entered.forEach(this::entered);
            case ClearingEvent.ItemsWithdrawn(var ids, var reason) ->
                    ids.forEach(id -> {
                        items.remove(id);
                        withdrawn.put(id, reason);
                    });
            case ClearingEvent.NoneDeclared(var category, var reason) -> none.put(category, reason);
            case ClearingEvent.DutyDeclared(var post, var duty) -> duties.put(post, duty);
            case ClearingEvent.TeamNamed(var members) -> {
                team.clear();
                team.addAll(members);
            }
            case ClearingEvent.InternalRuled e -> excludeInternal = e.exclude();
            case ClearingEvent.ItemsDisposed(var ids, var disposal) ->
                    each(ids, i -> i.disposed(disposal));
            case ClearingEvent.ResponsibilityStated(var ids, var responsibility) ->
                    each(ids, i -> i.responsible(responsibility));
            case ClearingEvent.MeetingRecorded(var meeting) -> meetings.add(meeting);
            default -> afterInventory(event);
        }
    }

    private void afterInventory(ClearingEvent event) {
        switch (event) {
            case ClearingEvent.InventoryClosed _ -> {
                stage = Stage.SELF_CHECK;
                signedBy = null;
                closings++;
                meetingsBeforeClosing = meetings.size();
            }
            case ClearingEvent.ReportSigned(var by) -> signedBy = by;
            case ClearingEvent.Submitted _ -> stage = Stage.REVIEW;
            case ClearingEvent.SentBack _ -> stage = Stage.INVENTORY;
            case ClearingEvent.OpinionGiven(var ids, var opinion) ->
                    each(ids, i -> i.examined(opinion));
            case ClearingEvent.AppraisalRecorded(var ids, var appraisal) ->
                    each(ids, i -> i.appraised(appraisal));
            case ClearingEvent.ExpertAsked(var ids, var reason) ->
                    each(ids, i -> i.argued(reason, ""));
            case ClearingEvent.ExpertHeard(var ids, var experts, var text) ->
                    each(ids, i -> i.argued(i.expertAsked(), experts + "：" + text));
            case ClearingEvent.ItemsConfirmed(var ids) -> each(ids, ClearingEntry::confirmedNow);
            case ClearingEvent.Remarked(var remark) -> remarks.add(remark);
            case ClearingEvent.RemarkAnswered(var no, var text) ->
                    remarks.replaceAll(
                            r -> r.no() == no ? new Remark(no, r.item(), r.text(), text) : r);
            case ClearingEvent.FinalSubmitted _ -> stage = Stage.FINAL;
            case ClearingEvent.Approved(var decided) -> {
                stage = Stage.APPROVED;
                resolution = decided;
            }
            case ClearingEvent.Published _ -> stage = Stage.PUBLISHED;
            default -> throw new IllegalStateException("no state knows of " + event);
        }
    }

    private void entered(Item item) {
        items.merge(item.id(), ClearingEntry.of(item), (before, _) -> before.rewritten(item));
        if (item.id().chars().allMatch(Character::isDigit)) {
            next = Math.max(next, Integer.parseInt(item.id()) + 1);
        }
    }

    private void each(List<String> ids, UnaryOperator<ClearingEntry> change) {
        ids.forEach(id -> items.computeIfPresent(id, (_, before) -> change.apply(before)));
    }

    /// Whether it has been opened at all.
    public boolean opened() {
        return stage != null;
    }

    /// Inventory before it is opened, too.
    public Stage stage() {
        return stage == null ? Stage.INVENTORY : stage;
    }

    public String campaign() {
        return campaign;
    }

    public String title() {
        return title;
    }

    public CampaignKind kind() {
        return kind;
    }

    /// 内部管理权力不列入公开清单 (A11).
    public boolean excludeInternal() {
        return excludeInternal;
    }

    /// In the order in which they were entered.
    public Collection<ClearingEntry> items() {
        return Collections.unmodifiableCollection(items.values());
    }

    public Optional<ClearingEntry> item(CharSequence id) {
        return Optional.ofNullable(items.get(id.toString()));
    }

    /// 撤下的事项 with the reason.
    public Map<String, String> withdrawn() {
        return Collections.unmodifiableMap(withdrawn);
    }

    /// Categories declared empty, with the reason.
    public Map<String, String> none() {
        return Collections.unmodifiableMap(none);
    }

    /// Duties of posts without a power.
    public Map<String, String> duties() {
        return Collections.unmodifiableMap(duties);
    }

    public List<PersonId> team() {
        return List.copyOf(team);
    }

    public List<Meeting> meetings() {
        return List.copyOf(meetings);
    }

    /// Meetings on the report that lies before them: those recorded since the inventory was closed.
    public List<Meeting> onTheReport() {
        return meetings.subList(meetingsBeforeClosing, meetings.size()).stream()
                .filter(m -> m.kind() == Meeting.Kind.OFFICE)
                .toList();
    }

    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    public Optional<PersonId> signedBy() {
        return Optional.ofNullable(signedBy);
    }

    public Optional<Resolution> resolution() {
        return Optional.ofNullable(resolution);
    }

    /// How often the inventory has been closed; more than once after it was sent back.
    public int closings() {
        return closings;
    }

    int next() {
        return next;
    }

    /// 抽象行政行为 and, where the rule says so, internal management stand in the register of what is left out (A10, A11).
    public boolean excluded(ClearingEntry entry) {
        return entry.item().flag(ItemField.ABSTRACT) || excludeInternal && entry.item().internal();
    }

    /// Counted in the report: identified, and no abstract act (A6, A10).
    public boolean counted(ClearingEntry entry) {
        return entry.item().listed() && !entry.item().flag(ItemField.ABSTRACT);
    }
}
