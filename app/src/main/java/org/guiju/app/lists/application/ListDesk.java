package org.guiju.app.lists.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Organ;
import org.guiju.app.ledger.Attempts;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.lists.Lists;
import org.guiju.app.lists.Lists.Head;
import org.guiju.app.lists.SentSheet;
import org.guiju.app.lists.store.ListForms;
import org.guiju.app.lists.store.ListProjection;
import org.guiju.app.lists.store.SheetRows;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.lists.ListSheet;
import org.guiju.kernel.lists.ListCourse;
import org.guiju.kernel.lists.ListDraft;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.lists.ListRow;
import org.guiju.kernel.lists.ListRule;
import org.guiju.kernel.lists.ListSource;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 清单编制: a unit drafts, by hand or by a sheet, and submits; another organisation examines; what it approves is published. Each act answers why not; empty when it is done.
@Service
public class ListDesk {
    /// 目录管理员 of the unit.
    public static final String CLERK = "catalogue-clerk";

    /// 清单审查员 of the staffing office or the justice bureau.
    public static final String REVIEWER = "staffing-reviewer";

    private final Lists lists;
    private final EventStore events;
    private final ListProjection projection;
    private final SheetRows sheets;
    private final Allocation allocation;
    private final Clerks clerks;
    private final Attempts attempts;

    ListDesk(
            Lists lists,
            EventStore events,
            ListProjection projection,
            SheetRows sheets,
            Allocation allocation,
            Clerks clerks,
            Attempts attempts) {
        this.lists = lists;
        this.events = events;
        this.projection = projection;
        this.sheets = sheets;
        this.allocation = allocation;
        this.clerks = clerks;
        this.attempts = attempts;
    }

    /// 草稿概要.
    public record Waiting(OrganId organ, String kind, ListDraft.Phase phase, int rows) {}

    public Optional<ListDraft> draft(OrganId organ, String kind) {
        return ListForms.draft(events.read(ListForms.stream(organ, kind)));
    }

    /// The rows of the draft; none where there is none.
    public List<ListRow> rows(OrganId organ, String kind) {
        return draft(organ, kind).map(d -> projection.rows(d.digest())).orElse(List.of());
    }

    /// Every draft there is.
    public List<Waiting> drafts() {
        return projection.drafts().stream()
                .map(d -> new Waiting(d.organ(), d.kind(), d.phase(), d.rows()))
                .toList();
    }

    /// Organs for which the person is a reviewer today.
    public List<OrganId> reviewerOf(PersonId person) {
        return allocation.organs().stream()
                .map(Organ::id)
                .filter(o -> clerks.holds(person, REVIEWER, o))
                .toList();
    }

    public boolean isClerk(PersonId person, OrganId organ) {
        return clerks.holds(person, CLERK, organ);
    }

    /// Opens a draft from the newest version, or from nothing.
    @Transactional
    public List<Refusal> open(OrganId organ, String kind, Stamp stamp) {
        var draft = draft(organ, kind);
        var refusals = new ArrayList<>(may(organ, kind, draft, stamp));
        if (refusals.isEmpty() && draft.isEmpty()) {
            keep(organ, kind, newest(organ, kind), stamp);
        }
        return refusals;
    }

    private List<ListRow> newest(OrganId organ, String kind) {
        return lists.versions(organ, kind).stream()
                .findFirst()
                .map(h -> projection.rows(h.digest()))
                .orElse(List.of());
    }

    /// Changes a row, or adds one.
    ///
    /// @param id "" for a new one
    /// @return the refusals; the id is in the rows
    @Transactional
    public List<Refusal> put(
            OrganId organ,
            String kind,
            String id,
            SequencedMap<String, String> cells,
            Stamp stamp) {
        var draft = draft(organ, kind);
        var refusals = open(organ, kind, stamp);
        if (!refusals.isEmpty()) {
            return refusals;
        }
        var rows =
                new ArrayList<>(
                        draft.map(d -> projection.rows(d.digest()))
                                .orElseGet(() -> newest(organ, kind)));
        var row = new ListRow(id.isEmpty() ? next(organ, kind, rows) : id, cells);
        int at = ids(rows).indexOf(row.id());
        if (at < 0) {
            rows.add(row);
        } else {
            rows.set(at, row);
        }
        keep(organ, kind, rows, stamp);
        return List.of();
    }

    /// Takes a row out.
    @Transactional
    public List<Refusal> remove(OrganId organ, String kind, String id, Stamp stamp) {
        var draft = draft(organ, kind);
        var refusals = may(organ, kind, draft, stamp);
        if (refusals.isEmpty() && draft.isPresent()) {
            var rows = new ArrayList<>(projection.rows(draft.get().digest()));
            if (rows.removeIf(r -> r.id().equals(id))) {
                keep(organ, kind, rows, stamp);
            }
        }
        return refusals;
    }

    /// Takes a sheet in for a look; nothing changes.
    ///
    /// @throws org.guiju.formats.tables.TableException when it is no list of the kind
    @Transactional
    public SentSheet preview(OrganId organ, ListKind kind, String file, byte[] bytes, Stamp stamp) {
        var reading = new ListSheet(kind).read(file, bytes);
        var base = rows(organ, kind.code());
        var rows =
                reading.sound()
                        ? reading.numbered(kind.code() + "-", everUsed(organ, kind.code(), base))
                        : List.<ListRow>of();
        var sheet =
                new SentSheet(
                        UUID.randomUUID(),
                        organ,
                        kind.code(),
                        file.length() <= 200 ? file : file.substring(file.length() - 200),
                        reading.origin(),
                        projection.keep(base),
                        reading.sound() ? projection.keep(rows) : "",
                        reading.rows().size(),
                        reading.problems(),
                        stamp.by(),
                        stamp.at());
        sheets.keep(sheet);
        return sheet;
    }

    public Optional<SentSheet> sheet(UUID id) {
        return sheets.find(id);
    }

    /// The rows behind a digest that a sheet or a version names.
    public List<ListRow> kept(String digest) {
        return projection.rows(digest);
    }

    /// Brings a sheet in whole, if the draft still is what its differences were shown against.
    ///
    /// @param seen digest of the rows that were shown
    @Transactional
    public List<Refusal> bring(SentSheet sheet, String seen, Stamp stamp) {
        var draft = draft(sheet.organ(), sheet.kind());
        var refusals = new ArrayList<>(may(sheet.organ(), sheet.kind(), draft, stamp));
        if (refusals.isEmpty()) {
            refusals.addAll(ListCourse.asSeen(seen, sheet.digest()));
            refusals.addAll(
                    ListCourse.asSeen(
                            sheet.base(),
                            projection.keep(
                                    draft.map(d -> projection.rows(d.digest()))
                                            .orElse(List.of()))));
        }
        if (refusals.isEmpty()) {
            keep(sheet.organ(), sheet.kind(), projection.rows(sheet.digest()), stamp);
        }
        return refusals;
    }

    @Transactional
    public List<Refusal> submit(
            OrganId organ, String kind, LocalDate effective, String seen, Stamp stamp) {
        var draft = draft(organ, kind);
        var known = lists.kind(kind);
        if (known.isEmpty()) {
            return unknown(kind);
        }
        var refusals =
                new ArrayList<>(
                        ListCourse.submit(
                                known.get(),
                                isClerk(new PersonId(stamp.by()), organ),
                                draft,
                                rows(organ, kind),
                                effective,
                                after(organ, kind),
                                OfficialClock.dayOf(stamp.at())));
        if (refusals.isEmpty()) {
            refusals.addAll(ListCourse.asSeen(seen, draft.orElseThrow().digest()));
        }
        if (refusals.isEmpty()) {
            append(organ, kind, List.of(ListForms.submitted(organ, kind, seen, effective)), stamp);
        }
        return refusals;
    }

    private LocalDate after(OrganId organ, String kind) {
        return lists.versions(organ, kind).stream()
                .findFirst()
                .map(Head::effective)
                .orElse(LocalDate.MIN);
    }

    /// Approves and publishes. A list that waited past its day comes into force on the day of the approval.
    ///
    /// @param resolution number of the reply, or ""
    @Transactional
    public List<Refusal> approve(
            OrganId organ, String kind, String seen, String resolution, Stamp stamp) {
        var draft = draft(organ, kind);
        var person = new PersonId(stamp.by());
        var refusals = examined(organ, kind, draft, seen, person, stamp);
        if (!refusals.isEmpty()) {
            return refusals;
        }
        var examiner = examiner(organ, person);
        append(
                organ,
                kind,
                List.of(ListForms.approved(organ, kind, seen, examiner, resolution)),
                stamp);
        var today = OfficialClock.dayOf(stamp.at());
        var effective = draft.map(ListDraft::effective).orElse(today);
        lists.publish(
                organ,
                kind,
                projection.rows(seen),
                effective == null || effective.isBefore(today) ? today : effective,
                new ListSource("examination:" + examiner, resolution, today),
                stamp);
        return List.of();
    }

    @Transactional
    public List<Refusal> sendBack(
            OrganId organ, String kind, String seen, String remark, Stamp stamp) {
        var person = new PersonId(stamp.by());
        var refusals =
                new ArrayList<>(examined(organ, kind, draft(organ, kind), seen, person, stamp));
        if (refusals.isEmpty()) {
            refusals.addAll(ListCourse.sendBack(remark));
        }
        if (refusals.isEmpty()) {
            append(
                    organ,
                    kind,
                    List.of(
                            ListForms.returned(
                                    organ, kind, seen, examiner(organ, person), remark.strip())),
                    stamp);
        }
        return refusals;
    }

    /// 修改已公布的版本: always refused (A2).
    public List<Refusal> edit(OrganId organ, String kind, int number) {
        return lists.version(organ, kind, number).isPresent() ? ListCourse.edit(number) : List.of();
    }

    private List<Refusal> examined(
            OrganId organ,
            String kind,
            Optional<ListDraft> draft,
            String seen,
            PersonId person,
            Stamp stamp) {
        var refusals = ListCourse.examine(organ, draft, seen, reviewerOf(person), person);
        attempts.record(
                person,
                organ + ":" + kind,
                refusals.stream()
                        .map(r -> r.code().name())
                        .filter(ListRule.LIST_OTHER_ORGAN.name()::equals)
                        .toList(),
                stamp);
        return refusals;
    }

    private OrganId examiner(OrganId unit, PersonId person) {
        return reviewerOf(person).stream().filter(o -> !o.equals(unit)).findFirst().orElseThrow();
    }

    private List<Refusal> may(OrganId organ, String kind, Optional<ListDraft> draft, Stamp stamp) {
        return lists.kind(kind).isEmpty()
                ? unknown(kind)
                : ListCourse.write(kind, isClerk(new PersonId(stamp.by()), organ), draft);
    }

    private static List<Refusal> unknown(String kind) {
        var rule = ListRule.LIST_KIND_KNOWN;
        return List.of(new Refusal(rule, rule.basis(), Map.of("kind", kind)));
    }

    private String next(OrganId organ, String kind, List<ListRow> rows) {
        var taken = everUsed(organ, kind, rows);
        for (int n = 1; ; n++) {
            var id = kind + "-" + String.format("%04d", n);
            if (!taken.contains(id)) {
                return id;
            }
        }
    }

    /// Ids that stand or ever stood in the list: an id is one thing for ever.
    private Set<String> everUsed(OrganId organ, String kind, List<ListRow> draft) {
        var used = new LinkedHashSet<>(ids(draft));
        lists.versions(organ, kind).forEach(h -> used.addAll(ids(projection.rows(h.digest()))));
        return used;
    }

    private static List<String> ids(List<ListRow> rows) {
        return rows.stream().map(ListRow::id).toList();
    }

    private void keep(OrganId organ, String kind, List<ListRow> rows, Stamp stamp) {
        var digest = projection.keep(rows);
        append(organ, kind, List.of(ListForms.drafted(organ, kind, digest, rows.size())), stamp);
    }

    private void append(OrganId organ, String kind, List<EventDraft> drafts, Stamp stamp) {
        var stream = ListForms.stream(organ, kind);
        events.append(stream, events.length(stream), drafts, stamp);
        projection.project(events.read(stream));
    }

    /// What a form sent, as cells of the kind.
    public static SequencedMap<String, String> cells(ListKind kind, Map<String, String> sent) {
        var cells = new LinkedHashMap<String, String>();
        kind.columns().forEach(c -> cells.put(c.code(), sent.getOrDefault(c.code(), "")));
        return cells;
    }
}
