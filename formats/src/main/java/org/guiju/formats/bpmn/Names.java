package org.guiju.formats.bpmn;

/// 名称空间和标识.
final class Names {
    static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    static final String LINES = "http://www.omg.org/spec/DD/20100524/DI";

    /// Our own words: what a definition says and BPMN has no place for.
    static final String GUIJU = "urn:guiju:bpmn:1";

    static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private Names() {}
}
