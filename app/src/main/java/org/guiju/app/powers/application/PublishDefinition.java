package org.guiju.app.powers.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.powers.store.PowerProjection;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.ledger.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 公布制度文本: a text that the reader accepts becomes a version of its power; a version once published never changes.
@Service
public class PublishDefinition {
    private final EventStore events;
    private final PowerProjection projection;
    private final DefinitionReader reader = new DefinitionReader(CaseRule.ids());

    PublishDefinition(EventStore events, PowerProjection projection) {
        this.events = events;
        this.projection = projection;
    }

    /// 权力的事件流.
    public static UUID stream(String code) {
        return UUID.nameUUIDFromBytes(("power:" + code).getBytes(StandardCharsets.UTF_8));
    }

    /// Publishes the text, or says everything that is wrong with it. Publishing the same text again changes nothing.
    @Transactional
    public LoadResult publish(String text, String fileName, LocalDate today, Stamp stamp) {
        var result = reader.read(text, fileName);
        if (result instanceof LoadResult.Loaded(var definition)) {
            var stream = stream(definition.code().value());
            var before = events.read(stream);
            boolean there =
                    before.stream()
                            .anyMatch(e ->
                                    e.fields().get("version") instanceof Value.Int(var v)
                                            && v == definition.version());
            if (!there) {
                projection.keep(definition.digest(), fileName, text);
                var open = new LinkedHashMap<String, Value>();
                open.put("power", new Value.Str(definition.code().value()));
                open.put("version", new Value.Int(definition.version()));
                open.put("digest", new Value.Str(definition.digest()));
                open.put("name", new Value.Str(definition.name()));
                open.put("organ", new Value.Str(definition.organ().value()));
                open.put("in_force", new Value.Str(definition.inForce().toString()));
                open.put("published", new Value.Str(today.toString()));
                var draft =
                        new EventDraft(
                                "power.published",
                                open,
                                List.of(),
                                null,
                                definition.code().value(),
                                null);
                events.append(stream, before.size(), List.of(draft), stamp);
                projection.project(events.read(stream));
            }
        }
        return result;
    }

    /// 取消: from the day on, no case begins; running ones go on under their version.
    @Transactional
    public void cancel(String code, LocalDate day, String basis, Stamp stamp) {
        var stream = stream(code);
        var open = new LinkedHashMap<String, Value>();
        open.put("power", new Value.Str(code));
        open.put("on", new Value.Str(day.toString()));
        open.put("basis", new Value.Str(basis));
        events.append(
                stream,
                events.read(stream).size(),
                List.of(new EventDraft("power.cancelled", open, List.of(), null, code, null)),
                stamp);
        projection.project(events.read(stream));
    }
}
