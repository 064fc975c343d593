package org.guiju.kernel.ledger.tree;

/// 日志文件异常: bytes that no log, witness or policy may have written. Not a refusal of an act: a file is wrong.
public final class LogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LogFault fault;
    private final String place;

    /// @param place the file, line or field
    public LogException(LogFault fault, String place) {
        super(fault.code() + ": " + place + ". " + fault.remedy());
        this.fault = fault;
        this.place = place;
    }

    public LogFault fault() {
        return fault;
    }

    public String place() {
        return place;
    }

    /// The same fault, named with the file around it.
    public LogException in(String file) {
        var placed = new LogException(fault, file + ": " + place);
        placed.initCause(this);
        return placed;
    }
}
