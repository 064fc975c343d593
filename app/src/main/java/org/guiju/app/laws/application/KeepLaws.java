package org.guiju.app.laws.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.guiju.app.laws.store.LawProjection;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.formats.definition.LawBook;
import org.guiju.kernel.ledger.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 维护法规库: a law's stream tells what was entered of it and when; nothing of it is overwritten.
@Service
public class KeepLaws {
    private final EventStore events;
    private final LawProjection projection;

    KeepLaws(EventStore events, LawProjection projection) {
        this.events = events;
        this.projection = projection;
    }

    /// 法规的事件流.
    public static UUID stream(String name) {
        return UUID.nameUUIDFromBytes(("law:" + name).getBytes(StandardCharsets.UTF_8));
    }

    /// Enters versions: what says the same as before is left, articles join those that are there.
    ///
    /// @return how many versions said something new
    @Transactional
    public int enter(List<LawBook.Version> versions, Stamp stamp) {
        var known = projection.all();
        int fresh = 0;
        for (var v : versions) {
            var before =
                    known.stream()
                            .filter(k -> k.name().equals(v.name()) && k.from().equals(v.from()))
                            .findFirst()
                            .orElse(null);
            var articles = new ArrayList<>(v.articles());
            if (before != null) {
                articles.removeAll(before.articles());
            }
            var delta =
                    new LawBook.Version(
                            v.name(), v.rank(), v.from(), v.until(), v.successor(), articles);
            boolean same =
                    before != null
                            && articles.isEmpty()
                            && delta.equals(
                                    new LawBook.Version(
                                            before.name(),
                                            before.rank(),
                                            before.from(),
                                            before.until(),
                                            before.successor(),
                                            List.of()));
            if (!same) {
                append(v.name(), entered(delta), stamp);
                fresh++;
            }
        }
        return fresh;
    }

    /// Takes a version back that was entered by mistake, or one of its articles.
    ///
    /// @param article empty for the whole version
    @Transactional
    public void withdraw(
            String name, LocalDate from, String article, String kind, String why, Stamp stamp) {
        var open = new LinkedHashMap<String, Value>();
        open.put("name", new Value.Str(name));
        open.put("from", new Value.Str(from.toString()));
        open.put("article", new Value.Str(article));
        open.put("kind", new Value.Str(kind));
        open.put("why", new Value.Str(why));
        append(name, EventDraft.of("law.withdrawn", open), stamp);
    }

    private static EventDraft entered(LawBook.Version v) {
        var open = new LinkedHashMap<String, Value>();
        open.put("name", new Value.Str(v.name()));
        open.put("rank", new Value.Str(v.rank().code()));
        open.put("from", new Value.Str(v.from().toString()));
        var until = v.until();
        if (until != null) {
            open.put("until", new Value.Str(until.toString()));
        }
        open.put("successor", new Value.Str(v.successor()));
        var articles = v.articles();
        open.put("articles", strs(articles.stream().map(LawBook.Article::number).toList()));
        open.put("kinds", strs(articles.stream().map(a -> a.kind().code()).toList()));
        open.put("texts", strs(articles.stream().map(LawBook.Article::text).toList()));
        open.put("sources", strs(articles.stream().map(LawBook.Article::source).toList()));
        return EventDraft.of("law.entered", open);
    }

    private static Value strs(List<String> all) {
        return new Value.Strs(all);
    }

    private void append(String name, EventDraft draft, Stamp stamp) {
        var stream = stream(name);
        events.append(stream, events.length(stream), List.of(draft), stamp);
        projection.project(events.read(stream));
    }
}
