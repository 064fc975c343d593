package org.guiju.kernel.meetings;

/// 计票: numbers of one item, those who may not vote on it left out as the kind says.
///
/// @param due 应到: members who should attend and may vote on it
/// @param present 实到: of those, who attend
/// @param abstain 弃权; counts neither for nor against (C82)
public record Tally(int due, int present, int votesFor, int against, int abstain) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    public int cast() {
        return votesFor + against + abstain;
    }
}
