package org.guiju.app.cases.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseQuery.Filter;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.cases.application.CommandInput;
import org.guiju.app.platform.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// 办件队列: a list of cases as its address names it, and what stands before and after a case in it; so an officer goes from one
/// case to the next without going back to the list.
@Component
final class DeskQueue {
    static final List<String> STATES =
            List.of("open", "overdue", "due-soon", "paused", "granted", "refused", "closed", "");
    private static final int LONGEST_SEARCH = 100;
    private static final int BATCH = 200;
    private static final int FARTHEST = 1000;
    private static final String NOWHERE = "-";

    private final CaseQuery cases;
    private final DeskLists lists;
    private final Allocation allocation;

    DeskQueue(CaseQuery cases, DeskLists lists, Allocation allocation) {
        this.cases = cases;
        this.lists = lists;
        this.allocation = allocation;
    }

    /// 列表条件.
    ///
    /// @param state one of [#STATES]; empty for all
    record Asked(String state, String power, String organ, String text) {
        Filter filter(int page, int size) {
            return new Filter(state, power, organ, text, page, size);
        }

        Asked in(String another) {
            return new Asked(another, power, organ, text);
        }

        /// The address of the list, or of its export.
        String address(String path) {
            var address =
                    UriComponentsBuilder.fromPath(path)
                            .queryParam("state", state.isEmpty() ? "all" : state);
            if (!power.isEmpty()) {
                address.queryParam("power", "{power}");
            }
            if (!text.isEmpty()) {
                address.queryParam("q", "{q}");
            }
            return address.encode().buildAndExpand(Map.of("power", power, "q", text)).toUriString();
        }

        /// What a case opened from this list carries in its address, to know its neighbours.
        String carried() {
            return Objects.requireNonNullElse(
                            UriComponentsBuilder.fromUriString(address("/")).build().getQuery(), "")
                    .replaceFirst("^state=", "in=");
        }
    }

    /// The list asked for, every odd value replaced by a plain one.
    Asked asked(CurrentUser user, String state, String power, String text) {
        var chosen = STATES.contains(state) ? state : state.equals("all") ? "" : "open";
        var known = lists.powers().stream().anyMatch(p -> p.code().value().equals(power));
        return new Asked(chosen, known ? power : "", organ(user), searchable(text));
    }

    /// What PostgreSQL and the ledger cannot hold, no case can contain.
    private static String searchable(String text) {
        var plain = text.strip();
        plain = plain.substring(0, Math.min(plain.length(), LONGEST_SEARCH));
        return CommandInput.storable(plain) ? plain : "";
    }

    /// An organ lists its own cases; one that supervises a power lists all; who has no post has no cases.
    String organ(CurrentUser user) {
        return allocation
                .officer(user.person())
                .map(o -> o.organ())
                .map(o ->
                        lists.powers().stream().anyMatch(p -> p.supervision().by().equals(o))
                                ? ""
                                : o.value())
                .orElse(NOWHERE);
    }

    /// Every row of the list, read batch by batch.
    Stream<CaseRow> all(Asked asked) {
        return Stream.iterate(1, n -> n + 1)
                .map(n -> cases.rows(asked.filter(n, BATCH)))
                .takeWhile(rows -> !rows.isEmpty())
                .flatMap(List::stream);
    }

    /// 前后件.
    ///
    /// @param at place of the case in the list, from 1; 0 where it has left the list
    record Neighbours(
            @Nullable String previous, @Nullable String next, int at, int of, String carried) {
        public String href(String no) {
            return "/desk/cases/" + no + (carried.isEmpty() ? "" : "?" + carried);
        }
    }

    /// @param in the state of the list that the case was opened from; empty for one's own tasks
    Neighbours neighbours(CurrentUser user, String no, String in, String power, String text) {
        if (in.isEmpty()) {
            var mine = new LinkedHashMap<String, Boolean>();
            cases.tasks(user.person()).forEach(t -> mine.put(t.row().no(), true));
            return neighbours(List.copyOf(mine.keySet()), no, "");
        }
        var asked = asked(user, in, power, text);
        var all = cases.rows(asked.filter(1, FARTHEST)).stream().map(CaseRow::no).toList();
        return neighbours(all, no, asked.carried());
    }

    /// A case that is done has left its list: after it comes what now stands first.
    private static Neighbours neighbours(List<String> list, String no, String carried) {
        int i = list.indexOf(no);
        return new Neighbours(
                i > 0 ? list.get(i - 1) : null,
                i + 1 < list.size() ? list.get(i + 1) : null,
                i + 1,
                list.size(),
                carried);
    }
}
