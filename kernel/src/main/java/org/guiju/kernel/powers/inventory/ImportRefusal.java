package org.guiju.kernel.powers.inventory;

/// 导入不予办理: why an import does not go on, in order of precedence.
public enum ImportRefusal {
    /// Only a clerk of the catalogue brings items in: who exercises a power clears it, one office keeps the list.
    IMPORT_NOT_CLERK,
    /// The rows are still being checked.
    IMPORT_PREVIEW_UNFINISHED,
    /// The check broke off; what was seen of the file is not the file.
    IMPORT_PREVIEW_FAILED,
    /// Every row was refused, or is in the inventory already.
    IMPORT_NOTHING_ACCEPTED
}
