package org.guiju.kernel.ledger.tree;

import java.util.Locale;

/// 日志发现: one thing wrong with the files of a log.
///
/// @param place the file, or the file and the number of the entry in the log
public record LogFinding(Kind kind, String place) {
    /// 类别.
    public enum Kind {
        /// 缺文件: a file the size demands is not there.
        FILE_MISSING,
        /// 文件残缺: it has another length than its kind and width demand.
        FILE_TORN,
        /// 条目不符: an entry does not hash to the leaf that stands for it.
        LEAF_DIFFERS,
        /// 结点不符: a hash of a higher level is not the root of the tile below it.
        NODE_DIFFERS,
        /// 旧根不符: these files do not lead to the root the log had before.
        OLD_ROOT_DIFFERS,
        /// 根不符: these files do not lead to the root that was signed.
        ROOT_DIFFERS;

        /// For example `log.leaf-differs`.
        public String code() {
            return "log." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
