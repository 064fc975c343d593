package org.guiju.kernel.powers.inventory;

/// 导入事件: the stream of one import. The items stand in streams of their own and name the import.
public sealed interface ImportEvent {

    /// 导入确认: an officer has seen the preview and answers for what comes in.
    record Begun(String file, String digest, int rows, int accepted, int refused)
            implements ImportEvent {}

    /// 导入完成.
    ///
    /// @param imported items that came in by this import
    /// @param present items that another import had brought in meanwhile
    record Completed(int imported, int present) implements ImportEvent {}
}
