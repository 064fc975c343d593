package org.guiju.app.lists.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.lists.BookletHead;
import org.guiju.app.lists.Lists;
import org.guiju.app.lists.store.BookletProjection;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.formats.documents.BookletPdf;
import org.guiju.kernel.lists.Booklets;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 汇编成册与发放: binds what of a unit is determined into an edition of its booklet, draws it, and keeps who has confirmed his copy (A80, A81).
@Service
public class BookletDesk {
    private final Lists lists;
    private final Catalogue catalogue;
    private final ListDesk desk;
    private final BookletText text;
    private final EventStore events;
    private final BookletProjection projection;
    private final Allocation allocation;

    BookletDesk(
            Lists lists,
            Catalogue catalogue,
            ListDesk desk,
            BookletText text,
            EventStore events,
            BookletProjection projection,
            Allocation allocation) {
        this.lists = lists;
        this.catalogue = catalogue;
        this.desk = desk;
        this.text = text;
        this.events = events;
        this.projection = projection;
        this.allocation = allocation;
    }

    /// 发放登记一行.
    ///
    /// @param receivedAt empty while the receipt is missing
    public record Copy(Officer officer, Optional<Instant> receivedAt) {}

    /// Binds what is in force on the day into the next edition.
    @Transactional
    public List<Refusal> bind(OrganId organ, Stamp stamp) {
        var day = OfficialClock.dayOf(stamp.at());
        var bound = lists(organ, day);
        var powers = powers(organ, day);
        var refusals =
                Booklets.bind(
                        desk.isClerk(new PersonId(stamp.by()), organ),
                        bound.size() + powers.size());
        if (refusals.isEmpty()) {
            var stream = BookletProjection.stream(organ);
            int number =
                    projection.editions(organ).stream()
                                    .mapToInt(BookletHead::number)
                                    .max()
                                    .orElse(0)
                            + 1;
            events.append(
                    stream,
                    events.length(stream),
                    List.of(BookletProjection.issued(organ, number, bound, powers)),
                    stamp);
            projection.project(events.read(stream));
        }
        return refusals;
    }

    private List<String> lists(OrganId organ, LocalDate day) {
        return lists.inForce(day).stream()
                .filter(h -> h.organ().equals(organ))
                .map(h -> h.kind() + ":" + h.number())
                .toList();
    }

    private List<String> powers(OrganId organ, LocalDate day) {
        return catalogue.allInForce(day).stream()
                .filter(p -> p.organ().equals(organ))
                .map(p -> p.code() + ":" + p.version())
                .toList();
    }

    /// The officer confirms his own copy.
    @Transactional
    public List<Refusal> receive(OrganId organ, int number, Stamp stamp) {
        var person = new PersonId(stamp.by());
        var issued = edition(organ, number).isPresent();
        var refusals =
                Booklets.receive(
                        number,
                        issued,
                        allocation
                                .officer(person)
                                .filter(o -> o.organ().equals(organ))
                                .isPresent());
        if (refusals.isEmpty() && !projection.receipts(organ, number).containsKey(person)) {
            var stream = BookletProjection.stream(organ);
            events.append(
                    stream,
                    events.length(stream),
                    List.of(BookletProjection.received(organ, number)),
                    stamp);
            projection.project(events.read(stream));
        }
        return refusals;
    }

    public List<BookletHead> editions(OrganId organ) {
        return projection.editions(organ);
    }

    public Optional<BookletHead> edition(OrganId organ, int number) {
        return editions(organ).stream().filter(b -> b.number() == number).findFirst();
    }

    /// 发放登记: every active officer of the unit, with his receipt; those who miss first.
    public List<Copy> register(BookletHead edition) {
        var receipts = projection.receipts(edition.organ(), edition.number());
        var officers = allocation.officers(edition.organ());
        var byId =
                officers.stream().collect(Collectors.toMap(Officer::person, Function.identity()));
        var missing =
                Booklets.missing(
                        officers.stream().map(Officer::person).toList(), receipts.keySet());
        var copies =
                new java.util.ArrayList<>(
                        missing.stream()
                                .map(byId::get)
                                .map(o -> new Copy(o, Optional.empty()))
                                .toList());
        receipts.entrySet().stream()
                .filter(e -> byId.containsKey(e.getKey()))
                .map(e -> copy(byId, e))
                .forEach(copies::add);
        return copies;
    }

    private static Copy copy(Map<PersonId, Officer> byId, Map.Entry<PersonId, Instant> receipt) {
        return new Copy(
                java.util.Objects.requireNonNull(byId.get(receipt.getKey())),
                Optional.of(receipt.getValue()));
    }

    /// The edition as one PDF: the same whenever it is asked for, since all that is bound never changes.
    public byte[] pdf(BookletHead edition) {
        var versions =
                edition.lists().stream()
                        .map(l -> l.split(":", 2))
                        .flatMap(l ->
                                lists
                                        .version(edition.organ(), l[0], Integer.parseInt(l[1]))
                                        .stream())
                        .toList();
        var powers =
                edition.powers().stream()
                        .map(p -> p.split(":", 2))
                        .flatMap(p -> catalogue.version(p[0], Integer.parseInt(p[1])).stream())
                        .toList();
        return BookletPdf.draw(text.of(edition, versions, powers), edition.issuedAt()).bytes();
    }
}
