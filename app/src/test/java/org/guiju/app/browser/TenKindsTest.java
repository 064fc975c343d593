package org.guiju.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.Course;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.powers.PowerDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every kind of power from the first act to the archive by the pages alone: each officer follows what his page offers him. Licence
/// and penalty have journeys of their own.
@RunningGuiju
@InChromium
class TenKindsTest {
    @LocalServerPort int port;
    @Autowired OfficialClock clock;
    @Autowired CaseDesk cases;
    @Autowired CaseQuery query;

    @AfterEach
    void today() {
        TestClock.ahead(Duration.ZERO);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "relief-payment, relief, granted",
        "injury-confirmation, ordinary, granted",
        "name-adjudication, dispute, made",
        "report-reward, reward, granted",
        "register-inspection, random, made",
        "seizure-compulsion, ordinary, made",
        "road-levy, levy, made",
        "emergency-requisition, requisition, made",
        "performer-filing, filing, granted",
        "inner-powers, large-sum, made",
    })
    void aCaseOfEveryKindGoesToItsEndByThePagesAlone(
            String file, String situation, String outcome) {
        var power = shipped(file);
        try (var hands = new HandsAtTheDesk(port, this::timePasses)) {
            var course =
                    new Course(
                            hands,
                            port,
                            power,
                            power.situation(situation).orElseThrow(),
                            clock::today);
            var read = course.run().read();
            assertThat(read.path("outcome").asString()).as("%s", read).isEqualTo(outcome);
        }
    }

    private void timePasses(String no) {
        cases.act(
                CaseDesk.newCommand(),
                new CaseFacts.Actor.Time(),
                query.byNo(no).orElseThrow(),
                new CaseCommand.LetTimePass(),
                clock.now());
    }

    private static PowerDefinition shipped(String file) {
        var text = Objects.requireNonNull(ShippedDefinitions.texts().get(file + ".yaml"));
        return switch (new DefinitionReader(CaseRule.ids()).read(text, file)) {
            case LoadResult.Loaded(var power) -> power;
            case LoadResult.Rejected(var problems) -> throw new AssertionError(problems);
        };
    }
}
