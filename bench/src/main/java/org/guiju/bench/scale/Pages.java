package org.guiju.bench.scale;

import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guiju.bench.machine.Store;
import org.guiju.bench.machine.Visitor;

/// 被测页面: what an officer, an inspector and a stranger open every day, with addresses of things that there are.
final class Pages {
    private static final int CASES = 400;
    private final List<Page> all;
    private final Map<Who, Visitor> visitors = new EnumMap<>(Who.class);

    /// 谁在看.
    enum Who {
        /// 普通承办人.
        OFFICER,
        /// 监督人员.
        INSPECTOR,
        /// 公众.
        STRANGER
    }

    /// 页面.
    ///
    /// @param paths opened in turn
    record Page(Who who, String name, List<String> paths) {
        String path(int n) {
            return paths.get(n % paths.size());
        }
    }

    private Pages(List<Page> all) {
        this.all = List.copyOf(all);
    }

    List<Page> all() {
        return all;
    }

    Visitor visitor(Who who) {
        return java.util.Objects.requireNonNull(visitors.get(who));
    }

    /// Signs everybody in.
    void enter(int port) throws IOException, InterruptedException {
        visitors.put(Who.OFFICER, signedIn(port, BigCounty.REVIEWER));
        visitors.put(Who.INSPECTOR, signedIn(port, BigCounty.SUPERVISOR));
        visitors.put(Who.STRANGER, Visitor.stranger(HttpClient.newHttpClient(), port));
    }

    private static Visitor signedIn(int port, String user)
            throws IOException, InterruptedException {
        return Visitor.signedIn(HttpClient.newHttpClient(), port, user, BigCounty.PASSWORD);
    }

    static Pages of(Store store) throws SQLException, IOException {
        var own = nos(store, "organ = 'bench-001'");
        var any = nos(store, "true");
        var results = nos(store, "publicised and decided_on is not null and granted");
        var name =
                store.texts(
                                "select applicant_masked from projection.case_row where organ = 'bench-001' order by no limit 1")
                        .getFirst();
        var part = Visitor.encoded(name.substring(2, Math.min(8, name.length())));
        var no = own.getLast();
        var power = store.texts("select min(code) from projection.power_version").getFirst();
        var pages = new ArrayList<Page>();
        page(pages, Who.OFFICER, "tasks (待办)", "/desk");
        page(pages, Who.OFFICER, "list of open cases", "/desk/cases");
        page(pages, Who.OFFICER, "list of all, first page", "/desk/cases?state=all");
        page(pages, Who.OFFICER, "list of closed, page 20", "/desk/cases?state=closed&page=20");
        page(pages, Who.OFFICER, "search by name", "/desk/cases?state=all&q=" + part);
        page(pages, Who.OFFICER, "search by initials", "/desk/cases?state=all&q=qlwcwlhs");
        page(pages, Who.OFFICER, "search by number", "/desk/cases?state=all&q=" + no);
        page(
                pages,
                Who.OFFICER,
                "search for words of an opinion",
                "/desk/cases?state=all&q=" + Visitor.encoded("材料齐全"));
        pages.add(
                new Page(
                        Who.OFFICER,
                        "case page",
                        own.stream().map(n -> "/desk/cases/" + n).toList()));
        page(pages, Who.INSPECTOR, "list of open cases of all organs", "/desk/cases");
        page(pages, Who.INSPECTOR, "list of all, page 50", "/desk/cases?state=all&page=50");
        page(pages, Who.INSPECTOR, "search by name", "/desk/cases?state=all&q=" + part);
        page(pages, Who.INSPECTOR, "cards", "/supervision");
        page(pages, Who.INSPECTOR, "all cards, page 20", "/supervision?state=all&page=20");
        page(pages, Who.INSPECTOR, "board of limits", "/supervision/board");
        pages.add(
                new Page(
                        Who.INSPECTOR,
                        "case under supervision",
                        any.stream().map(n -> "/supervision/cases/" + n).toList()));
        page(pages, Who.STRANGER, "portal", "/");
        page(pages, Who.STRANGER, "list of powers", "/powers");
        page(pages, Who.STRANGER, "a power", "/powers/" + power);
        page(pages, Who.STRANGER, "list of results", "/results");
        page(pages, Who.STRANGER, "results by name", "/results?q=" + part);
        pages.add(
                new Page(
                        Who.STRANGER,
                        "a result",
                        results.stream().map(n -> "/results/" + n).toList()));
        return new Pages(pages);
    }

    private static void page(List<Page> pages, Who who, String name, String path) {
        pages.add(new Page(who, name, List.of(path)));
    }

    private static List<String> nos(Store store, String where) throws SQLException, IOException {
        return store.texts(
                "select no from projection.case_row where %s order by md5(no) limit %d"
                        .formatted(where, CASES));
    }
}
