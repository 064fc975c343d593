package org.guiju.app.editor.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guiju.app.editor.Drafts.Kind;
import org.guiju.app.editor.Drafts.State;
import org.guiju.app.editor.store.JdbcDrafts;
import org.guiju.formats.definition.DraftNode;
import org.guiju.formats.definition.DraftNode.Keyed;
import org.guiju.formats.definition.DraftPath;
import org.guiju.formats.definition.DraftText;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// 编制室: opens drafts and saves what clerks type. What two of them typed into different places stands side by side; into the same place,
/// the later one is asked.
@Service
public class DraftRoom {
    private static final int TRIES = 5;
    private final JdbcDrafts store;

    DraftRoom(JdbcDrafts store) {
        this.store = store;
    }

    /// 保存结果.
    public sealed interface Saved {
        /// Saved, or nothing to save.
        record Done(State state) implements Saved {}

        /// Somebody else has changed the same place since.
        record Conflict(State theirs, List<Clash> clashes) implements Saved {}

        /// What was typed cannot be taken over.
        record Wrong(Keyed root, Map<String, String> errors) implements Saved {}

        /// The item is named elsewhere.
        record Missed(Keyed root, Change change, List<DraftPath> places) implements Saved {}
    }

    /// 冲突: one place, as the later one wants it and as it stands now.
    public record Clash(DraftPath at, String mine, String theirs) {}

    /// Opens a draft; the one that is open already stays.
    public State open(String code, OrganId organ, String text, PersonId by, Instant at) {
        var open = store.open(code);
        if (open.isPresent()) {
            return open.get();
        }
        var state = new State(code, store.newest(code) + 1, Kind.OPENED, organ, "", by, at, text);
        return store.add(state) ? state : store.open(code).orElseThrow();
    }

    /// Ends a draft: it was published, or nobody wants it any more. What it said stays on record.
    public void close(State state, PersonId by, Instant at) {
        mark(state, Kind.CLOSED, by, at);
    }

    /// Notes that the draft was submitted as it stands.
    public void submitted(State state, PersonId by, Instant at) {
        mark(state, Kind.SUBMITTED, by, at);
    }

    private void mark(State state, Kind kind, PersonId by, Instant at) {
        store.add(
                new State(
                        state.code(),
                        store.newest(state.code()) + 1,
                        kind,
                        state.organ(),
                        "",
                        by,
                        at,
                        state.text()));
    }

    /// Saves a section.
    ///
    /// @param seen number of the state from which the form was drawn
    /// @param change what is to be done with a list after that, or null
    public Saved save(
            String code,
            int seen,
            Section section,
            Map<String, List<String>> typed,
            @Nullable Change change,
            PersonId by,
            Instant at) {
        var base = root(store.state(code, seen).orElseThrow().text());
        var merge = new Merge(typed);
        var merged = merge.into(base);
        if (!merge.errors().isEmpty()) {
            return new Saved.Wrong(merged, merge.errors());
        }
        var places = new ArrayList<>(section.places());
        if (change != null) {
            var missed = change.missed(merged);
            if (!missed.isEmpty()) {
                return new Saved.Missed(merged, change, missed);
            }
            merged = change.in(merged);
            places.add(change.list());
        }
        return put(code, base, merged, places, section.id(), by, at);
    }

    /// Puts a value at a place, as programs do.
    public Saved put(
            String code,
            int seen,
            DraftPath place,
            @Nullable DraftNode value,
            PersonId by,
            Instant at) {
        var base = root(store.state(code, seen).orElseThrow().text());
        var merged = base.with(place, value) instanceof Keyed keyed ? keyed : Keyed.EMPTY;
        return put(code, base, merged, List.of(place), place.toString(), by, at);
    }

    private Saved put(
            String code,
            Keyed base,
            Keyed merged,
            List<DraftPath> places,
            String section,
            PersonId by,
            Instant at) {
        for (int i = 0; i < TRIES; i++) {
            var now = store.open(code).orElseThrow();
            var current = root(now.text());
            var clashes = new ArrayList<Clash>();
            var result = current;
            for (var place : places) {
                var was = base.at(place);
                var mine = merged.at(place);
                var theirs = current.at(place);
                if (mine.equals(was) || mine.equals(theirs)) {
                    continue;
                }
                if (!theirs.equals(was)) {
                    clashes.add(new Clash(place, yaml(mine), yaml(theirs)));
                } else {
                    result = (Keyed) result.with(place, mine.orElse(null));
                }
            }
            if (result.equals(current)) {
                return clashes.isEmpty()
                        ? new Saved.Done(now)
                        : new Saved.Conflict(now, List.copyOf(clashes));
            }
            var text = DraftText.with(now.text(), result);
            var next = new State(code, now.n() + 1, Kind.SAVED, now.organ(), section, by, at, text);
            if (store.add(next)) {
                // What nobody else touched is saved; only the rest is asked about.
                return clashes.isEmpty()
                        ? new Saved.Done(next)
                        : new Saved.Conflict(next, List.copyOf(clashes));
            }
        }
        throw new IllegalStateException(
                "the draft " + code + " changes faster than it can be saved");
    }

    /// Saves the whole text as it was typed, readable or not.
    public Saved text(String code, int seen, String text, PersonId by, Instant at) {
        var now = store.open(code).orElseThrow();
        if (text.equals(now.text())) {
            return new Saved.Done(now);
        }
        if (now.n() != seen
                && !now.text().equals(store.state(code, seen).map(State::text).orElse(""))) {
            return new Saved.Conflict(now, List.of(new Clash(DraftPath.ROOT, text, now.text())));
        }
        var next = new State(code, now.n() + 1, Kind.SAVED, now.organ(), "text", by, at, text);
        return store.add(next) ? new Saved.Done(next) : text(code, seen, text, by, at);
    }

    public Optional<State> open(String code) {
        return store.open(code);
    }

    /// The tree of a text; empty where it cannot be read.
    public static Optional<Keyed> tree(String text) {
        return Optional.ofNullable(DraftText.parse(text).root());
    }

    private static Keyed root(String text) {
        return Objects.requireNonNullElse(DraftText.parse(text).root(), Keyed.EMPTY);
    }

    private static String yaml(Optional<DraftNode> node) {
        return node.map(DraftText::yaml).orElse("");
    }
}
