package org.guiju.kernel.powers.inventory;

/// 事项列: what an inventory knows to read from a row; every other column travels with the row unread.
public enum ItemColumn {
    /// 事项名称.
    NAME("name", true),
    /// 实施编码.
    CODE("code", true),
    /// 权力类型, as a label, a national number or an abbreviation.
    KIND("kind", true),
    /// 实施主体.
    DEPARTMENT("department", true),
    /// 主项名称.
    MAIN_ITEM("main-item", false),
    /// 基本编码.
    BASIC_CODE("basic-code", false),
    /// 实施主体编码 as it stands in the item code: the body that answers for the item.
    BODY_CODE("body-code", false),
    /// 部门编码: the department's own code in the source system.
    DEPARTMENT_CODE("department-code", false),
    /// 事项类型代码: the national number of the kind, 1 to 10 and 20.
    KIND_NUMBER("kind-number", false);

    private final String code;
    private final boolean required;

    ItemColumn(String code, boolean required) {
        this.code = code;
        this.required = required;
    }

    public String code() {
        return code;
    }

    /// Whether a sheet without this column cannot be read at all.
    public boolean required() {
        return required;
    }
}
