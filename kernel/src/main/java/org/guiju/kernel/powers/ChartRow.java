package org.guiju.kernel.powers;

import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 流程图文字版的一行: one step with what A51 and A54 ask a flow chart to state. The conditions, the first of the seven
/// elements, belong to the situation and stand in [ChartModel#conditions].
///
/// @param number place in the definition, from 1
/// @param step id of the step
/// @param name 环节
/// @param post 承办岗位, with the number of officers where it is more than one
/// @param before 前置环节: from where the case comes (A57)
/// @param limit 办理时限, in the unit of its law
/// @param grade 风险等级; null where no risk is recorded
/// @param how 风险表现
/// @param measure 防控措施 (监督制约)
/// @param regime 法定程序 or 工作程序 (A53, A54); null only in texts published before it had to be said
/// @param basis the article that prescribes the step, or the organ's own rule
/// @param duty 职责要求; of a statutory step what its article says
/// @param next 去向: where each outcome leads, in words
/// @param rights 相对人权利
/// @param complaint 投诉举报途径
public record ChartRow(
        int number,
        String step,
        Text name,
        Text post,
        Text before,
        Text limit,
        ChartModel.@Nullable Grade grade,
        Text how,
        Text measure,
        @Nullable FlowRegime regime,
        Text basis,
        Text duty,
        Text next,
        Text rights,
        Text complaint) {}
