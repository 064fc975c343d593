package org.guiju.kernel.ledger;

import java.util.Locale;

/// 痕迹形式错误: why bytes or values are no entry of the ledger. Code and place are stable; the remedy is for a reader.
public enum EntryFault {
    TOO_LONG("把大段文字或文件移出条目,只留摘要", "move long text or files out of the entry and keep a digest"),
    NOT_UTF8("按 UTF-8 重新取得原始字节", "fetch the original bytes again, as UTF-8"),
    NOT_AN_OBJECT("条目必须是一个对象", "an entry is one object and begins with {"),
    UNEXPECTED("对照 RFC 8785 检查此处", "compare this place with RFC 8785"),
    UNFINISHED("字节被截断,重新取得全文", "the bytes stop too early: fetch the whole again"),
    TRAILING("删去对象之后的内容", "remove what follows the object"),
    WHITESPACE("删去字符串之外的空白", "remove white space outside strings"),
    MEMBER_NAME(
            "成员名用 ASCII: [a-z_][A-Za-z0-9_.-]*", "member names are ASCII: [a-z_][A-Za-z0-9_.-]*"),
    DUPLICATE_MEMBER("同名成员只留一个", "keep one member of this name"),
    MEMBER_ORDER("成员按名称的 UTF-16 码元排序", "sort members by the UTF-16 code units of their names"),
    ESCAPE("只用 RFC 8785 规定的转义", "write the character the one way RFC 8785 allows"),
    CONTROL_CHARACTER("控制字符须转义;空字符不得使用", "escape control characters; U+0000 is not allowed at all"),
    LONE_SURROGATE("删去不成对的代理码元", "remove the surrogate that has no partner"),
    NOT_NFC("写入前先转为 NFC", "normalise the text to NFC before it is written"),
    UNASSIGNED_CHARACTER("改用已分配的字符或私用区字符", "use an assigned or a private-use character"),
    INTEGER_FORM(
            "只写十进制整数,不带前导零、小数或指数",
            "write a decimal integer without leading zero, fraction, exponent or -0"),
    INTEGER_RANGE(
            "整数绝对值不超过 9007199254740991;金额以分计", "stay within ±9007199254740991; money is in fen"),
    NESTED("条目是平的: 改为单独成员", "an entry is flat: make it a member of its own"),
    UNSUPPORTED_VALUE("值只能是字符串、整数或字符串数组", "a value is a string, an integer or an array of strings"),
    NOT_CANONICAL("由写入器重新写出此条目", "have the writer write this entry again"),
    MISSING_MEMBER("补上此成员", "add this member"),
    WRONG_TYPE("按表改正此成员的类型", "give this member the type its table names"),
    MEMBER_VALUE("按表改正此成员的写法", "give this member the form its table names"),
    RESERVED_NAME("换一个不与保留名冲突的名称", "choose a name that is not reserved"),
    DISCLOSURE_FORM(
            "披露项须为 [盐, 名称, 值] 的 base64url", "a disclosure is base64url of [salt, name, value]"),
    SALT(
            "盐须为 128 位随机数的 base64url(22 个字符)",
            "a salt is 128 random bits as base64url, 22 characters"),
    DIGEST_FORM("摘要须为 32 字节(base64url 43 个字符)", "a digest is 32 bytes, 43 characters of base64url"),
    DUPLICATE_DIGEST("每个披露项与诱饵各不相同", "disclosures and decoys must all differ"),
    DECOYS("由外层补足随机诱饵,使总数为 8 的倍数", "have the shell give enough random decoys for a multiple of 8"),
    NOT_DISCLOSED("此披露项不属于该条目", "this disclosure does not belong to the entry");

    private final String zh;
    private final String en;

    EntryFault(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /// 错误代码: stable, as shown to people and machines, for example `ledger.not-nfc`.
    public String code() {
        return "ledger." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// 补救办法: what to do about it, Chinese first.
    public String remedy() {
        return zh + " / " + en;
    }
}
