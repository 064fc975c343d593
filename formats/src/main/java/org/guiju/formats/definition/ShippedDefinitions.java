package org.guiju.formats.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/// 随附制度文本: the definitions that come with Guiju, older versions first.
public final class ShippedDefinitions {
    private static final List<String> NAMES =
            List.of(
                    "relief-payment.yaml",
                    "injury-confirmation.yaml",
                    "name-adjudication.yaml",
                    "report-reward.yaml",
                    "register-inspection.yaml",
                    "seizure-compulsion.yaml",
                    "road-levy.yaml",
                    "land-expropriation.yaml",
                    "emergency-requisition.yaml",
                    "performer-filing.yaml",
                    "venue-licence.yaml",
                    "inner-powers.yaml",
                    "road-penalty-v1.yaml",
                    "road-penalty.yaml",
                    "wangba-licence-v2.yaml",
                    "wangba-licence.yaml");

    private ShippedDefinitions() {}

    /// File name and text.
    public static SequencedMap<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        NAMES.forEach(name -> texts.put(name, resource("shipped/" + name)));
        return texts;
    }

    static String resource(String name) {
        try (var in = ShippedDefinitions.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
