package org.guiju.formats.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Every shipped paper, filled as an office would fill it.
final class SamplePapers {
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z0-9._-]+)(?:\\|([a-z]+))?}");
    private static final Pattern CONDITION = Pattern.compile("(?:when|each): ([!a-zA-Z0-9._-]+)");
    private static final String FACTS =
            "2026年11月2日，执法人员在春山路10号检查时发现，当事人未经市政工程行政主管部门批准，擅自占用人行道堆放砂石、水泥等建筑材料，占用面积经测量为40平方米（长10米、宽4米），占用时间自2026年10月28日起。"
                    + "以上事实有现场检查笔录、现场照片、询问笔录和测量记录等证据证实。";
    private static final String REASONS =
            "当事人占用面积较大，经责令限期改正后逾期未改正，但能够配合调查，综合考虑违法行为的事实、性质、情节和社会危害程度，按照裁量基准给予处罚。";
    private static final Map<String, String> SAMPLES =
            Map.ofEntries(
                    Map.entry("applicant", "青岚县顺达建材经营部"),
                    Map.entry("no", "2026-0117"),
                    Map.entry("matter", "擅自占用城市道路"),
                    Map.entry("situation", "普通程序"),
                    Map.entry("organ", "青岚县城市管理局"),
                    Map.entry("facts", FACTS),
                    Map.entry("reasons", REASONS),
                    Map.entry("report", FACTS),
                    Map.entry("fine", "800000"),
                    Map.entry("rest", "816000"),
                    Map.entry("violation", "擅自占用或者挖掘城市道路"),
                    Map.entry("forbids", "《城市道路管理条例》第二十七条第一项"),
                    Map.entry("law", "《城市道路管理条例》第四十二条"),
                    Map.entry("grade", "较重"),
                    Map.entry("within", "60日"),
                    Map.entry("to", "青岚县人民政府"),
                    Map.entry("act", "申请行政复议"),
                    Map.entry("payment_code", "3308 9926 0000 0017"),
                    Map.entry("correction", "七日内拆除围挡，恢复路面"),
                    Map.entry("statement", "同意。材料齐全，场所面积、间距符合要求。"));

    private SamplePapers() {}

    static Paper of(PaperTemplate template) {
        var texts = new HashMap<String, String>();
        for (var keys :
                List.of(PLACE.matcher(template.text()), CONDITION.matcher(template.text()))) {
            while (keys.find()) {
                var key = keys.group(1).replace("!", "");
                var filter = keys.groupCount() > 1 && keys.group(2) != null ? keys.group(2) : "";
                texts.merge(key, sample(key, filter), (a, b) -> a);
            }
        }
        var entries = List.of(Map.copyOf(withIt(texts, "甲")), Map.copyOf(withIt(texts, "乙")));
        var lists = new HashMap<String, List<Map<String, String>>>();
        var each = Pattern.compile("each: ([a-zA-Z0-9._-]+)").matcher(template.text());
        while (each.find()) {
            lists.put(each.group(1), entries);
        }
        return TemplateFiller.fill(
                template,
                new TemplateFiller.Facts(texts, lists, (_, value) -> value),
                "青岚县城市管理局",
                "青城管" + template.word() + "〔2026〕17号",
                "https://qinglan.example/verify/documents/7f3a0c1e-5a52-4f0e-9d68-0a4a0d1c2b3e",
                "青岚县城市管理局行政执法专用章");
    }

    private static Map<String, String> withIt(Map<String, String> texts, String it) {
        var entry = new HashMap<String, String>();
        for (var key :
                List.of(
                        "it",
                        "name",
                        "number",
                        "statement",
                        "standard",
                        "verdict",
                        "measured",
                        "within",
                        "to",
                        "act")) {
            entry.put(key, texts.getOrDefault(key, it));
        }
        return entry;
    }

    private static String sample(String key, String filter) {
        if ("date".equals(filter)) {
            return "2026年11月22日";
        }
        var last = key.substring(key.lastIndexOf('.') + 1);
        if (filter.startsWith("person")) {
            return filter.equals("persons") ? "曹扬、邓凯" : "曹扬";
        }
        if ("yuan".equals(filter) || "capitals".equals(filter)) {
            return "8000";
        }
        return SAMPLES.getOrDefault(last, "已按规定办理");
    }

    /// The same paper with a page of proof behind it.
    static Paper proved(Paper paper) {
        return paper.proved(
                new Paper.Proof(
                        "https://qinglan.example/v#" + "A-_0".repeat(340),
                        "https://qinglan.example/verify",
                        "ledger.qinglan.example/330899/2026",
                        31_415,
                        92_653,
                        "ufOIyu29KWAfbyuqj5q3D9oOQ4RcJQq0q5v3vC5jVQs=",
                        "3s6TqgmzB4sUU4m0pV2lC8q2Q6sWmJ3v5M2qPzqBZfA=",
                        List.of(
                                "archives，2026-11-22 09:00:00",
                                "county-court，2026-11-22 09:00:01")));
    }
}
