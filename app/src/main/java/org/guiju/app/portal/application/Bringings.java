package org.guiju.app.portal.application;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.guiju.app.cases.application.BringingInput;
import org.guiju.app.cases.application.Drafts;
import org.guiju.kernel.cases.Bringing;
import org.guiju.kernel.cases.Filing;

/// 来件方式 in a draft: kept among its answers under names that no field of a form can have.
public final class Bringings {
    /// The section, and the material of the mandate.
    public static final String SECTION = "~bringing";

    private static final String MARK = "~b.";
    private static final Set<String> FIELDS =
            Set.of(
                    "way",
                    "agent",
                    "document",
                    "scope-apply",
                    "scope-withdraw",
                    "scope-receive",
                    "mandateFrom",
                    "mandateUntil");
    private static final int LONGEST = 200;

    private Bringings() {}

    /// What was posted, as the draft keeps it.
    public static Map<String, String> kept(Map<String, String> form) {
        var kept = new LinkedHashMap<String, String>();
        for (var field : FIELDS) {
            var typed = form.getOrDefault(field, "");
            if (!typed.isBlank() && typed.length() <= LONGEST) {
                kept.put(MARK + field, typed);
            }
        }
        return kept;
    }

    public static Set<String> names() {
        var names = new TreeSet<String>();
        FIELDS.forEach(f -> names.add(MARK + f));
        return names;
    }

    public static BringingInput input(Drafts.Content content) {
        return new BringingInput(
                f -> FIELDS.contains(f) ? content.answers().getOrDefault(MARK + f, "") : "", true);
    }

    public static boolean agent(Drafts.Content content) {
        return input(content).way() == Bringing.Way.AGENT;
    }

    /// The mandate as it was handed in; null where there is none.
    public static @org.jspecify.annotations.Nullable Filing paper(Drafts.Content content) {
        return content.filings().stream()
                .filter(f -> f.material().equals(SECTION))
                .reduce((_, last) -> last)
                .orElse(null);
    }

    /// Whether it can be sent so.
    public static boolean complete(Drafts.Content content) {
        var faults = new java.util.ArrayList<String>();
        input(content).faults(paper(content) != null, (field, _) -> faults.add(field));
        return faults.isEmpty();
    }
}
