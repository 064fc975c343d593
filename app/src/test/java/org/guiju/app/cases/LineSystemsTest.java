package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Administrator;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cases of line systems from outside: registered, delivered, asked about once, judged and never refused.
@RunningGuiju
class LineSystemsTest extends OnTheApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CLERK = "limin";
    private static final String OTHER_ORGAN = "caoyang";
    private static final String SUPERVISOR = "yanzhengqing";
    private static final Pattern KEY = Pattern.compile("id=\"line-key\">([^<]+)<");
    private static final Map<String, String> STEPS =
            Map.ofEntries(
                    Map.entry("收件受理", "accept"),
                    Map.entry("审核", "review"),
                    Map.entry("现场勘验", "inspect"),
                    Map.entry("告知邻居", "tell-parties"),
                    Map.entry("科室会", "section-meeting"),
                    Map.entry("会审", "joint-review"),
                    Map.entry("签批", "decide"),
                    Map.entry("送交", "serve"),
                    Map.entry("张榜", "publish"),
                    Map.entry("归卷", "archive"),
                    Map.entry("中止", "@paused"));

    @Autowired JdbcClient jdbc;
    @Autowired Rebuild rebuild;
    @Autowired Calendars calendars;
    private final HttpClient http = HttpClient.newHttpClient();

    /// A system of the culture bureau with its key.
    private record Line(String id, String key) {}

    private Line registered() throws Exception {
        var id = "ga-" + UUID.randomUUID().toString().substring(0, 8);
        var page = "/administration/line-systems";
        var admin = Administrator.signedIn(port, Administrator.SYSTEM, jdbc, clock.now());
        var answer =
                admin.post(
                        page,
                        Map.of(
                                "_csrf",
                                Browser.token(admin.get(page)),
                                "system",
                                id,
                                "name",
                                "公安行政审批系统 " + id,
                                "organ",
                                ORGAN.value(),
                                "contact",
                                "治安大队 0570-5550001"));
        var key = KEY.matcher(answer.body());
        assertThat(key.find()).as(answer.body()).isTrue();
        assertThat(admin.get(page).body()).contains(id).doesNotContain(key.group(1));
        return new Line(id, key.group(1));
    }

    private record Got(int status, JsonNode body) {}

    private Got send(String id, String key, String type, byte[] body) throws Exception {
        var answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://localhost:"
                                                        + port
                                                        + "/api/v1/line-systems/"
                                                        + id
                                                        + "/records"))
                                .header("X-Line-System-Key", key)
                                .header("Content-Type", type)
                                .header("Accept", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        var text = answer.body();
        return new Got(
                answer.statusCode(),
                text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text));
    }

    private Got csv(Line line, String text) throws Exception {
        return send(line.id(), line.key(), "text/csv", text.getBytes(Charset.forName("GB18030")));
    }

    private static void counts(Got got, int taken, int again, int waiting, int broken) {
        assertThat(got.status()).as("%s", got).isEqualTo(200);
        assertThat(
                        List.of("taken", "again", "waiting", "broken").stream()
                                .map(n -> got.body().path(n).asInt())
                                .toList())
                .as("taken, again, waiting, broken of %s", got.body().path("rows"))
                .containsExactly(taken, again, waiting, broken);
    }

    private Api.Answer columns(Line line) {
        return api.post(
                CLERK,
                UUID.randomUUID(),
                "/api/v1/line-systems/" + line.id() + "/mapping/columns",
                Map.of(
                        "headings",
                        PlantedShadows.COLUMNS,
                        "columns",
                        Map.ofEntries(
                                Map.entry("case-no", "业务号"),
                                Map.entry("record-no", "序号"),
                                Map.entry("power", "业务"),
                                Map.entry("situation", "类别"),
                                Map.entry("step", "动作"),
                                Map.entry("happened", "何时"),
                                Map.entry("received", "何时收件"),
                                Map.entry("entered", "何时录入"),
                                Map.entry("officer", "何人"),
                                Map.entry("outcome", "结论")),
                        "fixed",
                        Map.of()));
    }

    /// Answers everything that is asked about the planted sheet, round by round.
    private void answer(Line line) {
        var base = "/api/v1/line-systems/" + line.id() + "/mapping";
        for (int round = 0; round < 4; round++) {
            var answers = new HashMap<String, String>();
            api.get(CLERK, base)
                    .body()
                    .path("asked")
                    .properties()
                    .forEach(q -> {
                        var word = q.getKey().substring(q.getKey().lastIndexOf('|') + 1);
                        answers.put(q.getKey(), meaning(q.getKey(), word));
                    });
            if (!answers.isEmpty()) {
                var said = api.post(CLERK, UUID.randomUUID(), base + "/words", answers);
                assertThat(said.status()).as("%s", said).isEqualTo(200);
            }
        }
        assertThat(api.get(CLERK, base).body().path("asked").isEmpty()).isTrue();
    }

    private static String meaning(String question, String word) {
        if (question.startsWith("power|")) {
            return Api.POWER;
        }
        if (question.startsWith("situation|")) {
            return "preparation";
        }
        return question.startsWith("outcome|")
                ? word.equals("同意") ? "granted" : "refused"
                : STEPS.getOrDefault(word, "@other");
    }

    /// The rules of the cards that count, by their case number.
    private Map<String, Set<String>> cards(Line line) {
        var found = new TreeMap<String, Set<String>>();
        for (int page = 1; ; page++) {
            var cases =
                    api.get(
                                    SUPERVISOR,
                                    "/api/v1/shadow-cases?system=" + line.id() + "&page=" + page)
                            .body();
            cases.forEach(c -> {
                var rules =
                        found.computeIfAbsent(
                                c.path("row").path("theirs").asString(), _ -> new TreeSet<>());
                c.path("cards")
                        .forEach(card -> {
                            if (List.of("lit", "standing")
                                    .contains(card.path("state").asString())) {
                                rules.add(card.path("rule").asString());
                            }
                        });
            });
            if (cases.size() < 50) {
                return found;
            }
        }
    }

    @Test
    void everyPlantedFaultOfTwoHundredIsFoundAndNoCleanCaseHasACard() throws Exception {
        long seed = 20261123L;
        System.out.println("planted shadow cases, seed " + seed);
        var planted = new PlantedShadows(seed, calendars.current(), clock.today());
        var line = registered();
        var sheet = planted.csv();
        int rows = planted.all().stream().mapToInt(c -> c.rows().size()).sum();
        counts(csv(line, sheet), 0, 0, rows, 0);
        assertThat(columns(line).status()).isEqualTo(200);
        answer(line);
        var found = cards(line);
        assertThat(found).hasSize(planted.all().size());
        int right = 0;
        int missed = 0;
        int wrong = 0;
        var notes = new ArrayList<String>();
        for (var c : planted.all()) {
            var is = found.getOrDefault(c.no(), Set.of());
            for (var rule : c.fault().rules) {
                if (is.contains(rule)) {
                    right++;
                } else {
                    missed++;
                }
            }
            wrong += (int) is.stream().filter(r -> !c.fault().rules.contains(r)).count();
            if (!is.equals(c.fault().rules)) {
                notes.add(c.no() + " " + c.fault() + " " + is);
            }
        }
        System.out.println("found " + right + ", missed " + missed + ", wrong " + wrong);
        assertThat(notes).isEmpty();
        assertThat(missed + wrong).isZero();
        counts(csv(line, sheet), 0, rows, 0, 0);
        assertThat(cards(line)).isEqualTo(found);
        assertThat(rebuild.run()).allSatisfy(t -> assertThat(t.same()).as(t.table()).isTrue());
        assertThat(cards(line)).isEqualTo(found);
    }

    /// One case of the other system, with these changes to its rows.
    private static String sheet(List<Map<String, String>> rows) {
        return String.join(",", PlantedShadows.COLUMNS)
                + "\r\n"
                + String.join("\r\n", rows.stream().map(PlantedShadows::line).toList())
                + "\r\n";
    }

    private static Map<String, String> row(String no, int n, String what, String day, String who) {
        var row = new LinkedHashMap<String, String>();
        row.put("业务号", no);
        row.put("序号", no + "/" + n);
        row.put("业务", PlantedShadows.POWER);
        row.put("类别", "设立");
        row.put("动作", what);
        row.put("何时", day);
        row.put("何人", who);
        return row;
    }

    @Test
    void whatWasSaidOnceIsNotAskedAgainAndANewWordHoldsUpItsOwnRowsOnly() throws Exception {
        var line = registered();
        var no = "M-1";
        counts(csv(line, sheet(List.of(row(no, 1, "收件受理", "2026-04-01", "窗口秦")))), 0, 0, 1, 0);
        columns(line);
        answer(line);
        var second =
                csv(
                        line,
                        sheet(
                                List.of(
                                        row(no, 2, "收件受理", "2026-04-01", "窗口秦"),
                                        row("M-2", 1, "收件受理", "2026-04-02", "窗口秦"),
                                        row("M-2", 2, "局务会", "2026-04-03", ""))));
        counts(second, 2, 0, 1, 0);
        assertThat(second.body().path("listed").toString()).contains("局务会", "哪一个环节");
        var base = "/api/v1/line-systems/" + line.id() + "/mapping";
        var asked = api.get(CLERK, base).body();
        assertThat(asked.path("asked").size()).isEqualTo(1);
        var nonsense = new HashMap<String, String>();
        asked.path("asked").properties().forEach(q -> nonsense.put(q.getKey(), "no-such-step"));
        refused(
                api.post(CLERK, UUID.randomUUID(), base + "/words", nonsense),
                "MAPPING_MEANS_SOMETHING");
        int version = asked.path("version").asInt();
        answer(line);
        assertThat(api.get(CLERK, base).body().path("version").asInt()).isEqualTo(version + 1);
        var delivery = second.body().path("delivery").asString();
        assertThat(
                        api.get(
                                        CLERK,
                                        "/api/v1/line-systems/"
                                                + line.id()
                                                + "/deliveries/"
                                                + delivery)
                                .body()
                                .path("taken")
                                .asInt())
                .isEqualTo(3);
    }

    @Test
    void aRecordThatComesAgainWithOtherWordsIsACorrectionAndSaysSo() throws Exception {
        var line = registered();
        csv(line, sheet(List.of(row("K-1", 1, "收件受理", "2026-04-01", "窗口秦"))));
        columns(line);
        answer(line);
        assertThat(cards(line).get("K-1")).doesNotContain("LS-14");
        counts(csv(line, sheet(List.of(row("K-1", 1, "收件受理", "2026-04-02", "窗口秦")))), 1, 0, 0, 0);
        assertThat(cards(line).get("K-1")).contains("LS-14");
        counts(csv(line, sheet(List.of(row("K-1", 1, "收件受理", "2026-04-02", "窗口秦")))), 0, 1, 0, 0);
    }

    @Test
    void onlyWhatCannotBeReadIsRefusedWithItsPlaceAndTheRestComesIn() throws Exception {
        var line = registered();
        csv(
                line,
                sheet(
                        List.of(
                                row("B-0", 1, "收件受理", "2026-04-01", ""),
                                row("B-0", 2, "签批", "2026-04-01", ""))));
        columns(line);
        answer(line);
        var got =
                csv(
                        line,
                        sheet(
                                List.of(
                                        row("B-1", 1, "收件受理", "2026-04-01", ""),
                                        row("", 2, "收件受理", "2026-04-01", ""),
                                        row("B-2", 1, "收件受理", "四月一日", ""),
                                        row("B-3", 1, "签批", "2026-04-01", "甲"))));
        counts(got, 2, 0, 0, 2);
        var listed = got.body().path("listed").toString();
        assertThat(listed).contains("业务号：没有办件编号", "“四月一日”不是时间", "\"row\":3", "\"row\":4");
        assertThat(cards(line).get("B-3")).contains("LS-03");
        var bytes = "[{\"a\":1,\n]".getBytes(StandardCharsets.UTF_8);
        var broken = send(line.id(), line.key(), "application/json", bytes);
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.body().path("message").asString()).contains("第 2 行", "不是 JSON");
        assertThat(send(line.id(), "wrong", "application/json", bytes).status()).isEqualTo(401);
        assertThat(send("no-such", line.key(), "application/json", bytes).status()).isEqualTo(401);
        assertThat(
                        api.post(
                                        OTHER_ORGAN,
                                        UUID.randomUUID(),
                                        "/api/v1/line-systems/" + line.id() + "/records",
                                        Map.of("records", List.of(Map.of("a", "b"))))
                                .status())
                .isEqualTo(403);
        assertThat(api.get(OTHER_ORGAN, "/api/v1/shadow-cases?organ=" + ORGAN.value()).status())
                .isEqualTo(403);
    }

    @Test
    void thePagesTakeADeliveryInAskOnceAndShowWhoseRecordSaidWhat() throws Exception {
        var line = registered();
        var home = "/desk/line-systems/" + line.id();
        var clerk = Clerk.signedIn(port, CLERK);
        var none = clerk.file(home, home + "/deliveries", "file", "", "");
        assertThat(none.statusCode()).isEqualTo(400);
        var sent =
                clerk.file(
                        home,
                        home + "/deliveries",
                        "file",
                        "四月.csv",
                        sheet(
                                List.of(
                                        row("P-1", 1, "收件受理", "2026-04-01", "窗口秦"),
                                        row("P-1", 2, "签批", "2026-04-02", "窗口秦"))));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        var page = sent.headers().firstValue("Location").orElseThrow();
        assertThat(clerk.get(URI.create(page).getPath()).body()).contains("待答", "新的版式");
        var mapping = home + "/mapping";
        var form = clerk.get(mapping).body();
        var sheet = Pattern.compile("name=\"sheet\" value=\"([^\"]+)\"").matcher(form);
        assertThat(sheet.find()).isTrue();
        var fields =
                new HashMap<String, String>(
                        Map.of("sheet", sheet.group(1), "column-case-no", "业务号"));
        var half = clerk.post(mapping, mapping + "/columns", fields);
        assertThat(half.statusCode()).isEqualTo(400);
        assertThat(half.body()).contains("请选择环节是哪一列");
        fields.putAll(
                Map.of(
                        "column-record-no", "序号",
                        "fixed-power", Api.POWER,
                        "fixed-situation", "preparation",
                        "column-step", "动作",
                        "column-happened", "何时",
                        "column-officer", "何人"));
        assertThat(clerk.post(mapping, mapping + "/columns", fields).statusCode()).isEqualTo(302);
        var asked = clerk.get(mapping).body();
        assertThat(asked).contains("环节“签批”是哪一个环节");
        var words = new HashMap<String, String>();
        var selects = Pattern.compile("<label for=\"(q[0-9a-f]+)\">([^<]*)</label>").matcher(asked);
        while (selects.find()) {
            words.put(selects.group(1), selects.group(2).contains("签批") ? "decide" : "accept");
        }
        assertThat(clerk.post(mapping, mapping + "/words", words).statusCode()).isEqualTo(302);
        var supervisor = Clerk.signedIn(port, SUPERVISOR);
        var list = supervisor.get("/desk/shadow-cases?system=" + line.id()).body();
        assertThat(list).contains("P-1", "一人兼两职", "未审先定");
        var one = Pattern.compile("/desk/shadow-cases/([0-9a-f-]{36})").matcher(list);
        assertThat(one.find()).isTrue();
        var shadow = supervisor.get("/desk/shadow-cases/" + one.group(1)).body();
        assertThat(shadow).contains("窗口秦", "来件第 2 行", "法定时限", "《行政许可法》");
        var card = Pattern.compile("/supervision/cards/([0-9a-f-]{36})").matcher(shadow);
        assertThat(card.find()).isTrue();
        assertThat(supervisor.get("/supervision/cards/" + card.group(1)).statusCode())
                .isEqualTo(200);
        assertThat(supervisor.get("/supervision?state=all").statusCode()).isEqualTo(200);
        assertThat(
                        Clerk.signedIn(port, OTHER_ORGAN)
                                .get("/desk/shadow-cases/" + one.group(1))
                                .statusCode())
                .isEqualTo(403);
        assertThat(new Browser(port).get("/results").body()).doesNotContain("P-1");
    }

    @Test
    void whatIsWrittenOutInTheElementsIsReadBackWithoutAQuestion() throws Exception {
        var no = api.reviewed();
        var span = "?from=" + clock.today() + "&until=" + clock.today() + "&organ=" + ORGAN.value();
        var report = api.get(CLERK, "/api/v1/report-elements" + span).body();
        var tables = report.path("tables");
        assertThat(tables.path("M_APPLY").toString()).contains(no);
        assertThat(report.path("gaps").toString()).contains("\"element\":\"APPLICANT_TYPE\"");
        assertThat(tables.path("M_APPLY").toString()).contains("\"APPLICANT_TYPE\":\"\"");
        var line = registered();
        var back = send(line.id(), line.key(), "application/json", JSON.writeValueAsBytes(tables));
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.body().path("waiting").asInt() + back.body().path("broken").asInt())
                .as("%s", back.body().path("listed"))
                .isZero();
        int rows =
                tables.path("M_APPLY").size()
                        + tables.path("M_APPLYPROCESS").size()
                        + tables.path("M_APPLYRESULT").size()
                        + tables.path("M_PUNISH").size()
                        + tables.path("M_PUNISHPROCESS").size()
                        + tables.path("M_PUNISHRESULT").size();
        assertThat(back.body().path("taken").asInt()).isEqualTo(rows);
        // Not the cards of clocks: a test before this one may have moved time ahead, and
        // supervision has looked at that future.
        assertThat(cards(line).get(no))
                .as("%s", api.get(SUPERVISOR, "/api/v1/shadow-cases?system=" + line.id()).body())
                .noneMatch(rule -> rule.startsWith("LS-"));
        var clerk = Clerk.signedIn(port, CLERK);
        assertThat(clerk.get("/desk/report-elements").body()).contains("申请人类型", "必填，没有");
        var sheet = clerk.get("/desk/report-elements/M_APPLYPROCESS.csv" + span).body();
        assertThat(sheet).contains("TACHE_ID", no + "-1", "accept");
        var other = registered();
        var again =
                send(other.id(), other.key(), "text/csv", sheet.getBytes(StandardCharsets.UTF_8));
        assertThat(again.body().path("taken").asInt())
                .as("%s", again.body().path("listed"))
                .isEqualTo(tables.path("M_APPLYPROCESS").size());
    }
}
