package org.guiju.kernel.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guiju.kernel.administration.AdminRole;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.webhooks.Subscription.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Receivers of events: every command in every state by everybody, and the times at which a delivery is tried again.
class WebhooksTest {
    private static final Subscription ACTIVE =
            new Subscription(
                    "省政务平台",
                    "https://receiver.example/in",
                    Set.of(WebhookKind.ACCEPTED, WebhookKind.DECIDED),
                    Set.of(),
                    Set.of(),
                    Standing.ACTIVE);
    private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");

    private static final Map<String, WebhookCommand> COMMANDS =
            Map.ofEntries(
                    Map.entry("register", new WebhookCommand.Register(ACTIVE, true)),
                    Map.entry("register-unlisted", new WebhookCommand.Register(ACTIVE, false)),
                    Map.entry("pause", new WebhookCommand.Pause()),
                    Map.entry("resume", new WebhookCommand.Resume(true)),
                    Map.entry("resume-unlisted", new WebhookCommand.Resume(false)),
                    Map.entry("remove", new WebhookCommand.Remove()),
                    Map.entry("rotate", new WebhookCommand.Rotate(false)),
                    Map.entry("test", new WebhookCommand.Test()),
                    Map.entry("resend", new WebhookCommand.Resend("e1", true)),
                    Map.entry("resend-taken", new WebhookCommand.Resend("e1", false)));

    private static @Nullable Subscription standing(String state) {
        return switch (state) {
            case "none" -> null;
            case "active" -> ACTIVE;
            case "paused" -> Webhooks.after(ACTIVE, new WebhookEvent.Paused());
            case "gone" -> Webhooks.after(ACTIVE, new WebhookEvent.Gone());
            default -> Webhooks.after(ACTIVE, new WebhookEvent.Removed());
        };
    }

    private static String outcome(
            @Nullable Subscription now, @Nullable AdminRole by, WebhookCommand command) {
        return switch (Webhooks.decide(now, by, command)) {
            case Outcome.Permitted<WebhookEvent>(var events) ->
                    events.getFirst().getClass().getSimpleName();
            case Outcome.Refused<WebhookEvent>(var why) ->
                    String.join(
                            " ",
                            why.stream()
                                    .map(r -> r.code().name().replaceFirst("WEBHOOK_", ""))
                                    .toList());
        };
    }

    @ParameterizedTest
    @CsvSource({
        "register, none, Registered",
        "register-unlisted, none, HOST_LISTED",
        "pause, none, IS_REGISTERED RUNS",
        "pause, active, Paused",
        "pause, paused, RUNS",
        "pause, gone, RUNS",
        "pause, removed, IS_REGISTERED RUNS",
        "resume, active, STANDS_STILL",
        "resume, paused, Resumed",
        "resume, gone, Resumed",
        "resume, removed, IS_REGISTERED STANDS_STILL",
        "resume-unlisted, paused, HOST_LISTED",
        "remove, none, IS_REGISTERED",
        "remove, active, Removed",
        "remove, paused, Removed",
        "remove, gone, Removed",
        "remove, removed, IS_REGISTERED",
        "rotate, active, Rotated",
        "rotate, paused, Rotated",
        "rotate, removed, IS_REGISTERED",
        "test, active, Tested",
        "test, paused, RUNS",
        "test, gone, RUNS",
        "resend, active, Resent",
        "resend, removed, IS_REGISTERED",
        "resend-taken, active, WAS_GIVEN_UP",
    })
    void everyCommandInEveryStateHasItsOutcome(String command, String state, String expected) {
        var now = standing(state);
        var what = Objects.requireNonNull(COMMANDS.get(command));
        assertThat(outcome(now, AdminRole.SYSTEM, what)).isEqualTo(expected);
    }

    @Test
    void nobodyButTheSystemAdministratorLooksAfterReceivers() {
        for (var command : COMMANDS.values()) {
            for (var by : new AdminRole[] {AdminRole.SECURITY, AdminRole.AUDIT, null}) {
                assertThat(outcome(ACTIVE, by, command)).startsWith("BY_SYSTEM_ADMINISTRATOR");
            }
        }
    }

    @Test
    void whatWasRemovedStaysRemovedAndNothingFollowsWhatWasNeverRegistered() {
        var removed = Webhooks.after(ACTIVE, new WebhookEvent.Removed());
        for (var event :
                List.of(
                        new WebhookEvent.Resumed(),
                        new WebhookEvent.Gone(),
                        new WebhookEvent.Tested())) {
            assertThat(Webhooks.after(removed, event).standing()).isEqualTo(Standing.REMOVED);
            assertThatThrownBy(() -> Webhooks.after(null, event))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Webhooks.after(null, new WebhookEvent.Registered(ACTIVE))).isEqualTo(ACTIVE);
    }

    @Test
    void aReceiverIsToldWhatItAskedForAndNothingOfInnerPowersUnlessItNamesThem() {
        assertThat(ACTIVE.wants(WebhookKind.DECIDED, "any", "0013", false)).isTrue();
        assertThat(ACTIVE.wants(WebhookKind.SERVED, "any", "0013", false)).isFalse();
        assertThat(ACTIVE.wants(WebhookKind.DECIDED, "any", "0013", true)).isFalse();
        var narrow =
                new Subscription(
                        "n",
                        "a",
                        WebhookKind.all(),
                        Set.of("one"),
                        Set.of("9001"),
                        Standing.ACTIVE);
        assertThat(narrow.wants(WebhookKind.DECIDED, "one", "9001", true)).isTrue();
        assertThat(narrow.wants(WebhookKind.DECIDED, "two", "9001", false)).isFalse();
        assertThat(narrow.wants(WebhookKind.DECIDED, "one", "9002", false)).isFalse();
    }

    @Test
    void everyKindButTheCardComesFromAnEventAndTheCodesAreCloudEventsWords() {
        for (var kind : WebhookKind.values()) {
            assertThat(kind.code()).matches("[a-z_]+");
            assertThat(WebhookKind.ofCode(kind.code())).contains(kind);
            assertThat(WebhookKind.eventsOf(EnumSet.of(kind)).isEmpty())
                    .isEqualTo(kind == WebhookKind.CARD_RAISED);
        }
        assertThat(WebhookKind.ofEvent("case.step-opened", "publicity"))
                .contains(WebhookKind.PUBLICITY_OPENED);
        assertThat(WebhookKind.ofEvent("case.step-opened", "decision")).isEmpty();
        assertThat(WebhookKind.ofEvent("case.urged", "")).isEmpty();
    }

    @Test
    void theWaitsGrowFromFiveSecondsToADayAndEndAfterTenAttempts() {
        assertThat(RetrySchedule.ATTEMPTS).isEqualTo(10);
        var before = Duration.ZERO;
        for (int failed = 1; failed < RetrySchedule.ATTEMPTS; failed++) {
            var none = RetrySchedule.next(failed, AT, null, 0).orElseThrow();
            var most = RetrySchedule.next(failed, AT, null, 0.999999).orElseThrow();
            var wait = Duration.between(AT, none);
            assertThat(wait).isGreaterThan(before);
            assertThat(Duration.between(AT, most))
                    .isGreaterThan(wait)
                    .isLessThanOrEqualTo(wait.plus(wait.dividedBy(5)));
            before = wait;
        }
        assertThat(before).isEqualTo(Duration.ofHours(24));
        assertThat(RetrySchedule.next(9, AT, null, 0)).isPresent();
        assertThat(RetrySchedule.next(10, AT, Duration.ofSeconds(1), 0)).isEmpty();
        assertThat(RetrySchedule.next(11, AT, null, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 4, 5", "1, 5, 5", "1, 6, 6", "1, 86400, 86400", "1, 86401, 86400", "2, 5, 300"})
    void aReceiverMayAskForMoreTimeUpToADayAndNeverForLess(int failed, long asked, long waited) {
        assertThat(RetrySchedule.next(failed, AT, Duration.ofSeconds(asked), 0))
                .contains(AT.plusSeconds(waited));
    }
}
