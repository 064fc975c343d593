package org.guiju.app.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Needs a Chromium. Where there is none the test says so and is left out; under `./guiju test`, which installs one, it fails.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChromium.Condition.class)
@interface InChromium {

    /// Looks for the browser before the server is started for nothing.
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.executable().isPresent()) {
                return ConditionEvaluationResult.enabled("Chromium is here");
            }
            if (System.getenv("GUIJU_TEST") != null) {
                throw new IllegalStateException(
                        "./guiju test needs Chromium: apt-get install chromium, or name it in CHROMIUM");
            }
            return ConditionEvaluationResult.disabled("no Chromium on this machine");
        }
    }
}
