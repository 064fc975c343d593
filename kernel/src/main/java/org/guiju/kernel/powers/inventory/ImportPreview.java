package org.guiju.kernel.powers.inventory;

/// 导入预览: what the check of a file has come to.
///
/// @param file its name as uploaded
/// @param digest SHA-256 of its bytes, base64url: says which file was confirmed
/// @param rows rows read, each either accepted or refused
public record ImportPreview(Stage stage, String file, String digest, int rows, int accepted) {

    /// 阶段.
    public enum Stage {
        /// 校验中.
        CHECKING,
        /// 待确认.
        READY,
        /// 校验中断.
        FAILED,
        /// 导入中: confirmed, not all rows are in yet.
        IMPORTING,
        /// 已完成.
        DONE
    }

    public int refused() {
        return rows - accepted;
    }
}
