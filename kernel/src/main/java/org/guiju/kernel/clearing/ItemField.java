package org.guiju.kernel.clearing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// 清理表栏目: what the inventory says of an item, in the order of form, table and file. Forms, tables, files and stored events are
/// all made from this list.
public enum ItemField {
    NAME(Shape.TEXT, Need.LISTED),
    KIND(Taxonomy.KIND, false, Need.KEPT),
    SUBJECT(Shape.TEXT, Need.LISTED),
    HOLDER_KIND(Taxonomy.HOLDER, false, Need.KEPT),
    HOLDER(Shape.TEXT, Need.KEPT),
    /// 行使岗位: titles of posts, by which the completeness of posts is reckoned (A1).
    POSTS(Shape.LINES, Need.FREE),
    BASIS(Shape.TEXT, Need.LISTED),
    ARTICLE(Shape.TEXT, Need.KEPT),
    RANK(Taxonomy.RANK, false, Need.KEPT),
    TEXT(Shape.LONG, Need.FREE),
    SOURCE(Taxonomy.SOURCE, false, Need.KEPT),
    /// 权限.
    LIMITS(Shape.LONG, Need.KEPT),
    MATERIALS(Shape.LONG, Need.KEPT),
    CONDITIONS(Shape.LONG, Need.KEPT),
    PROCEDURE(Shape.LONG, Need.KEPT),
    TIME(Shape.TEXT, Need.KEPT),
    LEVEL(Taxonomy.LEVEL, false, Need.KEPT),
    NATURE(Taxonomy.NATURE, false, Need.KEPT),
    /// 权力边界: who, what, up to which limit (A90).
    SCOPE(Shape.LONG, Need.KEPT),
    SUPERVISION(Shape.TEXT, Need.KEPT),
    FIVE(Taxonomy.FIVE, false, Need.KEPT),
    ENFORCEMENT(Taxonomy.ENFORCEMENT, false, Need.FREE),
    SUB(Taxonomy.SUB, false, Need.FREE),
    EXTERNAL(Shape.FLAG, Need.FREE),
    EXTERNAL_TYPE(Taxonomy.EXTERNAL, false, Need.FREE),
    ASPECTS(Taxonomy.ASPECT, true, Need.PARTY),
    PROJECT(Taxonomy.PROJECT, false, Need.FREE),
    FIELDS(Taxonomy.FIELD, true, Need.FREE),
    /// 隐性权力: exercised without a document (A83).
    HIDDEN(Shape.FLAG, Need.FREE),
    /// 变相审批 (A27).
    DISGUISED(Shape.FLAG, Need.FREE),
    /// 抽象行政行为 (A10).
    ABSTRACT(Shape.FLAG, Need.FREE),
    EXCLUDED_REASON(Shape.TEXT, Need.FREE),
    /// Code of the power that is in the catalogue already.
    CODE(Shape.TEXT, Need.FREE),
    /// Code of the item of the imported inventory that it was taken from.
    INVENTORY(Shape.TEXT, Need.FREE);

    /// 栏目形式.
    public enum Shape {
        TEXT,
        LONG,
        LINES,
        CHOICE,
        MANY,
        FLAG
    }

    /// 何时必填: to be counted at all (A6), to be kept (A4, A5, A86, A90), to be kept by a Party organ (A18), never.
    public enum Need {
        LISTED,
        KEPT,
        PARTY,
        FREE
    }

    private final Shape shape;
    private final @Nullable Taxonomy taxonomy;
    private final Need need;

    ItemField(Shape shape, Need need) {
        this.shape = shape;
        this.taxonomy = null;
        this.need = need;
    }

    ItemField(Taxonomy taxonomy, boolean many, Need need) {
        this.shape = many ? Shape.MANY : Shape.CHOICE;
        this.taxonomy = taxonomy;
        this.need = need;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Shape shape() {
        return shape;
    }

    public Optional<Taxonomy> taxonomy() {
        return Optional.ofNullable(taxonomy);
    }

    public Need need() {
        return need;
    }

    public static Optional<ItemField> ofCode(String code) {
        return Arrays.stream(values()).filter(f -> f.code().equals(code)).findFirst();
    }
}
