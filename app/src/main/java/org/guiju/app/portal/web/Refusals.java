package org.guiju.app.portal.web;

import org.guiju.app.cases.CaseAnswer;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.kernel.shared.Outcome;

/// 不予办理的出口: an answer that refuses becomes the page that says so, with article and remedy.
final class Refusals {
    private Refusals() {}

    static CaseAnswer.Done unlessDone(CaseAnswer answer) {
        return switch (answer) {
            case CaseAnswer.Done done -> done;
            case CaseAnswer.Refused refused ->
                    throw new RefusalException(new Outcome.Refused<>(refused.refusals()));
        };
    }
}
