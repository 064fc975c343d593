package org.guiju.app.clearing.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.clearing.Campaign;
import org.guiju.app.clearing.Campaigns;
import org.guiju.app.clearing.ClearingFile;
import org.guiju.app.clearing.application.ClearingDesk;
import org.guiju.app.clearing.application.ClearingInput;
import org.guiju.app.clearing.application.ClearingReader;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Inventory;
import org.guiju.kernel.clearing.ClearingCommand;
import org.guiju.kernel.clearing.ClearingEntry;
import org.guiju.kernel.clearing.ClearingEvent.CampaignKind;
import org.guiju.kernel.clearing.ClearingGaps;
import org.guiju.kernel.clearing.ItemRules;
import org.guiju.kernel.clearing.Stage;
import org.guiju.kernel.shared.OrganId;
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

/// 清理接口: the same acts as the pages. `POST …/commands/NAME` answers 200 with the new state, 403 to who is not of the unit, 409
/// with rule, article and remedy, 422 with the field that cannot be read.
@RestController
@RequestMapping("/api/v1/clearings")
class ClearingsApi {
    private static final int MOST_ITEMS = 5000;
    private final Campaigns campaigns;
    private final ClearingDesk desk;
    private final ClearingActs acts;
    private final ClearingReader reader;
    private final ClearingAccess access;
    private final OfficialClock clock;

    ClearingsApi(
            Campaigns campaigns,
            ClearingDesk desk,
            ClearingActs acts,
            ClearingReader reader,
            ClearingAccess access,
            OfficialClock clock) {
        this.campaigns = campaigns;
        this.desk = desk;
        this.acts = acts;
        this.reader = reader;
        this.access = access;
        this.clock = clock;
    }

    /// 清理行动.
    record CampaignBody(
            String campaign, String title, String kind, LocalDate openedOn, List<String> organs) {
        static CampaignBody of(Campaign c) {
            return new CampaignBody(
                    c.id(),
                    c.title(),
                    c.kind().code(),
                    c.openedOn(),
                    c.organs().stream().map(OrganId::value).toList());
        }
    }

    /// 单位清理现状.
    record FileBody(
            String campaign,
            String organ,
            String stage,
            Instant since,
            int items,
            long counted,
            Map<String, Long> categories,
            Map<String, Long> dispositions,
            List<RemarkBody> remarks) {}

    /// 反馈意见.
    record RemarkBody(int no, String item, String text, String answer) {}

    /// 事项.
    record ItemBody(
            String id,
            Map<String, String> fields,
            boolean listed,
            boolean excluded,
            boolean reviewed,
            boolean confirmed,
            boolean consultationIncomplete,
            String disposition,
            List<String> offered,
            List<String> opinions,
            List<String> missing) {}

    @GetMapping
    List<CampaignBody> list(CurrentUser user) {
        officer(user);
        return campaigns.all().stream().map(CampaignBody::of).toList();
    }

    /// 201 with the campaign.
    @PostMapping
    ResponseEntity<CampaignBody> open(
            CurrentUser user,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, Object> body) {
        officer(user);
        var organs = texts(body.get("organs")).stream().map(OrganId::new).toList();
        var milestones = new EnumMap<Stage, LocalDate>(Stage.class);
        if (body.get("milestones") instanceof Map<?, ?> planned) {
            for (var stage : Stage.values()) {
                var day = planned.get(stage.code());
                if (day != null) {
                    milestones.put(stage, day(day.toString()));
                }
            }
        }
        var id =
                acts.open(
                        new ClearingActs.Opening(
                                text(body.get("title")),
                                text(body.get("kind")).equals("dynamic")
                                        ? CampaignKind.DYNAMIC
                                        : CampaignKind.FULL,
                                text(body.get("basis")),
                                organs,
                                !text(body.get("excludeInternal")).equals("false"),
                                milestones),
                        user.person(),
                        key);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(CampaignBody.of(campaigns.campaign(id).orElseThrow()));
    }

    @GetMapping("/{campaign}/{organ}")
    FileBody file(CurrentUser user, @PathVariable String campaign, @PathVariable String organ) {
        officer(user);
        return body(access.file(campaign, organ));
    }

    /// 登记册; with a field's code and a value only those that say so.
    @GetMapping("/{campaign}/{organ}/items")
    List<ItemBody> items(
            CurrentUser user,
            @PathVariable String campaign,
            @PathVariable String organ,
            @RequestParam Map<String, String> where) {
        officer(user);
        var file = access.file(campaign, organ);
        var party = desk.facts(file.organ(), user.person(), clock.today()).party();
        return new ItemFilter(where)
                .of(file.state()).stream().map(e -> body(e, file, party)).toList();
    }

    /// 完整性报告.
    @GetMapping("/{campaign}/{organ}/gaps")
    ClearingGaps gaps(CurrentUser user, @PathVariable String campaign, @PathVariable String organ) {
        officer(user);
        var file = access.file(campaign, organ);
        return ClearingGaps.of(
                desk.facts(file.organ(), user.person(), clock.today()), file.state());
    }

    @PostMapping("/{campaign}/{organ}/commands/{name}")
    FileBody act(
            CurrentUser user,
            @PathVariable String campaign,
            @PathVariable String organ,
            @PathVariable String name,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody(required = false) Map<String, Object> sent) {
        officer(user);
        var file = access.file(campaign, organ);
        if (!access.may(name, file, user.person())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var body = sent == null ? Map.<String, Object>of() : sent;
        if (name.equals("take")) {
            take(file, body, user, key);
        } else {
            desk.act(
                    file.campaign(),
                    file.organ(),
                    command(name, body),
                    acts.stamp(user.person(), key));
        }
        return body(access.file(campaign, organ));
    }

    private void take(ClearingFile file, Map<String, Object> body, CurrentUser user, UUID key) {
        if (text(body.get("from")).equals("catalogue")) {
            acts.fromCatalogue(file, user.person(), key);
        } else {
            var filter =
                    new Inventory.Filter(
                            "", text(body.get("department")), text(body.get("kind")), false);
            acts.fromInventory(
                    file, filter, texts(body.get("codes")), Map.of(), user.person(), key);
        }
    }

    private ClearingCommand command(String name, Map<String, Object> body) {
        if (name.equals("enter") && body.get("items") instanceof List<?> items) {
            if (items.size() > MOST_ITEMS) {
                throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
            }
            return new ClearingCommand.EnterItems(
                    items.stream()
                            .map(i -> i instanceof Map<?, ?> m ? m : Map.of())
                            .map(m -> ClearingReader.item(input(m)))
                            .toList());
        }
        return reader.read(name, input(body))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ClearingInput input(Map<?, ?> body) {
        var fields = new LinkedHashMap<String, List<String>>();
        body.forEach((name, value) -> fields.put(String.valueOf(name), texts(value)));
        return new ClearingInput(fields);
    }

    private static FileBody body(ClearingFile file) {
        var state = file.state();
        var dispositions = new LinkedHashMap<String, Long>();
        for (var e : state.items()) {
            var disposal = e.disposal();
            if (disposal != null) {
                dispositions.merge(disposal.what().code(), 1L, Long::sum);
            }
        }
        return new FileBody(
                file.campaign().id(),
                file.organ().value(),
                state.stage().code(),
                file.since(),
                state.items().size(),
                state.items().stream().filter(state::counted).count(),
                ClearingGaps.counts(state),
                dispositions,
                state.remarks().stream()
                        .map(r -> new RemarkBody(r.no(), r.item(), r.text(), r.answer()))
                        .toList());
    }

    private static ItemBody body(ClearingEntry e, ClearingFile file, boolean party) {
        var fields = new LinkedHashMap<String, String>();
        e.item().cells().forEach((field, value) -> fields.put(field.code(), value));
        var disposal = e.disposal();
        return new ItemBody(
                e.id(),
                fields,
                e.item().listed(),
                file.state().excluded(e),
                e.reviewed(),
                e.confirmed(),
                e.consultationIncomplete(),
                disposal == null ? "" : disposal.what().code(),
                ItemRules.offered(e.item(), party).stream().map(d -> d.code()).toList(),
                e.opinions().keySet().stream().map(a -> a.code()).sorted().toList(),
                e.item().missing(party).stream().map(f -> f.code()).toList());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
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
