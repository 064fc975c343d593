package org.guiju.app.licences.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Officer;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.licences.LicenceRegister;
import org.guiju.app.licences.LicenceRow;
import org.guiju.app.licences.application.LicenceDesk;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.licences.LicenceEvent;
import org.guiju.kernel.licences.LicenceState;
import org.guiju.kernel.licences.Licences;
import org.guiju.kernel.powers.LicenceTerms;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// 谁可以看 which licences, and a licence as pages and API show it.
@Component
class LicenceView {
    private static final int MOST = 500;
    private final LicenceDesk desk;
    private final LicenceRegister register;
    private final Allocation allocation;
    private final Clerks clerks;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final OfficialClock clock;

    LicenceView(
            LicenceDesk desk,
            LicenceRegister register,
            Allocation allocation,
            Clerks clerks,
            Catalogue catalogue,
            Calendars calendars,
            OfficialClock clock) {
        this.desk = desk;
        this.register = register;
        this.allocation = allocation;
        this.clerks = clerks;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// 列表行.
    public record Line(LicenceRow row, Text document, Text organ, String state) {}

    /// 数量限制 of a power: how many there may be and how many are left.
    public record Quota(String power, Text name, int n, long inForce, String basis) {
        public long left() {
            return Math.max(0, n - inForce);
        }
    }

    /// 经过.
    ///
    /// @param deemed whether nobody decided and time did
    public record Event(
            String kind, LocalDate on, String caseNo, String words, String who, boolean deemed) {}

    /// 一张许可证.
    ///
    /// @param askBy last day to ask for a renewal; null where there is no term
    /// @param check window of this year's annual check; null where there is none
    public record Sheet(
            Line line,
            LicenceState state,
            @Nullable LocalDate askBy,
            String askBasis,
            Licences.@Nullable Window check,
            List<Event> events) {}

    static PersonId officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .map(CurrentUser::person)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }

    boolean overseer(PersonId person) {
        return clerks.oversees(person);
    }

    /// Whose register: one's own organ's; supervision reads any, and all where it names none.
    Optional<OrganId> scope(PersonId person) {
        return overseer(person)
                ? Optional.empty()
                : Optional.of(
                        allocation
                                .officer(person)
                                .map(Officer::organ)
                                .orElseThrow(() -> new AccessDeniedException("of no organ")));
    }

    List<Line> find(PersonId person, String state, String text) {
        var organ = scope(person).map(OrganId::value).orElse("");
        return register
                .find(new LicenceRegister.Filter(organ, state, text), clock.today(), MOST)
                .stream()
                .map(this::line)
                .toList();
    }

    Line line(LicenceRow row) {
        var document =
                power(row.power())
                        .map(PowerDefinition::licence)
                        .map(LicenceTerms::name)
                        .orElseGet(() -> Text.zh(row.power()));
        var organ =
                allocation
                        .organ(row.organ())
                        .map(o -> o.name())
                        .orElseGet(() -> Text.zh(row.organ().value()));
        return new Line(row, document, organ, row.on(clock.today()));
    }

    private Optional<PowerDefinition> power(String code) {
        return catalogue.inForce(code, clock.today());
    }

    List<Quota> quotas(PersonId person) {
        return register.powers(scope(person)).stream().flatMap(p -> quota(p).stream()).toList();
    }

    Optional<Quota> quota(String code) {
        return power(code)
                .flatMap(p ->
                        Optional.ofNullable(p.licence())
                                .map(LicenceTerms::quota)
                                .map(q ->
                                        new Quota(
                                                code,
                                                p.matter(),
                                                q.n(),
                                                register.inForce(code, clock.today()),
                                                q.basis().cite())));
    }

    /// Read by the organ that issued it and by supervision.
    Sheet own(String number, PersonId person) {
        var sheet = sheet(number);
        if (scope(person).filter(o -> !o.equals(sheet.line().row().organ())).isPresent()) {
            throw new AccessDeniedException("another organ's licence");
        }
        return sheet;
    }

    boolean known(String number) {
        return register.row(number).isPresent();
    }

    Sheet sheet(String number) {
        var row = register.row(number).orElseThrow(LicenceView::missing);
        var state = desk.state(number).orElseThrow(LicenceView::missing);
        var terms = desk.terms(row.power(), clock.today()).orElse(null);
        var until = state.until();
        var before = terms == null ? LicenceTerms.RENEW_BEFORE : terms.renewBefore();
        return new Sheet(
                line(row),
                state,
                until == null ? null : Licences.askBy(calendars.current(), until, before),
                before.basis().cite(),
                Licences.window(state, terms, clock.today().getYear()).orElse(null),
                events(state));
    }

    private List<Event> events(LicenceState state) {
        var lines = new ArrayList<Event>();
        for (var event : state.history()) {
            lines.add(
                    switch (event) {
                        case LicenceEvent.Issued e -> ofCase("issued", e, e.caseNo());
                        case LicenceEvent.Asked e ->
                                ofCase("asked." + e.act().code(), e, e.caseNo());
                        case LicenceEvent.AskEnded e -> ofCase("ask-ended", e, e.caseNo());
                        case LicenceEvent.Changed e -> ofCase("changed", e, e.caseNo());
                        case LicenceEvent.Renewed e ->
                                new Event(
                                        e.deemed() ? "renewed.deemed" : "renewed",
                                        e.on(),
                                        e.caseNo(),
                                        e.until().toString(),
                                        "",
                                        e.deemed());
                        case LicenceEvent.Revoked e -> ofCase("revoked", e, e.caseNo());
                        case LicenceEvent.Withdrawn e -> by("withdrawn", e, e.reasons(), e.by());
                        case LicenceEvent.TakenAway e ->
                                new Event(
                                        "taken-away",
                                        e.on(),
                                        e.penalty(),
                                        "",
                                        allocation.nameOf(e.by()),
                                        false);
                        case LicenceEvent.Expired e -> ofCase("expired", e, "");
                        case LicenceEvent.Cancelled e ->
                                new Event(
                                        "cancelled." + e.ground().code(),
                                        e.on(),
                                        e.caseNo(),
                                        e.reasons(),
                                        e.by() == null ? "" : allocation.nameOf(e.by()),
                                        false);
                        case LicenceEvent.Suspended e ->
                                new Event(
                                        "suspended",
                                        e.on(),
                                        e.penalty(),
                                        e.until().toString(),
                                        allocation.nameOf(e.by()),
                                        false);
                        case LicenceEvent.Certified e ->
                                by(
                                        "certified." + e.why().code(),
                                        e,
                                        ("#" + e.edition() + " " + e.declared()).strip(),
                                        e.by());
                        case LicenceEvent.Checked e ->
                                by(
                                        e.passed() ? "checked.passed" : "checked.failed",
                                        e,
                                        (e.year() + " " + e.note()).strip(),
                                        e.by());
                    });
        }
        return lines.reversed();
    }

    private static Event ofCase(String kind, LicenceEvent event, String caseNo) {
        return new Event(kind, event.on(), caseNo, "", "", false);
    }

    private Event by(String kind, LicenceEvent event, String words, PersonId person) {
        return new Event(kind, event.on(), "", words, allocation.nameOf(person), false);
    }

    /// 可以制发的原因: what is due, or where nothing is, what may be asked for.
    static List<LicenceEvent.Why> whys(LicenceState state) {
        var whys = new ArrayList<LicenceEvent.Why>();
        state.certificateDue().ifPresent(whys::add);
        if (state.edition() > 0) {
            whys.add(LicenceEvent.Why.LOSS);
            whys.add(LicenceEvent.Why.DAMAGE);
        }
        return whys;
    }

    ResponseEntity<byte[]> certificate(String number, int edition, String name) {
        var sheet = own(number, officer());
        var file = desk.file(sheet.line().row(), edition, name).orElseThrow(LicenceView::missing);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(file.name()).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(file.bytes());
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
