package org.guiju.app.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.vouchers.VoucherRule;

/// 办理答复: what a submitted act was answered; the same answer when the same command is asked again.
public sealed interface CaseAnswer {

    /// 已办: what became fact, as event kinds, and the case it happened in.
    record Done(UUID caseId, String no, List<String> events) implements CaseAnswer {}

    /// 未办: nothing happened; in order of precedence.
    record Refused(List<Reason> reasons) implements CaseAnswer {
        /// As the decider said it.
        public List<Refusal> refusals() {
            return reasons.stream().map(Reason::refusal).toList();
        }
    }

    /// 不予办理的理由: code, article and the facts its sentence needs.
    record Reason(String code, String law, String article, Map<String, String> facts) {
        /// As the decider said it, or the books of the vouchers.
        public Refusal refusal() {
            return new Refusal(
                    Stream.<Enum<?>[]>of(CaseRule.values(), VoucherRule.values())
                            .flatMap(Arrays::stream)
                            .filter(rule -> rule.name().equals(code))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("no rule " + code)),
                    new Article(law, article),
                    facts);
        }
    }
}
