package org.guiju.app.cases;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the running server's API as one of the demo's people.
final class Api {
    static final String POWER = "330899-WL-XK-0012";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PDF =
            Base64.getEncoder().encodeToString("%PDF-1.4 test".getBytes(StandardCharsets.US_ASCII));
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    final String power;

    Api(int port) {
        this(port, POWER);
    }

    /// @param power that the ordinary course below is about
    Api(int port, String power) {
        this.port = port;
        this.power = power;
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

    Answer post(String user, UUID key, String path, Map<String, ?> body) {
        return send(
                user,
                HttpRequest.newBuilder(uri(path))
                        .header("Idempotency-Key", key.toString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /// Sends a text as it stands.
    Answer text(String user, String path, String text) {
        return send(
                user,
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/yaml")
                        .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    /// Puts a part as YAML.
    Answer put(String user, String path, String yaml) {
        return send(
                user,
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/yaml")
                        .PUT(HttpRequest.BodyPublishers.ofString(yaml)));
    }

    Answer act(String user, String no, String name, Map<String, ?> body) {
        return post(user, UUID.randomUUID(), "/api/v1/cases/" + no + "/commands/" + name, body);
    }

    /// The act must be permitted.
    void done(String user, String no, String name, Map<String, ?> body) {
        var answer = act(user, no, name, body);
        if (answer.status() != 200) {
            throw new AssertionError(name + " as " + user + ": " + answer);
        }
    }

    JsonNode read(String no) {
        return get("yanzhengqing", "/api/v1/cases/" + no).body();
    }

    List<String> open(String no) {
        var open = new java.util.ArrayList<String>();
        read(no).path("openSteps").forEach(s -> open.add(s.path("step").asString()));
        return open;
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /// A file as it is given out; it must be there.
    byte[] file(String user, String path) {
        return bytes(user, HttpRequest.newBuilder(uri(path)).GET());
    }

    /// 签发前预览 of an act; there must be a paper.
    byte[] preview(String user, String no, String act, Map<String, ?> body) {
        return bytes(
                user,
                HttpRequest.newBuilder(uri("/api/v1/cases/" + no + "/commands/" + act + "/preview"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private byte[] bytes(String user, HttpRequest.Builder request) {
        var basic =
                Base64.getEncoder()
                        .encodeToString((user + ":qinglan-2026").getBytes(StandardCharsets.UTF_8));
        try {
            var answer =
                    client.send(
                            request.header("Authorization", "Basic " + basic).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(
                        answer.statusCode()
                                + " "
                                + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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

    // --- the ordinary course

    static Map<String, Object> application(
            String power, String situation, List<Map<String, String>> files) {
        return Map.of(
                "power",
                power,
                "situation",
                situation,
                "channel",
                "window",
                "applicant",
                "青岚接口网咖",
                "answers",
                answers(),
                "files",
                files);
    }

    static Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        answers.put("company-name", "青岚接口网咖");
        answers.put("credit-code", "91350100M000100Y43");
        answers.put("legal-representative", "苏远航");
        answers.put("legal-representative-id", "11010519491231002X");
        answers.put("phone", "0570-5550000");
        answers.put("capital", "500000");
        answers.put("premises-address", "青岚县文昌街道春山路 10 号");
        answers.put("area", "150");
        answers.put("computers", "60");
        answers.put("school-distance", "320");
        answers.put("truth", "yes");
        return answers;
    }

    static Map<String, String> file(String material) {
        return Map.of("material", material, "name", material + ".pdf", "content", PDF);
    }

    /// An application for 筹建 with everything in it.
    String received() {
        return apply("shenruoxi", power, MATERIALS).path("no").asString();
    }

    static final List<String> MATERIALS = List.of("charter", "identity", "funds", "title");

    /// Number and query code of an application for 筹建 with these materials.
    JsonNode apply(String user, String power, List<String> materials) {
        var answer = tryToApply(user, power, materials);
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return answer.body();
    }

    Answer tryToApply(String user, String power, List<String> materials) {
        return post(
                user,
                UUID.randomUUID(),
                "/api/v1/applications",
                application(power, "preparation", materials.stream().map(Api::file).toList()));
    }

    String accepted() {
        var no = received();
        done("shenruoxi", no, "accept", Map.of("step", "accept"));
        return no;
    }

    static Map<String, String> pair(String a, String b) {
        return Map.of("step", "review", "a", a, "b", b);
    }

    String paired() {
        return paired("p-zhouqihang");
    }

    private String paired(String b) {
        var no = accepted();
        done("limin", no, "appoint-pair", pair("p-limin", b));
        return no;
    }

    static final List<String> STANDARDS =
            List.of(
                    "enterprise-registered",
                    "enterprise-charter",
                    "capital-proved",
                    "planned-area",
                    "planned-area-per-seat",
                    "planned-title",
                    "school-distance",
                    "not-residential",
                    "no-revocation",
                    "no-closure");

    /// Every standard of the situation as the definition has them, ticked as met.
    Map<String, Object> opinion(List<String> standards) {
        var verdicts = new LinkedHashMap<String, String>();
        standards.forEach(s -> verdicts.put(s, "met"));
        return Map.of("step", "review", "verdicts", verdicts, "note", "逐项核对");
    }

    String reviewed() {
        return reviewed("zhouqihang");
    }

    /// As {@link #reviewed()}, with another officer as B.
    String reviewed(String b) {
        var no = paired("p-" + b);
        done("limin", no, "give-opinion", opinion(STANDARDS));
        done(b, no, "give-opinion", opinion(STANDARDS));
        return no;
    }

    static Map<String, Object> inspection(String... inspectors) {
        var measured =
                Map.of(
                        "planned-area",
                        "150",
                        "planned-area-per-seat",
                        "3",
                        "school-distance",
                        "320");
        var verdicts = new LinkedHashMap<String, String>();
        measured.keySet().forEach(k -> verdicts.put(k, "met"));
        return Map.of(
                "step",
                "inspect",
                "inspectors",
                List.of(inspectors),
                "verdicts",
                verdicts,
                "measured",
                measured,
                "report",
                "持证到场，实地测量",
                "position",
                "30.274100, 120.155100 ±12");
    }

    String inspectionRecorded(String no) {
        done("zhaojun", no, "record-inspection", inspection("p-zhaojun", "p-limin"));
        return no;
    }

    String toSection() {
        return toSection(reviewed());
    }

    String toSection(String reviewed) {
        var no = inspectionRecorded(reviewed);
        done("limin", no, "sign-inspection", Map.of("step", "inspect"));
        done(
                "limin",
                no,
                "tell-parties",
                Map.of("step", "tell-parties", "parties", "", "manner", "经核实无利害关系人"));
        return no;
    }

    /// Minutes of a meeting: everybody present in the order given, all of one mind.
    static Map<String, Object> minutes(
            String step, String chair, List<String> present, boolean agree) {
        var order = new LinkedHashMap<String, Integer>();
        var statements = new LinkedHashMap<String, String>();
        var ballots = new LinkedHashMap<String, String>();
        for (var person : present) {
            order.put(person, order.size() + 1);
            statements.put(person, "发言");
            ballots.put(person, agree ? "for" : "against");
        }
        return Map.of(
                "step", step,
                "chair", chair,
                "present", present,
                "order", order,
                "statements", statements,
                "ballots", ballots,
                "agreed", agree ? "yes" : "no",
                "dissent", agree ? "" : "不符合条件",
                "summary", "会议纪要");
    }

    static final List<String> SECTION =
            List.of("p-limin", "p-zhouqihang", "p-luosiyuan", "p-wangli");
    static final List<String> JOINT =
            List.of("p-wangli", "p-hejingyi", "p-gaojianye", "p-linshufen", "p-chenyuanshan");

    String toJoint() {
        return toJoint(toSection());
    }

    private String toJoint(String no) {
        done(
                "luosiyuan",
                no,
                "record-meeting",
                minutes("section-meeting", "p-wangli", SECTION, true));
        done("wangli", no, "sign-minutes", Map.of("step", "section-meeting"));
        return no;
    }

    String toDecide(boolean agree) {
        return toDecide(reviewed(), agree);
    }

    /// On from a case whose review is done.
    String toDecide(String reviewed, boolean agree) {
        var no = toJoint(toSection(reviewed));
        done(
                "hejingyi",
                no,
                "record-meeting",
                minutes("joint-review", "p-chenyuanshan", JOINT, agree));
        done("chenyuanshan", no, "sign-minutes", Map.of("step", "joint-review"));
        return no;
    }

    static final Map<String, String> SERVED =
            Map.of(
                    "step", "serve",
                    "manner", "direct",
                    "recipient", "苏远航",
                    "proof", "送达回证");

    static Map<String, Object> decision(boolean grant) {
        return grant
                ? Map.of("step", "decide", "grant", "yes", "reasons", "符合法定条件")
                : Map.of(
                        "step",
                        "decide",
                        "grant",
                        "no",
                        "unmet",
                        List.of("school-distance"),
                        "reasons",
                        "不符合法定条件");
    }
}
