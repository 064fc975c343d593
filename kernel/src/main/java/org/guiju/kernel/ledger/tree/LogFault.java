package org.guiju.kernel.ledger.tree;

import java.util.Locale;

/// 日志文件错误: why bytes are no file of a log. Code and place are stable; the remedy is for a reader.
public enum LogFault {
    BASE64("须为标准 Base64(带填充)", "write standard Base64 with its padding"),
    HASH_LENGTH("哈希须为 32 字节", "a hash has 32 bytes"),
    NUMBER("须为不带前导零的十进制整数", "write a decimal integer without leading zeros"),
    NOT_UTF8("须为 UTF-8 文本", "the text is not UTF-8"),
    CONTROL_CHARACTER("删去换行以外的控制字符", "remove control characters other than the line feed"),
    TOO_LARGE("文件过大,请核对来源", "the file is larger than any of its kind: check where it comes from"),
    LINES("行数或换行不对,重新取得原文件", "lines are missing or superfluous: fetch the original again"),
    SIGNATURE_LINE(
            "签名行须为:长破折号、空格、密钥名、空格、Base64",
            "a signature line is: em dash, space, key name, space, Base64"),
    KEY_NAME("密钥名不得为空,不得含空格或加号", "a key name is not empty and has neither space nor plus sign"),
    VERIFIER_KEY("公钥须为:名称+八位十六进制+Base64", "a verifier key is name+8 hex digits+Base64"),
    KEY_ID("公钥编号与公钥不符,请重新抄录", "the id does not belong to this key: copy it again"),
    KEY_TYPE("不支持此种签名算法", "this signature type is not supported here"),
    TILE_PATH("瓦片路径不符合 tlog-tiles", "the path is not one of tlog-tiles"),
    TILE_MISSING("缺少该文件,请从镜像取回", "the file is missing: fetch it from a mirror"),
    TILE_LENGTH("文件长度不对,请从镜像取回", "the file has another length: fetch it from a mirror"),
    BUNDLE(
            "条目包被截断或条数不符,请从镜像取回",
            "the bundle is cut or has another number of entries: fetch it from a mirror"),
    ENTRY_LENGTH("条目不得超过 65535 字节", "an entry has at most 65535 bytes"),
    RANGE("序号或规模超出范围", "index or size is out of range"),
    POLICY("按 tlog-policy 改正此行", "correct this line as tlog-policy says"),
    PROOF("按 tlog-proof 改正此行", "correct this line as tlog-proof says"),
    REQUEST("按 tlog-witness 改正此行", "correct this line as tlog-witness says");

    private final String zh;
    private final String en;

    LogFault(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /// 错误代码, for example `log.tile-missing`.
    public String code() {
        return "log." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// 补救办法: what to do about it, Chinese first.
    public String remedy() {
        return zh + " / " + en;
    }
}
