package org.guiju.app.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The whole server with the demo county, on a real PostgreSQL of its own. All tests that say this share one server: Spring
/// keeps it for the run, so say it in just this form.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "guiju.demo=true",
            // A year of cases has a test of its own; here it would drown what the tests look for.
            "guiju.demo.year=0",
            "guiju.timekeeper.first=86400000",
            "guiju.webhooks.first=24h",
            // Tests move the server's clock by years, its witnesses' they do not.
            "guiju.ledger.skew=36500d",
            // Off by default; here it is watched as the first log is.
            "guiju.ledger.sm=true",
            "spring.main.allow-bean-definition-overriding=true"
        })
@ContextConfiguration(initializers = TestData.class)
@Import({TestClock.class, QuickPasswords.class})
public @interface RunningGuiju {}
