package org.guiju.tools.ledger;

import java.util.Locale;

/// 监测发现.
///
/// @param place the file, or the index of the entry with its stream and number
/// @param detail what was expected and what was found, for a person; empty if the kind says it all
public record MonitorFinding(Kind kind, String place, String detail) {
    /// 类别: what is wrong with the log, with what it tells, and with what officers did.
    public enum Kind {
        CHECKPOINT_FORM("检查点无法读取", "the checkpoint cannot be read"),
        NOT_ACCEPTED("检查点的签名或见证不足", "signatures or witnesses on the checkpoint are not enough"),
        ROLLED_BACK("检查点比上次见到的旧", "the checkpoint is older than the one seen last"),
        SPLIT("日志签署了两份不能同时为真的检查点", "the log signed two checkpoints that cannot both be true"),
        FILE_MISSING("缺少文件", "a file is missing"),
        FILE_TORN("文件残缺", "a file is torn"),
        LEAF_DIFFERS("条目与叶哈希不符", "an entry does not hash to its leaf"),
        NODE_DIFFERS("上层哈希与下层不符", "a higher hash is not the root of the tile below"),
        OLD_ROOT_DIFFERS("与上次的根不符", "the files do not lead to the earlier root"),
        ROOT_DIFFERS("文件与已签署的根不符", "the files do not lead to the signed root"),
        ENTRY_FORM("条目格式不对", "an entry is not of the form"),
        SEQ_TWICE("同一流水同一号有两条", "one number of a stream is taken twice"),
        SEQ_GAP("流水断号", "a number of a stream is missing"),
        WRONG_PREV("前链不符", "prev is not the leaf hash of the entry before"),
        BACKDATED("时间早于见证人已签署的规模", "its time lies before a witness had signed a log without it"),
        POSTDATED("时间晚于见证人签署之时", "its time lies after a witness had already signed it"),
        UNKNOWN_DEFINITION("没有该摘要的制度文本", "no definition text has this digest"),
        ILLEGAL_STEP("环节不合制度文本", "a step is not as the definition has it"),
        OVERDUE("超过法定期限", "the legal time limit has passed");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /// For example `seq-gap`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String words() {
            return zh + " / " + en;
        }
    }

    @Override
    public String toString() {
        return "["
                + kind.code()
                + "] "
                + place
                + ": "
                + kind.words()
                + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
