package org.guiju.kernel.matters;

import static org.guiju.kernel.matters.MatterAct.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// 审批路径: the acts of a matter in their order; none may be done before the one that stands before it.
public enum MatterRoute {
    /// 限额以内由分管领导审批 (B60).
    SINGLE(FILE, ENDORSE, IMPLEMENT, CLOSE),
    /// 限额以上由分管领导审批后主要领导会签 (B13).
    COUNTERSIGNED(FILE, ENDORSE, COUNTERSIGN, IMPLEMENT, CLOSE),
    /// 大额度收支方案: 分管领导提出意见后集体讨论决定 (B14).
    COLLECTIVE(FILE, ENDORSE, AGENDA, DECIDE, IMPLEMENT, CLOSE),
    /// 人事事项: 动议、党委会集体讨论、组织实施 (B9, B61).
    APPOINTMENT(FILE, ENDORSE, AGENDA, DECIDE, IMPLEMENT, CLOSE),
    /// 一般项目 (B22).
    PROJECT(FILE, ENDORSE, PRE_PROJECT, CONSTRUCTION, ACCEPTANCE, DISBURSEMENT, CLOSE),
    /// 项目重要事项经集体研究 (B21).
    IMPORTANT_PROJECT(
            FILE,
            ENDORSE,
            AGENDA,
            DECIDE,
            PRE_PROJECT,
            CONSTRUCTION,
            ACCEPTANCE,
            DISBURSEMENT,
            CLOSE),
    /// 重大行政决策五步程序 (C53).
    FIVE_PROCEDURES(
            FILE,
            ENDORSE,
            DRAFT,
            PARTICIPATION,
            EXPERTS,
            RISK,
            LEGALITY,
            AGENDA,
            DECIDE,
            ANNOUNCE,
            IMPLEMENT,
            CHECK,
            CLOSE);

    private final List<MatterAct> acts;

    MatterRoute(MatterAct... acts) {
        this.acts = List.of(acts);
    }

    public List<MatterAct> acts() {
        return acts;
    }

    /// Whether a meeting decides.
    public boolean collective() {
        return acts.contains(DECIDE);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<MatterRoute> ofCode(String code) {
        return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }
}
