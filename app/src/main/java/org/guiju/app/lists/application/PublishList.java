package org.guiju.app.lists.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.lists.Lists;
import org.guiju.app.lists.store.KindProjection;
import org.guiju.app.lists.store.ListForms;
import org.guiju.app.lists.store.ListProjection;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.kernel.lists.Correspondence;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.lists.ListKinds;
import org.guiju.kernel.lists.ListRow;
import org.guiju.kernel.lists.ListRule;
import org.guiju.kernel.lists.ListRules;
import org.guiju.kernel.lists.ListSource;
import org.guiju.kernel.lists.ListVersion;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// 清单公布与查询.
@Service
class PublishList implements Lists {
    private final EventStore events;
    private final ListProjection projection;
    private final KindProjection kinds;

    PublishList(EventStore events, ListProjection projection, KindProjection kinds) {
        this.events = events;
        this.projection = projection;
        this.kinds = kinds;
    }

    @Override
    @Transactional
    public int publish(
            OrganId organ,
            String kind,
            List<ListRow> rows,
            LocalDate effective,
            ListSource source,
            Stamp stamp) {
        var newest = versions(organ, kind).stream().findFirst();
        refuse(unfit(kind, rows, effective, newest));
        var digest = projection.keep(rows);
        if (newest.filter(h -> h.digest().equals(digest) && h.effective().equals(effective))
                .isPresent()) {
            return newest.get().number();
        }
        int number = newest.map(Head::number).orElse(0) + 1;
        var stream = ListForms.stream(organ, kind);
        events.append(
                stream,
                events.length(stream),
                List.of(
                        ListForms.published(
                                organ, kind, number, effective, digest, rows.size(), source)),
                stamp);
        projection.project(events.read(stream));
        if (ListKinds.byCampaign(kind)) {
            correspondAtCommit(organ);
        }
        return number;
    }

    private List<Refusal> unfit(
            String kind, List<ListRow> rows, LocalDate effective, Optional<Head> newest) {
        var known = kind(kind);
        if (known.isEmpty()) {
            var rule = ListRule.LIST_KIND_KNOWN;
            return List.of(new Refusal(rule, rule.basis(), java.util.Map.of("kind", kind)));
        }
        var wrong = new ArrayList<>(ListRules.unfit(known.get(), rows));
        var after = newest.map(Head::effective).orElse(LocalDate.MIN);
        wrong.addAll(ListRules.effective(effective, after, effective));
        return wrong;
    }

    /// Both lists change in one transaction, one after the other: only at its end can they be held against each other.
    private void correspondAtCommit(OrganId organ) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        refuse(correspondence(organ).refusals());
                    }
                });
    }

    /// The newest power list held against the newest responsibility list.
    private Correspondence correspondence(OrganId organ) {
        return Correspondence.of(
                newest(organ, ListKinds.POWER), newest(organ, ListKinds.RESPONSIBILITY));
    }

    private List<ListRow> newest(OrganId organ, ListKind kind) {
        return versions(organ, kind.code()).stream()
                .findFirst()
                .map(h -> projection.rows(h.digest()))
                .orElse(List.of());
    }

    private static void refuse(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new RefusalException(refusals);
        }
    }

    @Override
    public Optional<ListVersion> current(OrganId organ, String kind, LocalDate day) {
        return versions(organ, kind).stream()
                .filter(h -> !h.effective().isAfter(day))
                .findFirst()
                .map(this::whole);
    }

    @Override
    public Optional<ListVersion> version(OrganId organ, String kind, int number) {
        return versions(organ, kind).stream()
                .filter(h -> h.number() == number)
                .findFirst()
                .map(this::whole);
    }

    private ListVersion whole(Head head) {
        return new ListVersion(
                head.organ(),
                head.kind(),
                head.number(),
                head.effective(),
                head.source(),
                projection.rows(head.digest()),
                head.digest());
    }

    @Override
    public List<Head> versions(OrganId organ, String kind) {
        return all().stream()
                .filter(h -> h.organ().equals(organ) && h.kind().equals(kind))
                .sorted(Comparator.comparingInt(Head::number).reversed())
                .toList();
    }

    @Override
    public List<Head> all() {
        return projection.heads();
    }

    @Override
    public List<Head> inForce(LocalDate day) {
        var seen = new HashSet<String>();
        return all().stream()
                .filter(h -> !h.effective().isAfter(day))
                .sorted(
                        Comparator.comparing((Head h) -> h.organ().value())
                                .thenComparing(Head::kind)
                                .thenComparing(Comparator.comparingInt(Head::number).reversed()))
                .filter(h -> seen.add(h.organ() + " " + h.kind()))
                .toList();
    }

    @Override
    public List<ListKind> kinds() {
        return kinds.kinds();
    }
}
