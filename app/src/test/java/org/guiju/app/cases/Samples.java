package org.guiju.app.cases;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Real things of the demonstration to put into an address: a case of the culture bureau just received, its power, its lists, a meeting …
/// Where there is none, a number that nothing has.
final class Samples {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)}");
    private static final String NOTHING = "00000000-0000-4000-8000-000000000000";

    private final Map<String, String> values = new HashMap<>();

    /// Where a number that bears a year is looked up: whoever shows it, and what it looks like; the smallest is the demonstration's.
    interface Shown {
        String first(String username, String path, String pattern) throws Exception;
    }

    /// @param year in which the demonstration began
    Samples(String caseNo, int year, Shown shown) throws Exception {
        var meeting = shown.first("linshufen", "/meetings", "M\\d{4}-\\d{4}");
        var matter = shown.first("chenyuanshan", "/matters", "S\\d{4}-\\d{4}");
        var decision = shown.first("", "/decisions", "S\\d{4}-\\d{4}");
        values.put("no", caseNo);
        values.put("/meetings/{id}/items/{no}", "1");
        values.put("organ", "qinglan-culture");
        // Long before the county began, so that no test hands over its volumes.
        values.put("quarter", (year - 9) + "Q3");
        values.put(
                "campaign",
                shown.first(
                        "zhengwenbo", "/catalog/clearing", "(?<=/catalog/clearing/)\\d{4}-\\d{2}"));
        values.put("code", Api.POWER);
        values.put("/catalog/standards", "QL-CG-CL-0001");
        values.put("/standards", "QL-CG-CL-0001");
        values.put("/api/v1/discretion", "QL-CG-CL-0001");
        values.put("/catalog/superior", "1J-5100-00019");
        values.put("version", "1");
        values.put("from", "1");
        values.put("to", "1");
        values.put("number", "1");
        var licence = shown.first("limin", "/desk/licences", "WLXK0013-\\d{4}-\\d{4}");
        for (var under : List.of("", "/desk", "/api/v1", "/api/v1/public")) {
            values.put(under + "/licences/{number}", licence);
        }
        values.put("/desk/licences/{number}/{act}", "cancel");
        values.put("/api/v1/licences/{number}/commands/{act}", "cancel");
        values.put("power", Api.POWER);
        values.put("delivery", NOTHING);
        values.put("table", "M_APPLY");
        values.put("seq", "1");
        values.put("year", Integer.toString(year));
        values.put("form", "csv");
        values.put("kind", "negative");
        values.put("/powers/{code}/{kind}", "flow");
        values.put("draw", shown.first("", "/draws", "(?<=/draws/)\\d{4}-\\d{3}"));
        values.put("matter", matter);
        values.put("id", NOTHING);
        values.put("/meetings/{id}", meeting);
        values.put("/api/v1/meetings/{id}", meeting);
        values.put("/matters/{id}", matter);
        values.put("/api/v1/matters/{id}", matter);
        values.put("/decisions/{id}", decision);
        values.put("/api/v1/public/decisions/{id}", decision);
        values.put("/catalog/clearing/{campaign}/{organ}/items/{id}", "0001");
        values.put("first", "文凭000001");
        values.put("name", "freeze");
        values.put("/laws/{name}", "行政许可法");
        values.put("/catalog/laws/law/{name}", "行政许可法");
        values.put("/api/v1/cases/{no}/commands/{name}", "accept");
        values.put("edition", "1");
        values.put("person", "p-shenruoxi");
        values.put("token", "0".repeat(32));
        values.put("feed", "0".repeat(43));
        values.put("/desk/window/{act}", "copy");
        values.put("/api/v1/window/{act}", "copy");
        values.put("/desk/window/items/{no}", "W2026-99999");
        values.put("/api/v1/window/items/{no}", "W2026-99999");
        values.put("/desk/window/items/{no}/{act}", "answer");
        values.put("/api/v1/window/items/{no}/{act}", "answer");
        values.put("act", "accept");
        values.put("/matters/book/{act}", "scope");
        values.put("/desk/cases/{no}/fee/{act}", "charge");
        values.put("/api/v1/cases/{no}/fee/commands/{act}", "charge");
        values.put("/api/v1/matters/book/{act}", "scope");
        values.put("/administration/{act}", "unlock");
        values.put("/api/v1/administration/commands/{act}", "unlock");
        values.put("step", "review");
        values.put("ref", NOTHING);
        values.put("section", "applicant");
        values.put("digest", "0".repeat(64));
        values.put("path", "0/000");
    }

    /// The address with its variables filled in; the longest beginning of the pattern that has a value of its own goes before the name.
    String address(String pattern) {
        var address = new StringBuilder();
        var matcher = VARIABLE.matcher(pattern);
        while (matcher.find()) {
            matcher.appendReplacement(
                    address,
                    URLEncoder.encode(
                                    value(pattern, matcher.end(), matcher.group(1)),
                                    StandardCharsets.UTF_8)
                            .replace("%2F", "/"));
        }
        return matcher.appendTail(address).toString();
    }

    private String value(String pattern, int end, String name) {
        for (int to = end; to > 0; to = pattern.lastIndexOf('/', to - 1)) {
            var own = values.get(pattern.substring(0, to));
            // What stands under a folder alone is for its codes.
            if (own != null && (to == end || name.equals("code"))) {
                return own;
            }
        }
        var own = values.get(name);
        if (own == null) {
            throw new AssertionError(
                    "say in Samples what " + name + " of " + pattern + " stands for");
        }
        return own;
    }
}
