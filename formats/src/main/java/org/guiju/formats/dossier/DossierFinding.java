package org.guiju.formats.dossier;

import java.util.Locale;
import org.guiju.kernel.shared.Text;

/// 检测发现: one thing that is not as it must be, and where.
///
/// @param place file, entry or step
/// @param detail what was found there; may be empty
public record DossierFinding(Kind kind, String place, String detail) {

    static DossierFinding of(Kind kind, String place, String detail) {
        return new DossierFinding(kind, place, detail);
    }

    /// 四性检测: the four checks of an electronic file, as the archive's practice names them (DA/T 70, DA/T 85 by name only).
    public enum Check {
        AUTHENTICITY("真实性", "Authenticity"),
        INTEGRITY("完整性", "Integrity"),
        USABILITY("可用性", "Usability"),
        SAFETY("安全性", "Safety");

        private final String zh;
        private final String en;

        Check(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public Text says() {
            return new Text(zh, en);
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// 类别, each belonging to one check.
    public enum Kind {
        CONTAINER(
                Check.SAFETY,
                "压缩包本身有字节与内容不符",
                "bytes of the container are not those its content calls for"),
        UNSAFE_NAME(Check.SAFETY, "文件名不安全", "the name of a file is not safe"),
        TOO_MUCH(Check.SAFETY, "文件过多或过大", "too many files, or too large"),
        FOREIGN_CONTENT(
                Check.SAFETY,
                "内容与其类型不符，可能夹带其他东西",
                "the content is not of its type and may carry something else"),
        NO_BAG(Check.INTEGRITY, "不是 BagIt 包", "no BagIt declaration"),
        MANIFEST_LINE(
                Check.INTEGRITY,
                "清单有一行读不懂、重复或次序不对",
                "a line of the manifest is unreadable, double or out of order"),
        NOT_LISTED(Check.INTEGRITY, "文件不在清单上", "the file is not on the manifest"),
        CHANGED(Check.INTEGRITY, "文件内容与清单上的摘要不符", "the file is not what the manifest says"),
        FILE_MISSING(Check.INTEGRITY, "清单上的文件不见了", "a listed file is missing"),
        PAYLOAD_OXUM(Check.INTEGRITY, "文件总数或总字节数不符", "count or size of the files is another"),
        NOT_CATALOGUED(Check.INTEGRITY, "卷内目录漏列或多列", "the catalogue and the files do not agree"),
        DOCUMENT_MISSING(
                Check.INTEGRITY, "应有的文件材料不在卷内", "a document that belongs here is not here"),
        BROKEN_CHAIN(Check.INTEGRITY, "痕迹链条断裂", "the chain of entries is broken"),
        NOT_ENDED(Check.INTEGRITY, "案件尚未办结", "the case has not ended"),
        STEP_WITHOUT_RECORD(Check.INTEGRITY, "环节没有记录", "a step has no record"),
        SIGNATURE_MISSING(Check.INTEGRITY, "缺少责任人署名", "a responsible person has not signed"),
        ENTRY_FORM(Check.AUTHENTICITY, "痕迹条目的字节不合规定", "the bytes are no entry"),
        NOT_PROVED(
                Check.AUTHENTICITY,
                "条目未获已签检查点证明",
                "the entry is not proved under a signed checkpoint"),
        WRONG_DISCLOSURE(
                Check.AUTHENTICITY, "披露项与条目中的摘要不符", "a disclosure does not match the entry"),
        NOT_DISCLOSED(Check.AUTHENTICITY, "条目的摘要没有打开", "what the entry hides is not disclosed"),
        OTHER_DOCUMENT(
                Check.AUTHENTICITY,
                "文件不是痕迹所指的那一份",
                "the document is not the one that the entry names"),
        OTHER_DEFINITION(
                Check.AUTHENTICITY,
                "制度文本不是案件所依据的那一份",
                "the definition is not the one the case ran under"),
        OTHER_FACT(
                Check.AUTHENTICITY,
                "元数据与痕迹不一致",
                "the metadata say something else than the entries"),
        UNREADABLE(Check.USABILITY, "文件打不开", "the file cannot be opened as what it is"),
        METADATA(Check.USABILITY, "元数据缺失或读不懂", "metadata are missing or unreadable"),
        RETENTION(
                Check.USABILITY,
                "保管期限不明或与制度文本不符",
                "the retention is unknown or not that of the definition");

        private final Check check;
        private final String zh;
        private final String en;

        Kind(Check check, String zh, String en) {
            this.check = check;
            this.zh = zh;
            this.en = en;
        }

        public Check check() {
            return check;
        }

        public Text says() {
            return new Text(zh, en);
        }

        /// As the tools print it, for example `file-missing`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
