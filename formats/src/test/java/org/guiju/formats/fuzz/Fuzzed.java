package org.guiju.formats.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;

/// 模糊测试目标: any bytes give a value or the parser's own refusal; every other Throwable, and more than ten seconds, is a finding. In every build the
/// seeds and the inputs that were once findings are read again; with `JAZZER_FUZZ=1` one target is fuzzed, see [JazzerRoundTest].
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Timeout(10)
@FuzzTest
@interface Fuzzed {
    /// The parsers that it calls: [EveryParserIsFuzzedTest] looks for those that nobody calls.
    Class<?>[] value();
}
