package org.guiju.app.portal.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.platform.web.Pager;

/// 公开列表: the page of a list that the address asks for; a page behind the last is the last.
///
/// @param pager what stands below it
record Listing<T>(List<T> rows, Pager pager) {
    /// Whether it is up now or was.
    static final Set<String> POSTED = Set.of("now", "past");

    /// @param address of the list, @param query of the filter that its other pages keep, @param pages by their number, from 1
    static <T> Listing<T> of(
            Map<String, String> asked,
            String address,
            String query,
            IntFunction<CaseQuery.Page<T>> pages) {
        var first = pages.apply(1);
        var pager =
                Pager.of(
                        Asked.page(asked.get("page")), first.size(), first.total(), address, query);
        var page = pager.number() == 1 ? first : pages.apply(pager.number());
        return new Listing<>(page.rows(), pager);
    }

    /// Every row, page after page, as a sheet needs them.
    static <T> Stream<T> all(IntFunction<CaseQuery.Page<T>> pages) {
        return Stream.iterate(1, n -> n + 1)
                .map(n -> pages.apply(n).rows())
                .takeWhile(r -> !r.isEmpty())
                .flatMap(List::stream);
    }

    static CaseQuery.Posted posted(Map<String, String> asked) {
        return switch (Asked.oneOf(asked.get("posted"), POSTED)) {
            case "now" -> CaseQuery.Posted.NOW;
            case "past" -> CaseQuery.Posted.PAST;
            default -> CaseQuery.Posted.ANY;
        };
    }
}
