package org.guiju.formats.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// What is sent has the published form of CloudEvents and the published signature of Standard Webhooks.
class CloudEventTest {
    /// The vector of the specification's own libraries.
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long SECONDS = 1614265330;
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.US_ASCII);
    private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static final CloudEvent EVENT =
            new CloudEvent(
                    "42",
                    "https://ledger.example/330899",
                    "org.guiju.case.accepted",
                    "2026-000017",
                    Instant.parse("2026-11-23T02:03:04.567891Z"),
                    42L,
                    Map.of("organ", "qinglan-culture", "power", "0013"));

    private static Schema schema() throws IOException {
        try (var in = CloudEventTest.class.getResourceAsStream("cloudevents-1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(
                            new String(
                                    Objects.requireNonNull(in).readAllBytes(),
                                    StandardCharsets.UTF_8));
        }
    }

    private static List<com.networknt.schema.Error> errors(String json) throws IOException {
        return schema().validate(
                        json,
                        InputFormat.JSON,
                        c -> c.executionConfig(e -> e.formatAssertionsEnabled(true)));
    }

    @Test
    void itHasThePublishedFormAndTheSameBytesEachTime() throws IOException {
        var json = new String(EVENT.json(), StandardCharsets.UTF_8);
        assertThat(errors(json)).isEmpty();
        assertThat(json)
                .isEqualTo(
                        "{\"specversion\":\"1.0\",\"id\":\"42\",\"source\":\"https://ledger.example/330899\","
                                + "\"type\":\"org.guiju.case.accepted\",\"subject\":\"2026-000017\","
                                + "\"time\":\"2026-11-23T02:03:04.567Z\",\"datacontenttype\":\"application/json\","
                                + "\"sequence\":\"0000000000000000042\","
                                + "\"data\":{\"organ\":\"qinglan-culture\",\"power\":\"0013\"}}");
        var without =
                new CloudEvent("t1", "https://a.example", "t", null, Instant.EPOCH, null, Map.of());
        assertThat(errors(new String(without.json(), StandardCharsets.UTF_8))).isEmpty();
        assertThat(new String(without.json(), StandardCharsets.UTF_8))
                .doesNotContain("subject")
                .doesNotContain("sequence")
                .doesNotContain("null");
    }

    /// What the schema leaves to the text of the specification.
    @Test
    void namesAndValuesKeepTheRulesOfTheSpecification() {
        var node = JsonMapper.shared().readTree(EVENT.json());
        assertThat(node.propertyNames()).allMatch(n -> n.matches("[a-z0-9]{1,20}"));
        assertThat(URI.create(node.path("source").asString()).isAbsolute()).isTrue();
        assertThat(Instant.parse(node.path("time").asString()))
                .isEqualTo("2026-11-23T02:03:04.567Z");
        node.properties()
                .forEach(p -> {
                    if (!p.getKey().equals("data")) {
                        assertThat(p.getValue().isString()).as(p.getKey()).isTrue();
                        assertThat(p.getValue().asString())
                                .isNotEmpty()
                                .doesNotContainPattern("\\p{Cntrl}");
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({"id", "source", "specversion", "type"})
    void theSchemaRefusesWhatLacksARequiredAttribute(String attribute) throws IOException {
        var json = new String(EVENT.json(), StandardCharsets.UTF_8);
        assertThat(errors(json.replace("\"" + attribute + "\":", "\"x\":"))).isNotEmpty();
        assertThat(
                        errors(
                                json.replaceFirst(
                                        "\"" + attribute + "\":\"[^\"]*\"",
                                        "\"" + attribute + "\":\"\"")))
                .isNotEmpty();
    }

    @Test
    void theSignatureIsThatOfThePublishedVector() {
        assertThat(WebhookSignature.header(List.of(SECRET), ID, SECONDS, BODY)).isEqualTo(SIGNED);
        assertThat(WebhookSignature.holds(SIGNED, SECRET, ID, SECONDS, BODY)).isTrue();
        assertThat(WebhookSignature.holds(SIGNED, SECRET, ID, SECONDS + 1, BODY)).isFalse();
        assertThat(WebhookSignature.holds(SIGNED, SECRET, ID + "x", SECONDS, BODY)).isFalse();
        assertThat(WebhookSignature.holds(SIGNED, SECRET, ID, SECONDS, new byte[0])).isFalse();
    }

    @Test
    void twoSecretsMakeTwoSignaturesAndEitherHolds() {
        var other = WebhookSignature.secret(new byte[WebhookSignature.SECRET_BYTES]);
        var header = WebhookSignature.header(List.of(other, SECRET), ID, SECONDS, BODY);
        assertThat(header).endsWith(" " + SIGNED);
        assertThat(WebhookSignature.holds(header, SECRET, ID, SECONDS, BODY)).isTrue();
        assertThat(WebhookSignature.holds(header, other, ID, SECONDS, BODY)).isTrue();
        var third =
                WebhookSignature.secret(
                        "another secret of 24 oct".getBytes(StandardCharsets.US_ASCII));
        assertThat(WebhookSignature.holds(header, third, ID, SECONDS, BODY)).isFalse();
    }

    @Test
    void anIdThatCouldBeReadAsIdAndTimeIsNotSigned() {
        assertThatThrownBy(() -> WebhookSignature.header(List.of(SECRET), "a.1", SECONDS, BODY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebhookSignature.header(List.of("plain"), "a", SECONDS, BODY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
