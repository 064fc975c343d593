package org.guiju.kernel.cases;

/// 空转: a flow whose steps leave each other for ever without anybody's act. The lint keeps such a text from being confirmed
/// (GJ-P30); no case can run under one.
final class EndlessFlow extends IllegalStateException {
    private static final long serialVersionUID = 1;

    EndlessFlow(String situation, String step) {
        super("the flow of " + situation + " runs in circles at " + step);
    }
}
