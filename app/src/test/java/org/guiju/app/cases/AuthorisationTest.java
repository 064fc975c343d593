package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guiju.app.cases.Endpoints.Endpoint;
import org.guiju.app.cases.Visitors.Visitor;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Administrator;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The matrix of who comes where: every address the product answers is called as everybody, and what came of it is held against the
/// page that was looked at and checked in. A new address, or a door that opens or closes, makes it red until the page says so.
@RunningGuiju
class AuthorisationTest extends OnTheApi {
    private static final Path PAGE = Path.of("docs/evidence/authorisation.md");
    private static final int AT_ONCE = 8;

    /// The first of all others: what a stranger may see everybody may, so only these are sent there.
    private static final List<String> FEW =
            List.of("stranger", "citizen", "culture:window", "system", "security", "audit");

    /// Who is asked before all others. Where all of them come in, the other officers are asked only with `-Dguiju.authorisation=all`.
    private static final List<String> PANEL =
            List.of(
                    "citizen",
                    "culture:window",
                    "culture:catalogue-clerk",
                    "chengguan:enforcer",
                    "keji:catalogue-clerk",
                    "service:none",
                    "discipline-group-4:supervisor",
                    "justice:expert",
                    "system",
                    "security",
                    "audit");

    /// Who sends forms that say nothing: none of them has a role for anything.
    private static final List<String> WITHOUT_A_ROLE =
            List.of(
                    "stranger",
                    "citizen",
                    "service:none",
                    "keji:window",
                    "system",
                    "security",
                    "audit");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired JdbcClient jdbc;

    @Test
    void everybodyComesWhereThePageSaysAndNowhereElse() throws Exception {
        var visitors = new Visitors(port);
        var all = everybody(visitors);
        var samples =
                new Samples(api.received(), Year.now(OfficialClock.ZONE).getValue(), this::first);
        var endpoints = Endpoints.of(mapping);
        var found = new TreeMap<Endpoint, Map<String, Integer>>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE, virtual())) {
            var calls = new ArrayList<Future<?>>();
            for (var endpoint : endpoints) {
                var answers = new ConcurrentHashMap<String, Integer>();
                found.put(endpoint, answers);
                calls.add(threads.submit(() -> call(visitors, all, endpoint, samples, answers)));
            }
            for (var call : calls) {
                call.get();
            }
        }
        var faults = new ArrayList<String>();
        found.forEach((endpoint, answers) ->
                answers.forEach((who, status) -> {
                    if (status >= 500) {
                        faults.add(endpoint + " " + who + ": " + status);
                    }
                }));
        assertThat(faults).as("the server failed").isEmpty();
        compare(page(all, found));
    }

    private String first(String username, String path, String pattern) throws Exception {
        var body =
                username.isEmpty()
                        ? new Browser(port).get(path).body()
                        : Clerk.signedIn(port, username).get(path).body();
        return Pattern.compile(pattern)
                .matcher(body)
                .results()
                .map(MatchResult::group)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new AssertionError("nothing like " + pattern + " on " + path));
    }

    private static ThreadFactory virtual() {
        return Thread.ofVirtual().factory();
    }

    private Map<String, Visitor> everybody(Visitors visitors) throws Exception {
        var all = new LinkedHashMap<String, Visitor>();
        all.put("stranger", visitors.stranger());
        all.put("citizen", visitors.signedIn("citizen", "citizen", ""));
        for (var officer : Visitors.officers().entrySet()) {
            var name = officer.getKey();
            all.put(name, visitors.signedIn(name, officer.getValue()[0], officer.getValue()[1]));
        }
        for (var three :
                List.of(
                        List.of("system", Administrator.SYSTEM),
                        List.of("security", Administrator.SECURITY),
                        List.of("audit", Administrator.AUDIT))) {
            all.put(
                    three.getFirst(),
                    visitors.administrator(three.getFirst(), three.getLast(), jdbc, clock.now()));
        }
        return all;
    }

    private static Void call(
            Visitors visitors,
            Map<String, Visitor> all,
            Endpoint endpoint,
            Samples samples,
            Map<String, Integer> answers)
            throws Exception {
        var address = samples.address(endpoint.pattern());
        var stranger = visitor(all, "stranger");
        int first = visitors.status(stranger, endpoint.method(), address);
        answers.put("stranger", first);
        boolean open = first != 401 && first != 403;
        if (!endpoint.method().equals("GET")) {
            ask(
                    visitors,
                    all,
                    endpoint,
                    address,
                    answers,
                    open ? List.of("audit") : WITHOUT_A_ROLE);
        } else if (open) {
            ask(visitors, all, endpoint, address, answers, FEW);
        } else {
            ask(visitors, all, endpoint, address, answers, PANEL);
            boolean alike =
                    answers.entrySet().stream()
                            .filter(a -> visitor(all, a.getKey()).officer())
                            .allMatch(a -> a.getValue() == 200);
            if (!alike || "all".equals(System.getProperty("guiju.authorisation"))) {
                ask(visitors, all, endpoint, address, answers, all.keySet());
            }
        }
        return null;
    }

    private static void ask(
            Visitors visitors,
            Map<String, Visitor> all,
            Endpoint endpoint,
            String address,
            Map<String, Integer> answers,
            Collection<String> whom)
            throws Exception {
        for (var who : whom) {
            if (!answers.containsKey(who)) {
                answers.put(who, visitors.status(visitor(all, who), endpoint.method(), address));
            }
        }
    }

    // --- the page

    private static final String HEAD =
            """
            # Who comes where

            Made by `AuthorisationTest` from the addresses that the server itself says it answers, each called over HTTP; the build compares this page. An address that is not here, and a door that opens
            or closes, makes it red; after a change that is meant, look at `app/target/authorisation.md` and copy it here.

            * **Reading** (GET) is asked as a stranger, a citizen, the three administrators and the officers below. What a stranger may read is asked of few; where seven officers of different kinds all
              come in, the others are asked only with `-Dguiju.authorisation=all` (last run so on 2026-11-23).
            * **Forms and commands** (POST, PUT, DELETE) are sent empty, by those who have no role for them. 401: sign in. 403: not for you. 404: nothing there for you. 400, 409, 415, 422: what was sent is
              refused, by its form or by a decider. 302: to another page, with a notice. 200 only where nothing is done: a form comes back, a plan is computed, one's own record is given out.
            * **Things** are the demonstration's; cases are one of the culture bureau, received a moment before. Of what the demonstration does not have, whoever comes past the door is told 404. `culture` is
              the organ of the case, all the others are foreign to it; `culture:all` is every officer asked of that organ.
            * What somebody may do in a case is decided act by act and proven elsewhere (`docs/generated/requirements.md`, groups B to D).

            """;

    private static String page(
            Map<String, Visitor> all, Map<Endpoint, Map<String, Integer>> found) {
        var page = new StringBuilder(HEAD);
        page.append("| who | roles |\n|---|---|\n");
        all.values().stream()
                .filter(Visitor::officer)
                .forEach(v ->
                        page.append("| ")
                                .append(v.name())
                                .append(" | ")
                                .append(v.roles().isEmpty() ? "none" : v.roles())
                                .append(" |\n"));
        page.append("\n| | address | who gets what |\n|---|---|---|\n");
        found.forEach((endpoint, answers) ->
                page.append("| ")
                        .append(endpoint.method())
                        .append(" | `")
                        .append(endpoint.pattern())
                        .append("` | ")
                        .append(said(all, answers))
                        .append(" |\n"));
        return page.toString();
    }

    private static String said(Map<String, Visitor> all, Map<String, Integer> answers) {
        if (answers.values().stream().distinct().count() == 1) {
            return answers.values().iterator().next() + " everybody";
        }
        var officers =
                answers.keySet().stream()
                        .filter(n -> visitor(all, n).officer())
                        .collect(Collectors.groupingBy(answers::get, Collectors.counting()));
        int most =
                officers.entrySet().stream()
                        .max(
                                Map.Entry.<Integer, Long>comparingByValue()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElse(0);
        var groups = new TreeMap<Integer, List<String>>();
        var organs = new HashMap<String, Set<Integer>>();
        answers.forEach((name, status) ->
                organs.computeIfAbsent(organ(name), _ -> new HashSet<>()).add(status));
        for (var name : all.keySet()) {
            var status = answers.get(name);
            if (status != null && !(visitor(all, name).officer() && status == most)) {
                var group = groups.computeIfAbsent(status, _ -> new ArrayList<>());
                boolean whole =
                        visitor(all, name).officer()
                                && Objects.requireNonNull(organs.get(organ(name))).size() == 1;
                var label = whole ? organ(name) + ":all" : name;
                if (!group.contains(label)) {
                    group.add(label);
                }
            }
        }
        groups.computeIfAbsent(most, _ -> new ArrayList<>())
                .add(officers.size() == 1 ? "officers" : "other officers");
        return groups.entrySet().stream()
                .map(g -> "**" + g.getKey() + "** " + String.join(", ", g.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private static Visitor visitor(Map<String, Visitor> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    private static String organ(String name) {
        return name.replaceFirst(":.*", "");
    }

    private static void compare(String now) throws Exception {
        var root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/decisions"))) {
            root = Objects.requireNonNull(root.getParent(), "run inside the tree");
        }
        var target = root.resolve("app/target/authorisation.md");
        Files.createDirectories(target.getParent());
        Files.writeString(target, now);
        var page = root.resolve(PAGE);
        var approved = Files.exists(page) ? Files.readString(page) : "";
        assertThat(now.lines().filter(line -> !approved.contains(line + "\n")).toList())
                .as("not on %s, or otherwise; see %s", PAGE, target)
                .isEmpty();
        assertThat(now).as("%s says more than there is; see %s", PAGE, target).isEqualTo(approved);
    }
}
