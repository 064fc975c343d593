package org.guiju.app.linesystems.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.linesystems.ElementList;
import org.guiju.formats.linesystems.ElementList.Gap;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.linesystems.ReportElements;
import org.guiju.kernel.powers.Channel;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// 报送要素: our own cases as accept, course and result in the elements of the provincial form. What the cases do not say is left empty and
/// listed; nothing is made up. The applicant stands as our lists show him.
@Service
public class ReportDesk {
    private static final int PAGE = 100;

    /// Codes of the province's own tables: done, closed.
    private static final String DONE = "C";

    private final CaseQuery cases;
    private final CaseDesk desk;
    private final Allocation allocation;

    ReportDesk(CaseQuery cases, CaseDesk desk, Allocation allocation) {
        this.cases = cases;
        this.desk = desk;
        this.allocation = allocation;
    }

    /// 报送件.
    ///
    /// @param tables rows by table, each by column
    /// @param gaps what the list of elements asks for and the rows do not say
    public record Report(Map<String, List<Map<String, String>>> tables, List<Gap> gaps) {
        /// The columns of a table: its elements, and two of our own.
        public static List<String> columns(String table) {
            var columns =
                    ElementList.of(table).stream()
                            .map(ElementList.Element::column)
                            .collect(Collectors.toCollection(ArrayList::new));
            columns.add(ReportElements.SITUATION);
            columns.add(ReportElements.OUTCOME);
            return columns;
        }

        public List<Map<String, String>> rows(String table) {
            return tables.getOrDefault(table, List.of());
        }
    }

    /// Cases of the organ received in the span, both ends included.
    public Report report(OrganId organ, LocalDate from, LocalDate until) {
        var tables = new LinkedHashMap<String, List<Map<String, String>>>();
        ElementList.TABLES.forEach(t -> tables.put(t, new ArrayList<>()));
        for (int page = 1; ; page++) {
            var found = cases.find(new CaseQuery.Filter("", "", organ.value(), "", page, PAGE));
            found.rows().stream()
                    .filter(r -> !r.receivedOn().isBefore(from) && !r.receivedOn().isAfter(until))
                    .forEach(r -> desk.file(r.caseId()).ifPresent(f -> one(tables, r, f)));
            if ((long) page * PAGE >= found.total()) {
                break;
            }
        }
        var gaps = new ArrayList<Gap>();
        tables.forEach((table, rows) -> {
            for (int i = 0; i < rows.size(); i++) {
                gaps.addAll(ElementList.check(table, i + 1, rows.get(i)));
            }
        });
        return new Report(tables, gaps);
    }

    private void one(Map<String, List<Map<String, String>>> tables, CaseRow row, CaseFile file) {
        var kind = file.situation().onApplication() ? "M_APPLY" : "M_PUNISH";
        add(tables, kind, accept(row, file));
        course(row, file).forEach(r -> add(tables, kind + "PROCESS", r));
        if (row.closedOn() != null) {
            add(tables, kind + "RESULT", result(row, file));
        }
    }

    private static void add(
            Map<String, List<Map<String, String>>> tables, String table, Map<String, String> row) {
        tables.computeIfAbsent(table, _ -> new ArrayList<>()).add(row);
    }

    private static Map<String, String> head(CaseRow row, String no) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("NO", no);
        cells.put("CHANG_NO", "1");
        cells.put("ORG_ID", row.organ());
        cells.put("INTERNAL_NO", row.no());
        cells.put("ITEM_ID", row.power());
        cells.put(ReportElements.SITUATION, row.situation());
        return cells;
    }

    private static void dates(
            Map<String, String> cells, CaseFile.Trace first, CaseFile.Trace last) {
        cells.put("CREATE_DATE", moment(first));
        cells.put("UPDATE_DATE", moment(last));
    }

    private static String moment(CaseFile.Trace trace) {
        return trace.entry()
                .at()
                .atZone(OfficialClock.ZONE)
                .toLocalDateTime()
                .withNano(0)
                .toString()
                .replace('T', ' ');
    }

    private Map<String, String> accept(CaseRow row, CaseFile file) {
        var cells = head(row, row.no());
        var name = file.definition().matter().zh() + " · " + file.situation().name().zh();
        cells.put("DEPARTMENT", file.definition().section());
        cells.put("TRANSACT_AFFAIR_NAME", name);
        cells.put("CONTENT", name);
        cells.put("APPLY_WAY", way(row.channel()));
        cells.put("APPLICANT_NAME", row.applicantMasked());
        cells.put("PUNISH_TARGET", row.applicantMasked());
        promise(cells, file.situation().limits().promise().limit());
        cells.put("APPLY_DATE", row.receivedOn().toString());
        dates(cells, file.traces().getFirst(), file.traces().getLast());
        return cells;
    }

    /// 申请方式 by the province's table: 0 in person, 1 online, 7 otherwise.
    private static String way(String channel) {
        return channel.equals(Channel.ONLINE.code())
                ? "1"
                : channel.equals("window") || channel.equals("hall") ? "0" : "7";
    }

    private static void promise(Map<String, String> cells, @Nullable Limit limit) {
        if (limit != null) {
            cells.put("PROMISE", Integer.toString(limit.n()));
            cells.put(
                    "PROMISE_TYPE",
                    switch (limit.unit()) {
                        case CALENDAR_DAY -> "0";
                        case WORKING_DAY -> "1";
                        case MONTH -> "2";
                    });
        }
    }

    private List<Map<String, String>> course(CaseRow row, CaseFile file) {
        var rows = new ArrayList<Map<String, String>>();
        var acting = new LinkedHashMap<String, Set<String>>();
        var opened = new LinkedHashMap<String, LocalDate>();
        for (var trace : file.traces()) {
            var by = trace.entry().by();
            var step = trace.entry().text("step");
            if (allocation.officer(new PersonId(by)).isPresent()
                    && !step.isEmpty()
                    && !(trace.event() instanceof CaseEvent.StepOpened)) {
                acting.computeIfAbsent(step, _ -> new LinkedHashSet<>()).add(by);
            }
            switch (trace.event()) {
                case CaseEvent.StepOpened e -> opened.put(e.step(), e.on());
                case CaseEvent.StepClosed e ->
                        rows.add(
                                step(
                                        row,
                                        file,
                                        trace,
                                        e,
                                        rows.size() + 1,
                                        opened.getOrDefault(e.step(), e.on()),
                                        acting.getOrDefault(e.step(), Set.of())));
                default -> {}
            }
        }
        return rows;
    }

    private Map<String, String> step(
            CaseRow row,
            CaseFile file,
            CaseFile.Trace trace,
            CaseEvent.StepClosed closed,
            int n,
            LocalDate opened,
            Set<String> officers) {
        var cells = head(row, row.no() + "-" + n);
        var step = file.situation().step(closed.step());
        cells.put("NO_ORD", Integer.toString(n));
        cells.put("TACHE_ID", closed.step());
        step.ifPresent(s -> cells.put("TACHE_NAME", s.name().zh()));
        cells.put("DEPARTMENT", file.definition().section());
        cells.put("USER_STAFF_CODE", String.join("、", officers));
        cells.put(
                "USER_NAME",
                officers.stream()
                        .map(o -> allocation.nameOf(new PersonId(o)))
                        .collect(Collectors.joining("、")));
        cells.put("STATUS", DONE);
        promise(cells, step.map(s -> s.limit()).orElse(null));
        cells.put("BEGIN_DATE", opened.toString());
        cells.put("PROCESS_DATE", closed.on().toString());
        cells.put(ReportElements.OUTCOME, closed.outcome());
        dates(cells, trace, trace);
        return cells;
    }

    private static Map<String, String> result(CaseRow row, CaseFile file) {
        var cells = head(row, row.no());
        cells.put("STATUS", DONE);
        cells.put("FINISH_TIME", String.valueOf(row.closedOn()));
        cells.put("FINISH_DATE", String.valueOf(row.closedOn()));
        cells.put(ReportElements.OUTCOME, row.outcome() == null ? "" : row.outcome());
        var last = file.traces().getLast();
        dates(cells, last, last);
        return cells;
    }
}
