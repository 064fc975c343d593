package org.guiju.kernel.powers.inventory;

import static org.guiju.kernel.powers.inventory.ItemColumn.BASIC_CODE;
import static org.guiju.kernel.powers.inventory.ItemColumn.BODY_CODE;
import static org.guiju.kernel.powers.inventory.ItemColumn.CODE;
import static org.guiju.kernel.powers.inventory.ItemColumn.DEPARTMENT;
import static org.guiju.kernel.powers.inventory.ItemColumn.DEPARTMENT_CODE;
import static org.guiju.kernel.powers.inventory.ItemColumn.KIND;
import static org.guiju.kernel.powers.inventory.ItemColumn.KIND_NUMBER;
import static org.guiju.kernel.powers.inventory.ItemColumn.MAIN_ITEM;
import static org.guiju.kernel.powers.inventory.ItemColumn.NAME;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.inventory.RowCode.Severity;
import org.guiju.kernel.shared.CreditCode;
import org.jspecify.annotations.Nullable;

/// 入库规则: whether a row of a list may enter the inventory, and what is to be said about it. Every rule looks at the
/// row as it was written; nothing is repaired in silence.
public final class InventoryRules {
    /// The longest name among 1,135 real items has 110 characters.
    static final int LONG_NAME = 200;

    static final int LONGEST_NAME = 500;
    static final int LONGEST_CODE = 64;
    private static final int NATIONAL_PARTS = 6;
    private static final Set<String> NO_MAIN_ITEM = Set.of("未分类", "无", "-", "/");
    private static final Pattern CODE_SIGNS = Pattern.compile("[0-9A-Z]([0-9A-Z-]*[0-9A-Z])?");

    private final ItemRow row;
    private final InventoryContext context;
    private final List<RowProblem> found = new ArrayList<>();
    private final String name;
    private final String department;
    private final String code;
    private final CodeScheme scheme;
    private final BodyCode body;

    private InventoryRules(ItemRow row, InventoryContext context) {
        this.row = row;
        this.context = context;
        this.name = Writing.text(row.written(NAME));
        this.department = Writing.text(row.written(DEPARTMENT));
        this.code = Writing.code(row.written(CODE));
        this.scheme = CodeScheme.of(code);
        this.body = BodyCode.in(row, scheme);
    }

    /// The verdict on one row: an item with its flags, or every reason against it. Same row, same context, same verdict.
    public static Checked check(ItemRow row, InventoryContext context) {
        return new InventoryRules(row, context).verdict();
    }

    private Checked verdict() {
        if (row.surplus() > 0) {
            say(NAME, RowCode.ROW_TOO_WIDE, Map.of("surplus", String.valueOf(row.surplus())));
        }
        texts();
        var kind = kind();
        if (code.isEmpty()) {
            say(CODE, RowCode.CODE_MISSING, Map.of());
        } else {
            code();
            body();
            place();
        }
        departmentCode();
        found.sort(Comparator.comparing(RowProblem::code));
        if (kind.isEmpty() || found.stream().anyMatch(p -> p.severity() == Severity.REFUSED)) {
            return new Checked.RefusedRow(row.row(), found);
        }
        return new Checked.Accepted(item(kind.get()), found);
    }

    private void texts() {
        if (name.isEmpty()) {
            say(NAME, RowCode.NAME_MISSING, Map.of());
        } else if (name.length() > LONG_NAME) {
            say(
                    NAME,
                    name.length() > LONGEST_NAME ? RowCode.NAME_TOO_LONG : RowCode.NAME_LONG,
                    Map.of("length", String.valueOf(name.length())));
        }
        if (department.isEmpty()) {
            say(DEPARTMENT, RowCode.DEPARTMENT_MISSING, Map.of());
        }
        for (var column : List.of(NAME, DEPARTMENT, MAIN_ITEM)) {
            var written = row.written(column);
            if (Writing.hasInvisible(written)) {
                say(column, RowCode.CONTROL_CHARACTERS, Map.of("read", Writing.text(written)));
            }
            if (Writing.looksLikeFormula(Writing.text(written))) {
                say(column, RowCode.FORMULA_START, Map.of("value", Writing.text(written)));
            }
        }
    }

    /// The label counts; the letter of the code and the national number are only compared with it.
    private Optional<PowerKind> kind() {
        var written = Writing.text(row.written(KIND));
        if (written.isEmpty()) {
            say(KIND, RowCode.KIND_MISSING, Map.of());
            return Optional.empty();
        }
        var kind = KindWords.ofLabel(written);
        if (kind.isEmpty()) {
            say(KIND, RowCode.KIND_UNKNOWN, Map.of("value", written));
            return kind;
        }
        KindWords.ofCode(code)
                .filter(said -> said != kind.get())
                .ifPresent(said ->
                        say(KIND, RowCode.KIND_LETTER_DIFFERS, kinds(kind.get(), said, code)));
        var number = Writing.code(row.written(KIND_NUMBER));
        KindWords.ofNumber(number)
                .filter(said -> said != kind.get())
                .ifPresent(said ->
                        say(
                                KIND_NUMBER,
                                RowCode.KIND_NUMBER_DIFFERS,
                                kinds(kind.get(), said, number)));
        return kind;
    }

    private static Map<String, String> kinds(PowerKind label, PowerKind said, String value) {
        return Map.of("label", label.zh(), "read", said.zh(), "value", value);
    }

    private void code() {
        var written = Writing.strip(row.written(CODE));
        if (Writing.isScientific(code)) {
            say(CODE, RowCode.CODE_BECAME_NUMBER, Map.of("value", written));
            return;
        }
        boolean signs = scheme == CodeScheme.ZHEJIANG || CODE_SIGNS.matcher(code).matches();
        if (!signs || code.length() > LONGEST_CODE) {
            say(CODE, RowCode.CODE_CHARACTERS, Map.of("value", written));
            return;
        }
        if (!code.equals(written)) {
            say(CODE, RowCode.CODE_NORMALISED, Map.of("value", written, "read", code));
        }
        if (scheme == CodeScheme.UNKNOWN) {
            int parts = code.split("-", -1).length;
            say(
                    CODE,
                    parts == NATIONAL_PARTS ? RowCode.CODE_FORM_ODD : RowCode.SEGMENTS_NOT_SIX,
                    Map.of("value", code, "parts", String.valueOf(parts)));
        }
    }

    private void body() {
        var written = body.written();
        if (written == null) {
            return;
        }
        if (body.isMissing()) {
            say(BODY_CODE, RowCode.BODY_CODE_MISSING, Map.of());
            return;
        }
        if (body.isDummy()) {
            say(BODY_CODE, RowCode.BODY_CODE_DUMMY, Map.of("value", written));
            return;
        }
        CreditCode.faultOf(written)
                .ifPresentOrElse(
                        fault -> say(BODY_CODE, RowCode.BODY_CODE_INVALID, invalid(written, fault)),
                        () -> region(written));
        if (body.differs()) {
            say(BODY_CODE, RowCode.BODY_CODE_DIFFERS, Map.of("value", written, "read", read()));
        }
    }

    /// What the clerk needs to put it right: the fault, the length, and a valid code where the row itself offers one,
    /// in the item code or by writing the same signs in capitals. Offered, never filled in.
    private Map<String, String> invalid(String written, CreditCode.Fault fault) {
        var offered = CreditCode.of(read()).or(() -> CreditCode.of(Writing.code(written)));
        return Map.of(
                "value", written,
                "reason", fault.name(),
                "length", String.valueOf(written.length()),
                "read", offered.map(CreditCode::value).orElse("—"));
    }

    private String read() {
        return body.read() == null ? "" : body.read();
    }

    private void region(String valid) {
        var region = valid.substring(2, 8);
        if (!context.regionKnown().test(region)) {
            say(BODY_CODE, RowCode.BODY_REGION_UNKNOWN, Map.of("value", valid, "region", region));
        }
    }

    /// The row's place among the others.
    private void place() {
        var above = context.codesAbove().get(code);
        if (above != null) {
            say(
                    CODE,
                    RowCode.CODE_TWICE_IN_FILE,
                    Map.of("value", code, "firstRow", above.toString()));
        }
        if (context.inventory().contains(code)) {
            say(CODE, RowCode.CODE_IN_INVENTORY, Map.of("value", code));
        }
        var namesake = context.namesAbove().get(InventoryContext.nameKey(department, name));
        if (namesake != null && above == null) {
            say(NAME, RowCode.NAME_TWICE, Map.of("value", name, "firstRow", namesake.toString()));
        }
    }

    private void departmentCode() {
        var own = Writing.code(row.written(DEPARTMENT_CODE));
        if (!own.isEmpty() && body.written() != null && !own.equals(Writing.code(body.written()))) {
            say(
                    DEPARTMENT_CODE,
                    RowCode.DEPARTMENT_CODE_DIFFERS,
                    Map.of("value", own, "read", body.written()));
        }
    }

    private InventoryItem item(PowerKind kind) {
        var segments = CodeSegments.of(code).orElse(null);
        var basic = Writing.code(row.written(BASIC_CODE));
        return new InventoryItem(
                code,
                Writing.text(row.written(CODE)),
                scheme,
                segments,
                segments != null ? segments.basic() : blankToNull(basic),
                body.written(),
                name,
                mainItem(),
                kind,
                department,
                blankToNull(Writing.text(row.written(DEPARTMENT_CODE))),
                found.stream().anyMatch(p -> p.severity() == Severity.CORRECTION));
    }

    /// 未分类 is how lists write that an item stands under none.
    private @Nullable String mainItem() {
        var written = Writing.text(row.written(MAIN_ITEM));
        return NO_MAIN_ITEM.contains(written) ? null : blankToNull(written);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void say(ItemColumn column, RowCode problem, Map<String, String> facts) {
        found.add(new RowProblem(row.row(), column, problem, facts));
    }
}
