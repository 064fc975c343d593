package org.guiju.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// 要求: this test proves one row of the requirements matrix from the outside, through a page, the API or a command.
///
/// A test may carry at most three, each with its own planted fault: more is a tour, not a proof, and the report refuses it.
///
/// ```java
/// @Test
/// @Requirement(value = "A46", level = Level.PAGE, fault = "guide without its fee line")
/// void theGuideShowsTheFee() { … }
/// ```
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Requirement.All.class)
public @interface Requirement {

    /// 行号: the row's id, such as `A46`.
    String value();

    /// 层面: where the test stands.
    Level level();

    /// 植入的错误: what was broken on purpose so that this test was seen red; short, in English.
    String fault();

    /// Where a test stands when it asks: what an outsider can reach, nothing inside.
    enum Level {
        PAGE,
        API,
        CLI
    }

    /// Holds several marks of one test; written by the compiler.
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        Requirement[] value();
    }
}
