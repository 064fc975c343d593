package org.guiju.formats.documents;

/// 格式错误: what is wrong with the text of a paper, in both languages, with its place.
public final class TemplateFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TemplateFault(String place, String zh, String en) {
        super(place + "：" + zh + " " + en);
    }
}
