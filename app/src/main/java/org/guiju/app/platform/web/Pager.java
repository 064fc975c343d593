package org.guiju.app.platform.web;

import java.util.List;
import java.util.TreeSet;
import org.springframework.web.util.UriComponentsBuilder;

/// 分页: one page of a list. The state is in the address, so a filtered page can be pasted into a letter.
///
/// @param number this page, from 1; @param size rows a page; @param total rows in all, counted and not estimated
/// @param address path and query of the list without `page`
public record Pager(int number, int size, long total, String address) {

    /// What is asked for is brought into the range there is: a page that has vanished shows the last one.
    public static Pager of(int asked, int size, long total, String path, String query) {
        var address =
                UriComponentsBuilder.fromPath(path)
                        .query(query)
                        .replaceQueryParam("page")
                        .build()
                        .toUriString();
        int last = (int) Math.max(1, Math.ceilDiv(total, (long) size));
        return new Pager(Math.clamp(asked, 1, last), size, total, address);
    }

    public int last() {
        return (int) Math.max(1, Math.ceilDiv(total, (long) size));
    }

    public long offset() {
        return (long) (number - 1) * size;
    }

    public long from() {
        return total == 0 ? 0 : offset() + 1;
    }

    public long to() {
        return Math.min(total, offset() + size);
    }

    /// The pages worth a link: the first, the last, this one and its neighbours. A jump in the numbers is a gap.
    public List<Integer> numbers() {
        var numbers = new TreeSet<>(List.of(1, last()));
        for (int n = Math.max(1, number - 2); n <= Math.min(last(), number + 2); n++) {
            numbers.add(n);
        }
        return List.copyOf(numbers);
    }

    public String href(int page) {
        return address + (address.contains("?") ? "&" : "?") + "page=" + page;
    }
}
