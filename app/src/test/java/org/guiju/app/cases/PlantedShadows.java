package org.guiju.app.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.guiju.kernel.calendar.WorkCalendar;

/// 200 cases of a police system, as its sheet would have them: some clean, some each with one fault that is known.
final class PlantedShadows {
    static final List<String> COLUMNS =
            List.of("业务号", "序号", "业务", "类别", "动作", "何时", "何时收件", "何时录入", "何人", "结论");
    static final String POWER = "GA-WB-01";
    private static final int EACH = 7;
    private static final int ALL = 200;

    private final WorkCalendar calendar;
    private final Random random;
    private final List<Planted> cases = new ArrayList<>();

    PlantedShadows(long seed, WorkCalendar calendar, LocalDate delivered) {
        this.calendar = calendar;
        this.random = new Random(seed);
        var faults = new ArrayList<Fault>();
        for (var fault : Fault.values()) {
            for (int i = 0; fault != Fault.CLEAN && i < EACH; i++) {
                faults.add(fault);
            }
        }
        while (faults.size() < ALL) {
            faults.add(Fault.CLEAN);
        }
        Collections.shuffle(faults, random);
        for (int i = 0; i < faults.size(); i++) {
            cases.add(
                    planted(
                            "GA%s-%03d".formatted(Long.toHexString(seed), i + 1),
                            faults.get(i),
                            delivered));
        }
    }

    /// 埋设的问题, with the rules whose cards have to count, and no others.
    enum Fault {
        CLEAN,
        REVIEWED_AFTERWARDS("LS-03"),
        NEVER_REVIEWED("LS-03"),
        REVIEWER_DECIDES("LS-04"),
        WINDOW_REVIEWS("LS-04"),
        INSPECTED_AFTER_THE_MEETING("LS-05"),
        NEVER_ACCEPTED("LS-06"),
        ONE_INSPECTOR("LS-07"),
        NO_PUBLICITY("LS-08"),
        NOT_SERVED("LS-09", "GJ-E4"),
        PAUSED_FOR_NOTHING("LS-10"),
        TWO_DECISIONS("LS-11"),
        ENTERED_LATE("LS-12"),
        DATED_AHEAD("LS-13"),
        PROMISE_MISSED("GJ-P2"),
        STATUTE_MISSED("GJ-S2"),
        ANSWERED_LATE("GJ-E4"),
        NOT_IN_FORCE("LS-01");

        final Set<String> rules;

        Fault(String... rules) {
            this.rules = Set.of(rules);
        }
    }

    /// 一件.
    record Planted(String no, Fault fault, List<Map<String, String>> rows) {}

    List<Planted> all() {
        return List.copyOf(cases);
    }

    /// The sheet; rows of all cases among each other in any order.
    String csv() {
        var lines = new ArrayList<String>();
        for (var c : cases) {
            for (var row : c.rows()) {
                lines.add(line(row));
            }
        }
        Collections.shuffle(lines, random);
        return String.join(",", COLUMNS) + "\r\n" + String.join("\r\n", lines) + "\r\n";
    }

    static String line(Map<String, String> row) {
        return String.join(",", COLUMNS.stream().map(c -> row.getOrDefault(c, "")).toList());
    }

    private LocalDate plus(LocalDate day, int n) {
        return n == 0 ? day : calendar.plusWorkingDays(day, n);
    }

    private Planted planted(String no, Fault fault, LocalDate delivered) {
        var first =
                fault == Fault.NOT_IN_FORCE ? LocalDate.of(2003, 3, 3) : LocalDate.of(2026, 3, 2);
        var d0 = plus(first, random.nextInt(60));
        int days = fault == Fault.PROMISE_MISSED ? 12 : fault == Fault.STATUTE_MISSED ? 22 : 9;
        var at = new LinkedHashMap<String, LocalDate>();
        int accepted = fault == Fault.ANSWERED_LATE ? 6 : 0;
        if (accepted > 0) {
            days = 10;
        }
        at.put("收件受理", plus(d0, accepted));
        at.put("审核", plus(d0, accepted + 1));
        at.put("现场勘验", plus(d0, accepted + 2));
        at.put("告知邻居", plus(d0, accepted + 2));
        at.put("科室会", plus(d0, days - 1));
        at.put("会审", plus(d0, days - 1));
        at.put("签批", plus(d0, days));
        at.put("送交", plus(d0, days + 1));
        at.put("张榜", plus(d0, days + 7));
        at.put("归卷", plus(d0, days + 8));
        move(fault, at, delivered);
        var rows = new ArrayList<Map<String, String>>();
        at.forEach((what, day) -> rows.add(row(no, rows.size() + 1, what, day)));
        rows.getFirst().put("何时收件", fault == Fault.NEVER_ACCEPTED ? "" : d0.toString());
        spoil(fault, rows);
        return new Planted(no, fault, rows);
    }

    private void move(Fault fault, Map<String, LocalDate> at, LocalDate delivered) {
        switch (fault) {
            case REVIEWED_AFTERWARDS -> at.put("审核", plus(at.getOrDefault("签批", delivered), 2));
            case NEVER_REVIEWED -> at.remove("审核");
            case INSPECTED_AFTER_THE_MEETING -> {
                at.put("科室会", plus(at.getOrDefault("审核", delivered), 4));
                at.put("现场勘验", plus(at.getOrDefault("审核", delivered), 6));
            }
            case NEVER_ACCEPTED -> at.remove("收件受理");
            case NO_PUBLICITY -> at.remove("张榜");
            case NOT_SERVED -> at.remove("送交");
            case DATED_AHEAD -> at.put("归卷", delivered.plusDays(9));
            default -> {}
        }
    }

    private Map<String, String> row(String no, int n, String what, LocalDate day) {
        var row = new LinkedHashMap<String, String>();
        row.put("业务号", no);
        row.put("序号", no + "/" + n);
        row.put("业务", POWER);
        row.put("类别", "设立");
        row.put("动作", what);
        row.put("何时", random.nextBoolean() ? day.toString() : day.toString().replace('-', '/'));
        row.put("何时录入", day.toString());
        row.put(
                "何人",
                switch (what) {
                    case "收件受理", "送交" -> "窗口秦";
                    case "审核" -> "审甲、审乙";
                    case "现场勘验" -> "勘丙、勘丁";
                    case "告知邻居" -> "审甲";
                    case "签批" -> "局长戊";
                    case "归卷" -> "档案己";
                    default -> "";
                });
        row.put("结论", what.equals("签批") ? "同意" : "");
        return row;
    }

    private void spoil(Fault fault, List<Map<String, String>> rows) {
        switch (fault) {
            case REVIEWER_DECIDES -> of(rows, "签批").put("何人", "审甲");
            case WINDOW_REVIEWS -> of(rows, "审核").put("何人", "审甲、窗口秦");
            case ONE_INSPECTOR -> of(rows, "现场勘验").put("何人", "勘丙");
            case PAUSED_FOR_NOTHING -> {
                var paused = new LinkedHashMap<>(of(rows, "审核"));
                paused.put("动作", "中止");
                paused.put("序号", paused.get("序号") + "z");
                rows.add(paused);
            }
            case TWO_DECISIONS -> {
                var second = new LinkedHashMap<>(of(rows, "签批"));
                second.put("结论", "不同意");
                second.put("序号", second.get("序号") + "b");
                rows.add(second);
            }
            case ENTERED_LATE -> {
                var late = of(rows, "送交");
                var day = LocalDate.parse(late.getOrDefault("何时", "").replace('/', '-'));
                late.put("何时录入", plus(day, 2).toString());
            }
            default -> {}
        }
    }

    private static Map<String, String> of(List<Map<String, String>> rows, String what) {
        return rows.stream().filter(r -> what.equals(r.get("动作"))).findFirst().orElseThrow();
    }
}
