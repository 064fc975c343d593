package org.guiju.kernel.powers;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 流程节点: the six links to which a flow is detailed (A52). Which step reaches which node follows from the kind of the
/// step, so that no text can claim a link that nobody walks.
public enum FlowNode {
    APPLICATION("application", new Text("申请", "application")),
    ACCEPTANCE("acceptance", new Text("受理", "acceptance")),
    REVIEW("review", new Text("审查", "review")),
    DECISION("decision", new Text("决定", "decision")),
    /// The written answer to the application: the paper that the deciding step hands out.
    REPLY("reply", new Text("批复", "reply")),
    DELIVERY("delivery", new Text("送达", "delivery"));

    private final String code;
    private final Text words;

    FlowNode(String code, Text words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public Text words() {
        return words;
    }

    public static Optional<FlowNode> ofCode(String code) {
        return Arrays.stream(values()).filter(n -> n.code.equals(code)).findFirst();
    }

    /// The nodes that the step reaches. An acceptance takes an application in only where there is a channel to apply by; a
    /// decision is a reply only where it gives a paper; a penalty on the spot is decided and handed over at once (行政处罚法 52).
    public static Set<FlowNode> reachedBy(Situation situation, Step step) {
        return switch (step.kind()) {
            case ACCEPTANCE ->
                    applies(situation)
                            ? EnumSet.of(APPLICATION, ACCEPTANCE)
                            : EnumSet.of(ACCEPTANCE);
            case FORM_REVIEW, PAIRED_REVIEW, LEGAL_REVIEW, APPROVAL -> EnumSet.of(REVIEW);
            case DECISION, RULING ->
                    step.gives().isEmpty() ? EnumSet.of(DECISION) : EnumSet.of(DECISION, REPLY);
            case PENALTY_DECISION -> EnumSet.of(DECISION);
            case ON_THE_SPOT -> EnumSet.of(DECISION, DELIVERY);
            case SERVICE -> EnumSet.of(DELIVERY);
            default -> EnumSet.noneOf(FlowNode.class);
        };
    }

    /// A situation without any channel lacks another element, and is told so there.
    private static boolean applies(Situation situation) {
        return situation.channels().isEmpty()
                || !situation.channels().stream()
                        .allMatch(c -> Channel.ofCode(c).filter(Channel::isSource).isPresent());
    }

    /// 不适用的节点 of a flow.
    ///
    /// @param reason null where none was given: such a flow is refused
    public record NotApplicable(FlowNode node, @Nullable Text reason) {}
}
