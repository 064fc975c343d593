package org.guiju.kernel.ledger;

/// 痕迹形式异常: bytes or values that no entry may have. It is not a refusal of an act: either a caller is wrong or
/// stored bytes were changed, and both must stop the work.
public final class EntryException extends RuntimeException {
    /// The place is not in bytes: the value was refused before any byte was written.
    public static final int NO_POSITION = -1;

    private static final long serialVersionUID = 1L;

    private final EntryFault fault;
    private final int position;
    private final String place;

    /// @param position byte offset in the text that was read, or [#NO_POSITION]
    /// @param place the member or what was found there, for a person to find it; never a personal value
    public EntryException(EntryFault fault, int position, String place) {
        super(
                fault.code()
                        + ": "
                        + place
                        + (position < 0 ? "" : " @ byte " + position)
                        + ". "
                        + fault.remedy());
        this.fault = fault;
        this.position = position;
        this.place = place;
    }

    EntryException(EntryFault fault, String place) {
        this(fault, NO_POSITION, place);
    }

    public EntryFault fault() {
        return fault;
    }

    public String code() {
        return fault.code();
    }

    public int position() {
        return position;
    }

    public String place() {
        return place;
    }

    public String remedy() {
        return fault.remedy();
    }

    EntryException at(int offset) {
        var placed = new EntryException(fault, offset, place);
        placed.initCause(this);
        return placed;
    }

    EntryException in(String member) {
        var placed = new EntryException(fault, position, "\"" + member + "\": " + place);
        placed.initCause(this);
        return placed;
    }
}
