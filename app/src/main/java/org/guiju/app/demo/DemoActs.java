package org.guiju.app.demo;

import org.guiju.app.cases.CaseAnswer;
import org.guiju.kernel.cases.CaseFacts.Actor;

/// 示例办理: how the demo acts. What it does is lawful, so that a refusal is a fault of the demo.
final class DemoActs {
    private DemoActs() {}

    static Actor officer(String username) {
        return new Actor.Officer(DemoPeople.id(username));
    }

    static CaseAnswer.Done done(CaseAnswer answer) {
        return switch (answer) {
            case CaseAnswer.Done done -> done;
            case CaseAnswer.Refused refused ->
                    throw new IllegalStateException("the demo was refused: " + refused.reasons());
        };
    }
}
