package org.guiju.app.cases;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// The penalty on city roads by API, as the officers of the bureau of urban management.
final class Street {
    static final String POWER = "330899-CG-CF-0042";
    static final String COMPANY = "青岚测试建材经营部";
    static final String CITIZEN = "宁静远";
    static final List<String> HEADS = List.of("p-lujianhua", "p-maxiulan", "p-niezhiyuan");
    private final Api api;

    Street(Api api) {
        this.api = api;
    }

    static Map<String, Object> clue(String situation, boolean citizen) {
        return Map.of(
                "power",
                POWER,
                "situation",
                situation,
                "channel",
                "patrol",
                "applicant",
                citizen ? CITIZEN : COMPANY,
                "applicantKind",
                citizen ? "person" : "organisation",
                "answers",
                Map.of("found-at", "环城北路 88 号门前", "found-how", "堆放建材占用人行道约二十平方米", "area", "20"));
    }

    /// Number and query code.
    JsonNode register(String situation, boolean citizen) {
        var answer =
                api.post("caoyang", UUID.randomUUID(), "/api/v1/clues", clue(situation, citizen));
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return answer.body();
    }

    String registered() {
        return register("ordinary", false).path("no").asString();
    }

    static final Map<String, Object> REPORT =
            Map.of("step", "check-clue", "worthFiling", "yes", "report", "经核查属实");
    static final Map<String, Object> CHECK =
            Map.of("step", "check-filing", "passes", "yes", "opinion", "符合立案标准");

    static Map<String, Object> filing(String... investigators) {
        return Map.of(
                "step",
                "file",
                "file",
                "yes",
                "investigators",
                List.of(investigators),
                "reasons",
                "涉嫌擅自占用城市道路");
    }

    static Map<String, Object> evidence(String... officers) {
        return Map.of(
                "step",
                "investigate",
                "officers",
                List.of(officers),
                "type",
                "现场勘验笔录",
                "record",
                "占用人行道二十二平方米");
    }

    static Map<String, Object> sanction(String conduct, String grade, String yuan) {
        return Map.of("violation", conduct, "grade", grade, "fine", yuan, "correction", "三日内清除占用物");
    }

    static Map<String, Object> with(Map<String, ?> one, Map<String, ?> other) {
        var all = new HashMap<String, Object>(one);
        all.putAll(other);
        return all;
    }

    static Map<String, Object> conclusion(Map<String, ?> sanction) {
        return with(
                Map.of(
                        "step",
                        "investigate",
                        "facts",
                        "未经批准占用人行道",
                        "punish",
                        "yes",
                        "reasons",
                        "按裁量基准"),
                sanction);
    }

    String filed() {
        return filed(registered());
    }

    String filed(String no) {
        api.done("caoyang", no, "report-clue", REPORT);
        api.done("jiangning", no, "check-filing", CHECK);
        api.done("lujianhua", no, "file-case", filing("p-caoyang", "p-dengkai"));
        return no;
    }

    /// Concluded and signed with this proposal.
    String proposed(String no, Map<String, ?> sanction) {
        api.done("caoyang", no, "take-evidence", evidence("p-caoyang", "p-dengkai"));
        api.done("caoyang", no, "conclude-investigation", conclusion(sanction));
        api.done("dengkai", no, "sign-report", Map.of("step", "investigate"));
        return no;
    }

    static final Map<String, Object> NOTICE = Map.of("step", "notify", "manner", "直接送达");

    String noticed(String no, Map<String, ?> sanction) {
        proposed(no, sanction);
        api.done("caoyang", no, "notify-penalty", NOTICE);
        return no;
    }

    static final Map<String, Object> REVIEW =
            Map.of("step", "review-law", "passes", "yes", "opinion", "事实清楚，程序合法");

    /// To the committee: nobody answers.
    String reviewed(String no, Map<String, ?> sanction) {
        noticed(no, sanction);
        api.done("caoyang", no, "waive-hearing", Map.of("step", "notify", "party", party(no)));
        api.done("jiangning", no, "review-legality", REVIEW);
        return no;
    }

    String party(String no) {
        var rows = api.get("caoyang", "/api/v1/cases?q=" + no).body().path("rows");
        return rows.path(0).path("applicantMasked").asString().contains("*") ? CITIZEN : COMPANY;
    }

    static Map<String, Object> minutes(Map<String, ?> sanction) {
        var minutes = new LinkedHashMap<>(Api.minutes("committee", "p-niezhiyuan", HEADS, true));
        minutes.putAll(sanction);
        return minutes;
    }

    String resolved(String no, Map<String, ?> sanction) {
        reviewed(no, sanction);
        api.done("panwenjing", no, "record-meeting", minutes(sanction));
        api.done("niezhiyuan", no, "sign-minutes", Map.of("step", "committee"));
        return no;
    }

    static Map<String, Object> decision(Map<String, ?> sanction) {
        return with(Map.of("step", "decide", "result", "punished", "reasons", "违反条例"), sanction);
    }

    static final Map<String, Object> SERVED =
            Map.of("step", "serve", "manner", "direct", "recipient", "当事人", "proof", "送达回证");

    String served(String no, Map<String, ?> sanction) {
        resolved(no, sanction);
        api.done("niezhiyuan", no, "decide-penalty", decision(sanction));
        api.done("dengkai", no, "serve", SERVED);
        return no;
    }

    static Map<String, Object> payment(String yuan) {
        return Map.of("step", "collect", "amount", yuan, "receipt", "回单 1");
    }

    /// A number that caoyang has not used.
    String unusedForm() {
        return api.get("caoyang", "/api/v1/numbered-forms").body().path(0).asString();
    }

    Map<String, Object> onTheSpot(String grade, String yuan, String pad) {
        return with(
                Map.of(
                        "step",
                        "punish",
                        "officers",
                        List.of("p-caoyang", "p-dengkai"),
                        "pad",
                        pad,
                        "place",
                        "环城北路 88 号",
                        "facts",
                        "占道约三平方米",
                        "signed",
                        "yes"),
                sanction("occupy", grade, yuan));
    }
}
