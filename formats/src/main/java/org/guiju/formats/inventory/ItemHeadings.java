package org.guiju.formats.inventory;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiju.formats.tables.Headings;
import org.guiju.formats.tables.TableException;
import org.guiju.formats.tables.TableProblem;
import org.guiju.kernel.powers.inventory.ItemColumn;

/// 列名对照: under which headings lists print what the inventory reads. A plain word (部门, 名称) counts only where the
/// sheet has no exacter one, because lists often have both and mean two things.
final class ItemHeadings {
    private static final Map<ItemColumn, List<String>> EXACT =
            new EnumMap<>(
                    Map.ofEntries(
                            entry(
                                    ItemColumn.NAME,
                                    List.of(
                                            "事项名称",
                                            "权力名称",
                                            "职权名称",
                                            "权责事项名称",
                                            "实施事项名称",
                                            "item_name")),
                            entry(
                                    ItemColumn.CODE,
                                    List.of(
                                            "实施编码",
                                            "事项编码",
                                            "事项代码",
                                            "权力编码",
                                            "职权编码",
                                            "实施清单编码",
                                            "item_code")),
                            entry(
                                    ItemColumn.KIND,
                                    List.of(
                                            "权力类型",
                                            "事项类型",
                                            "职权类型",
                                            "权力类别",
                                            "职权类别",
                                            "事项类别",
                                            "power_type")),
                            entry(
                                    ItemColumn.DEPARTMENT,
                                    List.of("实施主体", "实施主体名称", "实施机关", "行使主体", "department")),
                            entry(ItemColumn.MAIN_ITEM, List.of("主项名称", "主项", "main_item")),
                            entry(ItemColumn.BASIC_CODE, List.of("基本编码", "basic_code")),
                            entry(
                                    ItemColumn.BODY_CODE,
                                    List.of(
                                            "实施主体编码",
                                            "实施主体代码",
                                            "实施主体统一社会信用代码",
                                            "统一社会信用代码",
                                            "org_code18")),
                            entry(ItemColumn.DEPARTMENT_CODE, List.of("部门编码", "部门代码", "dept_code")),
                            entry(
                                    ItemColumn.KIND_NUMBER,
                                    List.of("事项类型代码", "事项类型编码", "类型代码", "task_type"))));

    private static final Map<ItemColumn, List<String>> PLAIN =
            new EnumMap<>(
                    Map.of(
                            ItemColumn.NAME, List.of("项目名称", "名称", "name"),
                            ItemColumn.CODE, List.of("项目编码", "编码", "code"),
                            ItemColumn.KIND, List.of("类型", "类别", "kind"),
                            ItemColumn.DEPARTMENT,
                                    List.of("实施部门", "责任部门", "部门名称", "部门", "单位", "organ")));

    private ItemHeadings() {}

    static Headings known() {
        var names = new HashSet<String>();
        EXACT.values().forEach(names::addAll);
        PLAIN.values().forEach(names::addAll);
        return Headings.of(names, examples());
    }

    private static List<String> examples() {
        var names = new ArrayList<String>();
        for (var column : ItemColumn.values()) {
            if (column.required()) {
                names.add(first(column));
            }
        }
        return names;
    }

    private static String first(ItemColumn column) {
        return EXACT.getOrDefault(column, List.of("")).getFirst();
    }

    /// Column → its place in the sheet.
    static Map<ItemColumn, Integer> map(List<String> headings, int headerRow) {
        var places = new LinkedHashMap<ItemColumn, Integer>();
        var missing = new ArrayList<ItemColumn>();
        for (var column : ItemColumn.values()) {
            var exact = places(headings, EXACT.getOrDefault(column, List.of()));
            var found =
                    exact.isEmpty()
                            ? firstOf(headings, PLAIN.getOrDefault(column, List.of()))
                            : exact;
            if (found.size() > 1) {
                throw duplicate(column, headings, found, headerRow);
            }
            if (!found.isEmpty()) {
                places.put(column, found.getFirst());
            } else if (column.required()) {
                missing.add(column);
            }
        }
        if (!missing.isEmpty()) {
            throw missing(missing, headerRow);
        }
        return Collections.unmodifiableMap(places);
    }

    private static List<Integer> places(List<String> headings, List<String> names) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < headings.size(); i++) {
            var heading = Headings.normal(headings.get(i));
            if (names.stream().map(Headings::normal).anyMatch(heading::equals)) {
                found.add(i);
            }
        }
        return found;
    }

    /// Plain words in order of exactness.
    private static List<Integer> firstOf(List<String> headings, List<String> names) {
        return names.stream()
                .map(name -> places(headings, List.of(name)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static TableException duplicate(
            ItemColumn column, List<String> headings, List<Integer> found, int row) {
        return new TableException(
                TableProblem.HEADER_DUPLICATE,
                Map.of(
                        "row", String.valueOf(row),
                        "name", first(column),
                        "column",
                                found.stream()
                                        .map(headings::get)
                                        .collect(Collectors.joining("、"))));
    }

    private static TableException missing(List<ItemColumn> missing, int row) {
        return new TableException(
                TableProblem.COLUMNS_MISSING,
                Map.of(
                        "row", String.valueOf(row),
                        "missing",
                                missing.stream()
                                        .map(ItemHeadings::first)
                                        .collect(Collectors.joining("、")),
                        "expected",
                                missing.stream()
                                        .map(c ->
                                                String.join(
                                                        " / ", EXACT.getOrDefault(c, List.of())))
                                        .collect(Collectors.joining("；"))));
    }
}
