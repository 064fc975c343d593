package org.guiju.formats.documents;

/// 避头尾: which characters may not begin a line, which may not end one, and how much blank a mark carries
/// (GB/T 15834—2011, 5.1; W3C CLREQ, line start and line end prohibition).
final class Punctuation {
    /// Pauses, closing marks, connectors, the interpunct, and what belongs to the figure before it.
    private static final String NOT_FIRST = "，。、．；：！？…—～·•‧–－,.;:!?%‰％℃°)]}）］｝〕】〗》〉」』”’〞＂·／/々";

    /// Opening marks, the slash, and what belongs to the figure behind it.
    private static final String NOT_LAST = "([{（［｛〔【〖《〈「『“‘〝＄￥¥№／/";

    private static final String PAUSES = "，。、．；：";
    private static final String CLOSING = "）］｝〕】〗》〉」』”’〞";
    private static final String OPENING = "（［｛〔【〖《〈「『“‘〝";
    private static final int HALF = 500;

    private Punctuation() {}

    static boolean mayNotBegin(int codePoint) {
        return NOT_FIRST.indexOf(codePoint) >= 0;
    }

    static boolean mayNotEnd(int codePoint) {
        return NOT_LAST.indexOf(codePoint) >= 0;
    }

    /// 破折号、省略号 stand on two places and are never divided.
    static boolean inseparable(int before, int after) {
        return before == after && (before == '—' || before == '…');
    }

    /// Blank half of a mark, in thousandths of its width, that may be given up so that a line closes.
    static int blank(int codePoint) {
        return PAUSES.indexOf(codePoint) >= 0 || CLOSING.indexOf(codePoint) >= 0 || opens(codePoint)
                ? HALF
                : 0;
    }

    /// Whether the blank half stands before the mark.
    static boolean opens(int codePoint) {
        return OPENING.indexOf(codePoint) >= 0;
    }
}
