package org.guiju.kernel.linesystems;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.linesystems.Mapping.Layout;

/// 报送要素版式: the provincial form of accept, course and result, by which Guiju writes out its own cases and reads back others'. The
/// built-in mapping of every line system; a clerk's own comes before it.
public final class ReportElements {
    /// The step with which every course begins, whatever its id.
    static final String ACCEPTANCE = "@accepted";

    /// Columns of our own behind the elements.
    public static final String SITUATION = "SITUATION";

    public static final String OUTCOME = "OUTCOME";
    private static final String CASE = "INTERNAL_NO";
    private static final String ITEM = "ITEM_ID";
    private static final Map<Target, String> COMMON =
            Map.of(
                    Target.CASE_NO,
                    CASE,
                    Target.RECORD_NO,
                    "NO",
                    Target.POWER,
                    ITEM,
                    Target.ENTERED,
                    "CREATE_DATE");

    private ReportElements() {}

    /// What the columns are, where they are those of one of the tables.
    public static Optional<Layout> layout(List<String> headings) {
        if (!headings.contains(CASE) || !headings.contains(ITEM)) {
            return Optional.empty();
        }
        if (headings.contains("TACHE_ID")) {
            return Optional.of(
                    layout(
                            headings,
                            Map.of(
                                    Target.STEP, "TACHE_ID",
                                    Target.HAPPENED, "PROCESS_DATE",
                                    Target.OFFICER, "USER_NAME"),
                            Map.of()));
        }
        if (headings.contains("APPLY_DATE")) {
            return Optional.of(
                    layout(
                            headings,
                            Map.of(Target.HAPPENED, "APPLY_DATE"),
                            Map.of(Target.STEP, ShadowRecord.RECEIVED)));
        }
        if (headings.contains("AJ_OCCUR_DATE")) {
            // The day of the offence is no act of the office.
            return Optional.of(
                    layout(
                            headings,
                            Map.of(Target.HAPPENED, "CREATE_DATE"),
                            Map.of(Target.STEP, ShadowRecord.OTHER)));
        }
        if (headings.contains("FINISH_TIME") || headings.contains("FINISH_DATE")) {
            var day = headings.contains("FINISH_TIME") ? "FINISH_TIME" : "FINISH_DATE";
            return Optional.of(
                    layout(
                            headings,
                            Map.of(Target.HAPPENED, day),
                            Map.of(Target.STEP, ShadowRecord.CLOSED)));
        }
        return Optional.empty();
    }

    private static Layout layout(
            List<String> headings, Map<Target, String> own, Map<Target, String> fixed) {
        var columns = new java.util.EnumMap<Target, String>(Target.class);
        columns.putAll(COMMON);
        columns.putAll(own);
        // The form knows neither situation nor outcome; what Guiju writes has two columns more.
        columns.put(Target.SITUATION, SITUATION);
        columns.put(Target.OUTCOME, OUTCOME);
        columns.values().removeIf(c -> !headings.contains(c));
        return new Layout(headings, columns, fixed);
    }
}
