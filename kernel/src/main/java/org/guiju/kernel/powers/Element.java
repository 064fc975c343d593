package org.guiju.kernel.powers;

/// 制度要素: the eleven elements of which an institution consists (C2). A definition that lacks one is refused.
public enum Element {
    NAME("制度名称", "name"),
    UNIT("责任单位和责任人", "responsible unit and person"),
    BASIS("权力行使依据", "basis"),
    CONDITIONS("办事条件和标准", "conditions and standards"),
    ACCEPTANCE("受理", "acceptance"),
    DECISION("审查和决定", "review and decision"),
    PUBLICITY("公示", "publicity"),
    LIMITS("办理时限", "time limit"),
    FEES("收费标准", "fee standard"),
    SUPERVISION("监督", "supervision"),
    ACCOUNTABILITY("责任追究", "accountability");

    private final String zh;
    private final String en;

    Element(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
