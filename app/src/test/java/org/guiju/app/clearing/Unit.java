package org.guiju.app.clearing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.allocation.application.Appointments;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A unit of three people that is cleared, and the API as its people use it. The offices that review are the demo's.
final class Unit {
    static final String STAFFING = "zongwenhui";
    static final String REVIEWER = "tengzhigang";
    static final String COMMITTEE = "xianyujing";
    static final String JUSTICE = "xiangnan";
    static final String SERVICE = "fuzhiqiang";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    final String organ;
    final String clerk;
    final String head;
    final String lawyer;
    String campaign = "";

    private Unit(int port, String organ) {
        this.port = port;
        this.organ = organ;
        this.clerk = organ + "-clerk";
        this.head = organ + "-head";
        this.lawyer = organ + "-lawyer";
    }

    /// Before the server runs.
    static Unit nowhere() {
        return new Unit(0, "nowhere");
    }

    /// Establishes organs with people and accounts.
    static final class Founding {
        private final Allocation allocation;
        private final Appointments appointments;
        private final Accounts accounts;
        private final OfficialClock clock;

        Founding(
                Allocation allocation,
                Appointments appointments,
                Accounts accounts,
                OfficialClock clock) {
            this.allocation = allocation;
            this.appointments = appointments;
            this.accounts = accounts;
            this.clock = clock;
        }

        /// A unit of its own, made once.
        Unit unit(int port, String name, Organ.Kind kind) {
            var unit = new Unit(port, "unit-" + name);
            var organ = new OrganId(unit.organ);
            if (allocation.organ(organ).isEmpty()) {
                establish(organ, kind, Organ.Nature.ADMINISTRATIVE);
                officer(organ, unit.clerk, "办公室主任", "catalogue-clerk");
                officer(organ, unit.head, "局长", "head-of-organ");
                officer(organ, unit.lawyer, "法制科科长", "legal-officer");
                appointments.qualify(
                        organ,
                        new Roster.Qualification(
                                new PersonId("p-" + unit.lawyer),
                                "legal-profession",
                                LocalDate.of(2024, 1, 1),
                                null),
                        stamp());
            }
            return unit;
        }

        void establish(OrganId organ, Organ.Kind kind, Organ.Nature nature) {
            appointments.establish(
                    new Organ(
                            organ,
                            kind,
                            null,
                            new Text("青岚县" + organ, "Unit " + organ),
                            "学院路 1 号",
                            "0570-0000900",
                            nature),
                    stamp());
        }

        void officer(OrganId organ, String user, String post, String... roles) {
            var person = new PersonId("p-" + user);
            appointments.appoint(
                    new Officer(person, organ, user, new Text(post, user)),
                    "办公室",
                    List.of(roles),
                    LocalDate.of(2024, 1, 1),
                    stamp());
            accounts.addOfficer(user, "qinglan-2026", person, user);
        }

        private Stamp stamp() {
            return Stamp.own(clock.now(), "demo", UUID.randomUUID());
        }
    }

    /// Status and body.
    record Answer(int status, JsonNode body) {
        String code() {
            return body.path("code").asString("");
        }
    }

    Answer get(String user, String path) {
        return send(user, HttpRequest.newBuilder(uri(path)).GET());
    }

    Answer post(String user, String path, Map<String, ?> body) {
        return send(
                user,
                HttpRequest.newBuilder(uri(path))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /// The staffing office opens a campaign for the unit alone.
    Unit opened(String kind) {
        return opened(kind, true);
    }

    Unit opened(String kind, boolean excludeInternal) {
        var answer =
                post(
                        STAFFING,
                        "/api/v1/clearings",
                        Map.of(
                                "title",
                                "全面清理 " + organ,
                                "kind",
                                kind,
                                "basis",
                                "青编办发〔2026〕3号",
                                "organs",
                                List.of(organ),
                                "excludeInternal",
                                excludeInternal));
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        campaign = answer.body().path("campaign").asString();
        return this;
    }

    String at() {
        return "/api/v1/clearings/" + campaign + "/" + organ;
    }

    Answer act(String user, String name, Map<String, ?> body) {
        return post(user, at() + "/commands/" + name, body);
    }

    /// The act must be permitted.
    JsonNode done(String user, String name, Map<String, ?> body) {
        var answer = act(user, name, body);
        if (answer.status() != 200) {
            throw new AssertionError(name + " as " + user + ": " + answer);
        }
        return answer.body();
    }

    JsonNode file() {
        return get(clerk, at()).body();
    }

    String stage() {
        return file().path("stage").asString();
    }

    /// Items as the register has them.
    List<JsonNode> items(String query) {
        var items = new ArrayList<JsonNode>();
        get(clerk, at() + "/items" + query).body().forEach(items::add);
        return items;
    }

    JsonNode item(String id) {
        return items("?q=" + id).getFirst();
    }

    /// Everything that an item must say to stay; held by all three posts.
    static Map<String, Object> whole(String name, String kind) {
        var item = new LinkedHashMap<String, Object>();
        item.put("name", name);
        item.put("kind", kind);
        item.put("subject", "青岚县示范局");
        item.put("holder-kind", "section");
        item.put("holder", "审批科");
        item.put("posts", List.of("办公室主任", "局长", "法制科科长"));
        item.put("basis", "中华人民共和国行政许可法");
        item.put("article", "第十二条");
        item.put("rank", "law");
        item.put("source", "statutory");
        item.put("limits", "县域内");
        item.put("materials", "申请书");
        item.put("conditions", "符合规定条件");
        item.put("procedure", "受理→审查→决定");
        item.put("time", "20 个工作日");
        item.put("level", "county");
        item.put("nature", "own");
        item.put("scope", "对县域内的企业，就设立事项作出决定，限于法定条件");
        item.put("supervision", "派驻纪检监察组，0570-0000004");
        item.put("external", "yes");
        return item;
    }

    /// The whole item without these fields.
    static Map<String, Object> without(Map<String, Object> item, String... fields) {
        var less = new LinkedHashMap<>(item);
        List.of(fields).forEach(less::remove);
        return less;
    }

    static Map<String, Object> with(Map<String, Object> item, String field, Object value) {
        var more = new LinkedHashMap<>(item);
        more.put(field, value);
        return more;
    }

    static Map<String, Object> dispose(String what, String... items) {
        return Map.of(
                "items",
                List.of(items),
                "disposition",
                what,
                "grounds",
                "县政府令第 3 号",
                "opinion",
                "规范运行");
    }

    static Map<String, Object> responsibility(String... items) {
        return Map.of(
                "items", List.of(items),
                "matter", "依法受理、审查、决定",
                "responsible", "审批科",
                "when", "不履行法定职责的",
                "accountability", "行政许可法第七十四条",
                "form", "责令改正、处分");
    }

    /// Declares the categories other than these as empty.
    void declareNoneBut(String... categories) {
        for (var category :
                List.of(
                        "approval",
                        "confirmation",
                        "penalty",
                        "compulsion",
                        "levy",
                        "requisition",
                        "payment",
                        "reward",
                        "adjudication",
                        "other")) {
            if (!List.of(categories).contains(category)) {
                done(clerk, "declare-none", Map.of("category", category, "reason", "本单位没有此类权力"));
            }
        }
    }

    void team() {
        done(clerk, "name-team", Map.of("members", List.of("p-" + clerk, "p-" + lawyer)));
    }

    void meeting(String kind) {
        done(clerk, "meeting", meeting(kind, LocalDate.of(2026, 1, 9)));
    }

    static Map<String, Object> meeting(String kind, LocalDate on) {
        return Map.of(
                "meeting",
                kind,
                "on",
                on.toString(),
                "minutes",
                "局务会纪要〔2026〕2号",
                "conclusion",
                "同意");
    }

    /// One licence that stays, one item to be cancelled, and everything that closing asks for.
    Unit ready() {
        done(
                clerk,
                "enter",
                Map.of(
                        "items",
                        List.of(
                                whole("示范经营许可", "licence"),
                                without(
                                        with(
                                                whole("示范准入备案", "other"),
                                                "rank",
                                                "departmental-document"),
                                        "external"))));
        done(clerk, "dispose", dispose("retain", "0001"));
        done(clerk, "dispose", dispose("cancel", "0002"));
        done(clerk, "responsibility", responsibility("0001"));
        declareNoneBut("approval", "other");
        team();
        meeting("leadership");
        return this;
    }

    Unit closed() {
        done(clerk, "close", Map.of());
        return this;
    }

    Unit submitted() {
        meeting("office");
        done(head, "sign", Map.of());
        done(clerk, "submit", Map.of());
        return this;
    }

    static Map<String, Object> opinion(String aspect, String... items) {
        return Map.of(
                "items", List.of(items), "aspect", aspect, "favourable", "yes", "text", "同意保留");
    }

    Unit reviewed() {
        done(JUSTICE, "opinion", opinion("legality", "0001"));
        done(SERVICE, "opinion", opinion("rationality", "0001"));
        done(REVIEWER, "opinion", opinion("necessity", "0001"));
        return this;
    }

    Unit confirmed() {
        done(REVIEWER, "confirm", Map.of("items", List.of("0001", "0002")));
        return this;
    }

    Map<String, Object> resolution(LocalDate day) {
        return Map.of(
                "meeting",
                "县委常委会第 12 次会议",
                "number",
                "青委〔2026〕12号",
                "on",
                day.toString(),
                "effective",
                day.plusDays(10).toString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path.replace(" ", "%20"));
    }

    private Answer send(String user, HttpRequest.Builder request) {
        var basic =
                Base64.getEncoder()
                        .encodeToString((user + ":qinglan-2026").getBytes(StandardCharsets.UTF_8));
        try {
            var response =
                    client.send(
                            request.header("Authorization", "Basic " + basic)
                                    .header("Accept", "application/json")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            var body =
                    response.body().isBlank()
                            ? JSON.createObjectNode()
                            : JSON.readTree(response.body());
            return new Answer(response.statusCode(), body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
