package org.guiju.kernel.webhooks;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.guiju.kernel.powers.StepKind;

/// 推送事件种类: what a receiver may ask to be told, a closed list. The code never changes once published: it is the end of the
/// CloudEvents type.
public enum WebhookKind {
    /// 收件.
    RECEIVED("received"),
    /// 立案, or begun by the organ itself.
    BEGUN("begun"),
    /// 一次性告知补正.
    SUPPLEMENT_REQUESTED("supplement_requested"),
    /// 受理.
    ACCEPTED("accepted"),
    /// 不予受理.
    ACCEPTANCE_REFUSED("acceptance_refused"),
    /// 中止.
    PAUSED("paused"),
    /// 恢复.
    RESUMED("resumed"),
    /// 延期.
    EXTENDED("extended"),
    /// 决定, of whichever kind.
    DECIDED("decided"),
    /// 决定更正、撤销或者重新办理.
    DECISION_CHANGED("decision_changed"),
    /// 公示开始.
    PUBLICITY_OPENED("publicity_opened"),
    /// 送达.
    SERVED("served"),
    /// 办结.
    CLOSED("closed"),
    /// 归档.
    ARCHIVED("archived"),
    /// 亮牌: supervision lit a card, mostly for a limit that is near or missed.
    CARD_RAISED("card_raised");

    private static final String STEP_OPENED = "case.step-opened";
    private static final Map<String, WebhookKind> OF_EVENTS =
            Map.ofEntries(
                    Map.entry("case.application-received", RECEIVED),
                    Map.entry("case.filed", BEGUN),
                    Map.entry("case.matter-begun", BEGUN),
                    Map.entry("case.supplement-requested", SUPPLEMENT_REQUESTED),
                    Map.entry("case.accepted", ACCEPTED),
                    Map.entry("case.acceptance-refused", ACCEPTANCE_REFUSED),
                    Map.entry("case.paused", PAUSED),
                    Map.entry("case.resumed", RESUMED),
                    Map.entry("case.extended", EXTENDED),
                    Map.entry("case.decided", DECIDED),
                    Map.entry("case.penalty-decided", DECIDED),
                    Map.entry("case.punished-on-the-spot", DECIDED),
                    Map.entry("case.ruled", DECIDED),
                    Map.entry("case.settled", DECIDED),
                    Map.entry("case.deemed", DECIDED),
                    Map.entry("case.decision-corrected", DECISION_CHANGED),
                    Map.entry("case.decision-revoked", DECISION_CHANGED),
                    Map.entry("case.reopened", DECISION_CHANGED),
                    Map.entry("case.served", SERVED),
                    Map.entry("case.closed", CLOSED),
                    Map.entry("case.archived", ARCHIVED));

    private final String code;

    WebhookKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<WebhookKind> ofCode(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }

    /// What a receiver is told by an event of a case.
    ///
    /// @param event kind of the event, such as `case.accepted`
    /// @param stepKind code of the kind of step that it opens; "" where it opens none
    /// @return empty where no receiver is told
    public static Optional<WebhookKind> ofEvent(String event, String stepKind) {
        return event.equals(STEP_OPENED)
                ? Optional.of(PUBLICITY_OPENED)
                        .filter(_ -> stepKind.equals(StepKind.PUBLICITY.code()))
                : Optional.ofNullable(OF_EVENTS.get(event));
    }

    /// Kinds of events that are looked through for these.
    public static Set<String> eventsOf(Set<WebhookKind> kinds) {
        var events = new TreeSet<String>();
        OF_EVENTS.forEach((event, kind) -> {
            if (kinds.contains(kind)) {
                events.add(event);
            }
        });
        if (kinds.contains(PUBLICITY_OPENED)) {
            events.add(STEP_OPENED);
        }
        return events;
    }

    /// None left out.
    public static Set<WebhookKind> all() {
        return EnumSet.allOf(WebhookKind.class);
    }
}
