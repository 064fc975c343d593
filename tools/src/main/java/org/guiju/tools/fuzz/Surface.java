package org.guiju.tools.fuzz;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// 攻击面: everything that can be asked: the operations that the server describes, the pages and forms that each person meets, and
/// real things to name in an address.
final class Surface {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{6}-[A-Z]{2}-[A-Z]{2}-[0-9]{4}|[A-Z]*\\d[\\w.-]*");

    /// Pages of one pattern that one person opens.
    private static final int SAMPLES = 2;

    private final Map<String, Target> targets = new TreeMap<>();
    private final Map<String, Set<String>> things = new HashMap<>();
    private int pages;

    private Surface() {}

    /// @throws IOException when the server describes itself in no way that can be read
    static Surface of(List<Person> people, int pagesEach) throws IOException {
        var surface = new Surface();
        var described = people.getFirst().open("/api/openapi.json");
        if (described.status() != 200) {
            throw new IOException(
                    "/api/openapi.json: " + described.status() + " " + described.fault());
        }
        OpenApi.targets(described.text()).forEach(t -> surface.targets.put(t.words(), t));
        // Each looks around on his own, all at once; what they found is put together in their
        // order.
        var looking = new ArrayList<CompletableFuture<Surface>>();
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
            for (var person : people) {
                looking.add(
                        CompletableFuture.supplyAsync(
                                () -> {
                                    var own = new Surface();
                                    own.crawl(person, pagesEach);
                                    return own;
                                },
                                threads));
            }
            looking.forEach(own -> surface.take(own.join()));
        }
        return surface;
    }

    private void take(Surface own) {
        own.targets.values().forEach(this::add);
        own.things.forEach((word, found) ->
                things.computeIfAbsent(word, _ -> new LinkedHashSet<>()).addAll(found));
        pages += own.pages;
    }

    private void crawl(Person person, int most) {
        var waiting = new ArrayDeque<>(List.of("/desk", "/"));
        if (person.stranger()) {
            waiting.removeFirst();
        }
        var met = new HashSet<>(waiting);
        var patterns = new HashMap<String, Integer>();
        int opened = 0;
        while (!waiting.isEmpty() && opened < most) {
            var address = waiting.poll();
            var path = address.replaceFirst("\\?.*", "");
            if (patterns.merge(NUMBER.matcher(path).replaceAll("#"), 1, Integer::sum) > SAMPLES) {
                continue;
            }
            var page = person.open(address);
            opened++;
            add(page(path, address, person.name()));
            if (page.status() != 200 || !page.html()) {
                continue;
            }
            var text = page.text();
            Html.forms(text, path, person.name()).forEach(this::add);
            for (var link : Html.links(text)) {
                if (!link.contains("lang=") && met.add(link)) {
                    remember(link.replaceFirst("\\?.*", ""));
                    waiting.add(link);
                }
            }
        }
        pages += opened;
    }

    /// A page is a target by its pattern, with the parameters that its links have.
    private static Target page(String path, String address, String person) {
        var query = new LinkedHashMap<String, String>();
        if (address.contains("?")) {
            for (var pair : address.substring(address.indexOf('?') + 1).split("&")) {
                var parts = pair.split("=", 2);
                query.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
        }
        return new Target("GET", path, query, "", Map.of(), List.of(), "", List.of(person));
    }

    private void add(Target target) {
        if (!target.path().startsWith("/")) {
            return;
        }
        var key =
                target.method()
                        + " "
                        + NUMBER.matcher(target.path()).replaceAll("#")
                        + " "
                        + target.fields().keySet();
        targets.merge(
                key,
                target,
                (a, b) -> {
                    var people = new LinkedHashSet<>(a.people());
                    people.addAll(b.people());
                    var query = new LinkedHashMap<>(b.query());
                    query.putAll(a.query());
                    return new Target(
                            a.method(),
                            a.path(),
                            query,
                            a.type(),
                            a.fields(),
                            a.files(),
                            a.text(),
                            List.copyOf(people));
                });
    }

    private void remember(String path) {
        var parts = path.split("/");
        for (int i = 1; i < parts.length; i++) {
            if (!parts[i].isEmpty() && parts[i].length() < 100) {
                things.computeIfAbsent(parts[i - 1], _ -> new LinkedHashSet<>()).add(parts[i]);
            }
        }
    }

    /// Real things that stood behind this word in an address somewhere, already as an address has them.
    List<String> things(String word) {
        return List.copyOf(things.getOrDefault(word, Set.of()));
    }

    List<Target> targets(boolean doors) {
        var all = new ArrayList<Target>();
        targets.values().stream().filter(t -> t.door() == doors).forEach(all::add);
        return all;
    }

    int pages() {
        return pages;
    }
}
