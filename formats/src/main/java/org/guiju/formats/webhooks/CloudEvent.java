package org.guiju.formats.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// 云事件: one event as CloudEvents 1.0 writes it, in structured mode. The same event is the same bytes, however often it is sent.
///
/// @param id of the event: what is sent twice has one id
/// @param source whose event it is, as a URI
/// @param type what happened: `org.guiju.case.` and the code of its kind
/// @param subject number of the case; null for what concerns none
/// @param place where the event stands in the ledger, for putting events into their order; null for what is no entry of it
/// @param data what is told, in words and numbers that anybody may know
public record CloudEvent(
        String id,
        String source,
        String type,
        @Nullable String subject,
        Instant time,
        @Nullable Long place,
        Map<String, String> data) {
    /// 内容类型 of what is sent.
    public static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";

    private static final JsonMapper JSON = JsonMapper.shared();

    /// The bytes that are signed and sent.
    public byte[] json() {
        var root = JSON.createObjectNode();
        root.put("specversion", "1.0");
        root.put("id", id);
        root.put("source", source);
        root.put("type", type);
        if (subject != null) {
            root.put("subject", subject);
        }
        root.put("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
        root.put("datacontenttype", "application/json");
        if (place != null) {
            // The extension `sequence`: orderable as text.
            root.put("sequence", String.format(Locale.ROOT, "%019d", place));
        }
        var told = root.putObject("data");
        data.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(d -> told.put(d.getKey(), d.getValue()));
        return JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    }
}
