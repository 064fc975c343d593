package org.guiju.app.allocation.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Enforcers;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.allocation.store.AllocationProjection;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.kernel.allocation.FormerPost;
import org.guiju.kernel.allocation.Kinship;
import org.guiju.kernel.allocation.Loan;
import org.guiju.kernel.allocation.RecusalGrounds;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.allocation.SeparationPolicy;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 任免与外出: an organ's stream tells who held which post when; transfers never change history.
@Service
public class Appointments {
    private final EventStore events;
    private final AllocationProjection projection;

    Appointments(EventStore events, AllocationProjection projection) {
        this.events = events;
        this.projection = projection;
    }

    /// 机关的事件流.
    public static UUID stream(OrganId organ) {
        return UUID.nameUUIDFromBytes(("organ:" + organ).getBytes(StandardCharsets.UTF_8));
    }

    @Transactional
    public void establish(Organ organ, Stamp stamp) {
        var open = new LinkedHashMap<String, Value>();
        open.put("organ", text(organ.id().value()));
        open.put("kind", text(organ.kind().code()));
        if (organ.parent() != null) {
            open.put("parent", text(organ.parent().value()));
        }
        open.put("name_zh", text(organ.name().zh()));
        open.put("name_en", text(organ.name().en() == null ? "" : organ.name().en()));
        open.put("place", text(organ.place()));
        open.put("phone", text(organ.phone()));
        if (organ.nature() != Organ.Nature.ADMINISTRATIVE) {
            open.put("nature", text(organ.nature().code()));
        }
        append(organ.id(), List.of(EventDraft.of("organ.established", open)), stamp);
    }

    /// Takes an officer on: his name is disclosed to whoever holds his key, his post is public.
    @Transactional
    public void appoint(
            Officer officer, String section, List<String> roles, LocalDate from, Stamp stamp) {
        var open = new LinkedHashMap<String, Value>();
        open.put("person", text(officer.person().value()));
        open.put("post_zh", text(officer.post().zh()));
        open.put("post_en", text(officer.post().en() == null ? "" : officer.post().en()));
        open.put("section", text(section));
        open.put("roles", new Value.Strs(roles));
        open.put("from", text(from.toString()));
        var name =
                new EventDraft.Hidden("officer:" + officer.person(), "name", text(officer.name()));
        append(
                officer.organ(),
                List.of(
                        new EventDraft(
                                "organ.officer-appointed", open, List.of(name), null, null, null)),
                stamp);
    }

    @Transactional
    public void qualify(OrganId organ, Roster.Qualification q, Stamp stamp) {
        var open = new LinkedHashMap<String, Value>();
        open.put("person", text(q.person().value()));
        open.put("qualification", text(q.kind()));
        if (!q.number().isEmpty()) {
            open.put("number", text(q.number()));
        }
        if (!q.area().isEmpty()) {
            open.put("area", text(q.area()));
        }
        open.put("from", text(q.from().toString()));
        until(open, q.until());
        append(organ, List.of(EventDraft.of("organ.officer-qualified", open)), stamp);
    }

    /// 收回证件: from the day after, it counts no longer.
    @Transactional
    public void withdraw(OrganId organ, Roster.Qualification q, LocalDate last, Stamp stamp) {
        var open = new LinkedHashMap<String, Value>();
        open.put("person", text(q.person().value()));
        open.put("qualification", text(q.kind()));
        open.put("area", text(q.area()));
        open.put("last", text(last.toString()));
        append(organ, List.of(EventDraft.of("organ.certificate-withdrawn", open)), stamp);
    }

    /// 执法主体资格 of an organ that has it by authorisation and not as an administrative organ (行政处罚法 17–19).
    @Transactional
    public void mayEnforce(Enforcers.Qualified q, Stamp stamp) {
        var open = new LinkedHashMap<String, Value>();
        open.put("organ", text(q.organ().value()));
        open.put("basis", text(q.basis()));
        open.put("from", text(q.from().toString()));
        until(open, q.until());
        append(q.organ(), List.of(EventDraft.of("organ.enforcement-qualified", open)), stamp);
    }

    /// 借用请求 of the borrower.
    @Transactional
    public void askFor(Loan loan, Stamp stamp) {
        var open = new LinkedHashMap<String, Value>();
        open.put("loan", text(loan.id()));
        open.put("lender", text(loan.lender().value()));
        open.put("person", text(loan.person().value()));
        open.put("role", text(loan.role()));
        open.put("powers", new Value.Strs(loan.powers().stream().sorted().toList()));
        open.put("reason", text(loan.reason()));
        open.put("from", text(loan.from().toString()));
        open.put("last", text(loan.last().toString()));
        append(loan.borrower(), List.of(EventDraft.of("organ.loan-asked", open)), stamp);
    }

    /// 出借机关的答复.
    @Transactional
    public void answer(Loan loan, boolean agreed, Stamp stamp) {
        var state = agreed ? Loan.State.AGREED : Loan.State.DECLINED;
        var open = new LinkedHashMap<String, Value>();
        open.put("loan", text(loan.id()));
        open.put("state", text(state.name()));
        append(loan.borrower(), List.of(EventDraft.of("organ.loan-answered", open)), stamp);
    }

    @Transactional
    public void end(Loan loan, LocalDate last, Stamp stamp) {
        var open = new LinkedHashMap<String, Value>();
        open.put("loan", text(loan.id()));
        open.put("last", text(last.toString()));
        append(loan.borrower(), List.of(EventDraft.of("organ.loan-ended", open)), stamp);
    }

    /// 机关追加职责分离.
    @Transactional
    public void keepApart(SeparationPolicy policy, Stamp stamp) {
        var open = new LinkedHashMap<String, Value>();
        open.put("one", text(policy.one().code()));
        open.put("other", text(policy.other().code()));
        open.put("basis", text(policy.basis()));
        open.put("from", text(policy.from().toString()));
        append(policy.organ(), List.of(EventDraft.of("organ.separation-added", open)), stamp);
    }

    /// Puts on record what an officer was before.
    @Transactional
    public void held(OrganId organ, FormerPost held, Stamp stamp) {
        var open = new LinkedHashMap<String, Value>();
        open.put("person", text(held.person().value()));
        open.put("former_organ", text(held.organ().value()));
        open.put("post_zh", text(held.post().zh()));
        open.put("post_en", text(held.post().en() == null ? "" : held.post().en()));
        open.put("from", text(held.from().toString()));
        open.put("until", text(held.until().toString()));
        append(organ, List.of(EventDraft.of("organ.former-post-recorded", open)), stamp);
    }

    /// Registers kin: who it is stands under the officer's own key, that there is somebody stands open.
    @Transactional
    public void related(OrganId organ, Kinship kin, Stamp stamp) {
        var open = new LinkedHashMap<String, Value>();
        open.put("person", text(kin.person().value()));
        open.put("relation", text(kin.relation().code()));
        var subject = "officer:" + kin.person();
        var officer = kin.officer();
        var hidden =
                List.of(
                        new EventDraft.Hidden(subject, "relative", text(kin.relative())),
                        new EventDraft.Hidden(
                                subject,
                                "relative_person",
                                text(officer == null ? "" : officer.value())),
                        new EventDraft.Hidden(subject, "where", text(kin.where())));
        append(
                organ,
                List.of(new EventDraft("organ.kinship-registered", open, hidden, null, null, null)),
                stamp);
    }

    /// Declares an interest: with whom and which stands under the officer's own key, that there is one stands open.
    @Transactional
    public void declare(OrganId organ, RecusalGrounds.Interest interest, Stamp stamp) {
        var open = new LinkedHashMap<String, Value>();
        open.put("person", text(interest.person().value()));
        open.put("on", text(interest.declaredOn().toString()));
        open.put("from", text(interest.from().toString()));
        until(open, interest.until());
        var subject = "officer:" + interest.person();
        var hidden =
                List.of(
                        new EventDraft.Hidden(subject, "party", text(interest.in())),
                        new EventDraft.Hidden(subject, "what", text(interest.what())));
        append(
                organ,
                List.of(new EventDraft("organ.interest-declared", open, hidden, null, null, null)),
                stamp);
    }

    @Transactional
    public void absent(OrganId organ, Roster.Absence absence, Stamp stamp) {
        Map<String, Value> open = new LinkedHashMap<>();
        open.put("person", text(absence.person().value()));
        open.put("deputy", text(absence.deputy().value()));
        open.put("from", text(absence.from().toString()));
        until(open, absence.until());
        append(organ, List.of(EventDraft.of("organ.officer-absent", open)), stamp);
    }

    private void append(OrganId organ, List<EventDraft> drafts, Stamp stamp) {
        var stream = stream(organ);
        events.append(stream, events.read(stream).size(), drafts, stamp);
        projection.project(events.read(stream));
    }

    private static void until(Map<String, Value> open, @Nullable LocalDate until) {
        if (until != null) {
            open.put("until", text(until.toString()));
        }
    }

    private static Value text(String text) {
        return new Value.Str(text);
    }
}
