package org.guiju.app.meetings.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.meetings.MeetingFile;
import org.guiju.app.meetings.Resolutions;
import org.guiju.app.meetings.application.MeetingDesk;
import org.guiju.app.meetings.application.MeetingInput;
import org.guiju.app.meetings.application.MeetingReader;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.formats.meetings.ShippedKinds;
import org.guiju.kernel.meetings.ItemOutcome;
import org.guiju.kernel.meetings.ItemState;
import org.guiju.kernel.meetings.MatterSort;
import org.guiju.kernel.meetings.MeetingKind;
import org.guiju.kernel.meetings.Resolution;
import org.guiju.kernel.meetings.Tally;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 会议接口: the same acts as the pages. `POST …/commands/NAME` answers 200 with the new state, 403 to who may not see the meeting,
/// 409 with rule, article and remedy, 422 with the field that cannot be read.
@RestController
@RequestMapping("/api/v1/meetings")
class MeetingsApi {
    private static final String ID = "/{id:M[0-9]{4}-[0-9]{4,6}}";
    private static final int MOST = 200;
    private final MeetingDesk desk;
    private final Resolutions resolutions;
    private final MeetingAccess access;

    MeetingsApi(MeetingDesk desk, Resolutions resolutions, MeetingAccess access) {
        this.desk = desk;
        this.resolutions = resolutions;
        this.access = access;
    }

    /// 会议.
    record MeetingBody(
            String id,
            String kind,
            String organ,
            String day,
            String stage,
            String chair,
            String chief,
            List<String> members,
            List<String> present,
            List<ItemBody> agenda,
            String digest,
            List<String> signed,
            List<String> unsigned) {}

    /// 议题.
    record ItemBody(
            int no,
            String sort,
            String matter,
            String title,
            String proposal,
            @Nullable Long amountFen,
            boolean withdrawn,
            List<String> recused,
            Map<String, String> statements,
            Map<String, String> votes,
            Map<String, String> dissents,
            String outcome,
            Tally tally) {}

    /// 会议类型.
    record KindBody(
            String code,
            String name,
            @Nullable String nameEn,
            String quorum,
            String majority,
            String base,
            int noticeDays,
            List<String> discussed,
            List<String> reported,
            List<String> checklist,
            String source) {}

    @GetMapping("/kinds")
    List<KindBody> kinds(CurrentUser user) {
        var organ = access.organ(user.person());
        return ShippedKinds.all().stream()
                .map(k -> desk.kind(k.code(), organ, java.time.LocalDate.MAX))
                .map(MeetingsApi::body)
                .toList();
    }

    private static KindBody body(MeetingKind k) {
        return new KindBody(
                k.code(),
                k.name().zh(),
                k.name().en(),
                k.quorum().code(),
                k.majority().code(),
                k.base().code(),
                k.noticeDays(),
                k.discussed().stream().map(MatterSort::code).sorted().toList(),
                k.reported().stream().map(MatterSort::code).sorted().toList(),
                k.checklist(),
                k.source().cite());
    }

    /// Meetings of the officer's organ, the latest first.
    @GetMapping
    List<MeetingBody> list(CurrentUser user) {
        return desk.of(access.organ(user.person()), MOST).stream().map(this::body).toList();
    }

    /// 决议 on a matter, the newest first.
    @GetMapping("/resolutions")
    List<Resolution> resolutions(
            CurrentUser user, @RequestParam String sort, @RequestParam String matter) {
        officer(user);
        var of =
                MatterSort.ofCode(sort)
                        .orElseThrow(() ->
                                new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT));
        return resolutions.of(of, matter);
    }

    /// 201 with the meeting.
    @PostMapping
    ResponseEntity<MeetingBody> convene(
            CurrentUser user,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, Object> sent) {
        officer(user);
        var in = input(sent);
        var kind =
                ShippedKinds.kind(in.one("kind"))
                        .orElseThrow(() ->
                                new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT));
        var id =
                desk.convene(
                        kind.code(),
                        access.organ(user.person()),
                        MeetingReader.convene(in),
                        access.stamp(user.person(), key));
        return ResponseEntity.status(HttpStatus.CREATED).body(body(access.file(id, user.person())));
    }

    /// 议事规则、更严格的规定、例会日 of the officer's own organ: `procedure`, `policy` or `regular-day`.
    @PostMapping("/rules/{name}")
    ResponseEntity<Void> adopt(
            CurrentUser user,
            @PathVariable String name,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, Object> sent) {
        officer(user);
        var in = input(sent);
        if (ShippedKinds.kind(in.one("kind")).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var wanted =
                MeetingReader.rule(name, in)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        desk.adopt(access.organ(user.person()), wanted, access.stamp(user.person(), key));
        return ResponseEntity.noContent().build();
    }

    @GetMapping(ID)
    MeetingBody meeting(CurrentUser user, @PathVariable String id) {
        officer(user);
        return body(access.file(id, user.person()));
    }

    @PostMapping(ID + "/commands/{name}")
    MeetingBody act(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String name,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody(required = false) @Nullable Map<String, Object> sent) {
        officer(user);
        access.file(id, user.person());
        var command =
                MeetingReader.read(name, input(sent == null ? Map.of() : sent))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        desk.act(id, command, access.stamp(user.person(), key));
        return body(access.file(id, user.person()));
    }

    private MeetingBody body(MeetingFile f) {
        var state = f.state();
        var n = state.notice();
        return new MeetingBody(
                f.id(),
                n.kind(),
                n.organ().value(),
                n.day().toString(),
                state.stage().code(),
                n.chair().value(),
                n.chief() == null ? "" : n.chief().value(),
                people(n.members()),
                people(state.present()),
                state.items().stream().map(MeetingsApi::body).toList(),
                state.digest(),
                people(state.signatures().keySet()),
                state.stage().code().equals("signing")
                        ? people(state.unsigned(f.kind()))
                        : List.of());
    }

    private static ItemBody body(ItemState s) {
        var statements = new LinkedHashMap<String, String>();
        s.statements().forEach((p, t) -> statements.put(p.value(), t));
        var votes = new LinkedHashMap<String, String>();
        var dissents = new LinkedHashMap<String, String>();
        s.votes()
                .forEach((p, b) -> {
                    votes.put(p.value(), b.vote().name().toLowerCase(Locale.ROOT));
                    if (!b.dissent().isEmpty()) {
                        dissents.put(p.value(), b.dissent());
                    }
                });
        s.dissents()
                .forEach(d -> dissents.merge(d.person().value(), d.text(), (a, b) -> a + "\n" + b));
        ItemOutcome outcome = s.outcome();
        return new ItemBody(
                s.item().no(),
                s.item().matter().sort().code(),
                s.item().matter().id(),
                s.item().title(),
                s.item().proposal(),
                s.item().amountFen(),
                s.withdrawn() != null,
                s.recusals().keySet().stream().filter(s::recused).map(PersonId::value).toList(),
                statements,
                votes,
                dissents,
                outcome == null ? "" : outcome.code(),
                s.tally());
    }

    private static List<String> people(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toList();
    }

    private static MeetingInput input(Map<?, ?> body) {
        var fields = new LinkedHashMap<String, List<String>>();
        body.forEach((name, value) -> fields.put(String.valueOf(name), texts(value)));
        return new MeetingInput(fields);
    }

    private static List<String> texts(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> many) {
            var texts = new ArrayList<String>();
            many.forEach(v -> texts.add(String.valueOf(v)));
            return texts;
        }
        return List.of(value instanceof Boolean flag ? flag ? "yes" : "no" : String.valueOf(value));
    }

    private static void officer(CurrentUser user) {
        if (!user.officer()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
