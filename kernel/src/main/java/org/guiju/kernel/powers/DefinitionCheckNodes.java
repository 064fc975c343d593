package org.guiju.kernel.powers;

import static org.guiju.kernel.powers.DefinitionCheckCode.*;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.guiju.kernel.powers.DefinitionCheck.Findings;
import org.guiju.kernel.powers.FlowNode.NotApplicable;

/// 节点检查: each of the six nodes is reached by a step, or is not applicable for a reason (A52).
final class DefinitionCheckNodes {
    private final PowerDefinition power;
    private final Situation situation;
    private final Findings found;
    private final String at;

    DefinitionCheckNodes(PowerDefinition power, Situation situation, Findings found) {
        this.power = power;
        this.situation = situation;
        this.found = found;
        this.at = DefinitionCheck.at(situation);
    }

    void check() {
        var reached = reached();
        var waived = EnumSet.noneOf(FlowNode.class);
        for (int i = 0; i < situation.notApplicable().size(); i++) {
            var entry = situation.notApplicable().get(i);
            waived.add(entry.node());
            waived(entry, reached, at + ".not-applicable[" + i + "]");
        }
        for (var node : FlowNode.values()) {
            if (!reached.contains(node) && !waived.contains(node)) {
                add(NODE_MISSING, at + ".steps", node);
            }
        }
    }

    private void waived(NotApplicable entry, Set<FlowNode> reached, String path) {
        if (entry.reason() == null) {
            add(NODE_WITHOUT_REASON, path, entry.node());
        }
        if (reached.contains(entry.node())) {
            add(NODE_REACHED_ALL_THE_SAME, path, entry.node());
        } else if (prescribed(entry.node())) {
            add(NODE_PRESCRIBED, path, entry.node());
        }
    }

    /// What no reason can leave out: every flow decides; a licence is reviewed and delivered (行政许可法 34, 44), a penalty
    /// is delivered (行政处罚法 61).
    private boolean prescribed(FlowNode node) {
        return switch (node) {
            case DECISION -> true;
            case REVIEW -> power.kind() == PowerKind.LICENCE;
            case DELIVERY -> power.kind() == PowerKind.LICENCE || power.kind() == PowerKind.PENALTY;
            case APPLICATION, ACCEPTANCE, REPLY -> false;
        };
    }

    /// A node counts only where the flow comes to its step.
    private Set<FlowNode> reached() {
        var flow = Flow.of(situation);
        var ids = new HashSet<>(flow.after(situation.first().id()));
        ids.add(situation.first().id());
        var nodes = EnumSet.noneOf(FlowNode.class);
        situation.steps().stream()
                .filter(s -> ids.contains(s.id()))
                .forEach(s -> nodes.addAll(FlowNode.reachedBy(situation, s)));
        return nodes;
    }

    private void add(DefinitionCheckCode code, String path, FlowNode node) {
        var en = node.words().en();
        found.add(
                code,
                path,
                "found",
                node.words().zh(),
                "found-en",
                en == null ? node.code() : en,
                "node",
                node.code());
    }
}
