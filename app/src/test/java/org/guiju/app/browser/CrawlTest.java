package org.guiju.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every page that can be reached by links, as everybody who can sign in sees it: it opens, it fits a phone, axe finds nothing.
///
/// Pages of one path and one make-up are one page to axe, whatever they were asked for: it looks at the first, and at some that are
/// built of other parts. That it opens is asked of every page met; the words of the first of a pattern are read in English too.
@RunningGuiju
@InChromium
class CrawlTest {
    private static final Pattern HREF = Pattern.compile("<a[^>]*?\\shref=\"(/[^\"#]*)");
    private static final Pattern PART =
            Pattern.compile("<([a-z][a-z0-9]*)(?:[^>]*?class=\"([^\"]*)\")?");
    private static final Pattern NUMBER =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{6}-[A-Z]{2}-[A-Z]{2}-[0-9]{4}|\\d+");

    /// How many pages of one pattern a visitor opens, and how many when those before him have opened enough of it.
    private static final int SAMPLES = 2;

    private static final int ENOUGH = 4;

    /// How many pages of one path axe looks at; it takes half a second for each.
    private static final int MOST = 2;

    private static final Set<String> SEEN = new HashSet<>();
    private static final Map<String, Integer> LOOKS = new HashMap<>();
    private static final Map<String, Integer> OPENED = new HashMap<>();

    @LocalServerPort int port;

    @Test
    void everyPageStandsBeingLookedAtByAStranger() {
        try (var visitor = Visitor.at(port)) {
            assertThat(crawl(visitor, "nobody", List.of("/"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "citizen",
                "shenruoxi",
                "limin",
                "zhouqihang",
                "wangli",
                "zhaojun",
                "hejingyi",
                "linshufen",
                "chenyuanshan",
                "wuxiaodie",
                "zhengwenbo",
                "yanzhengqing"
            })
    void everyPageStandsBeingLookedAtBy(String username) {
        try (var visitor = Visitor.signedIn(port, username)) {
            assertThat(crawl(visitor, username, List.of(visitor.where(), "/"))).isEmpty();
        }
    }

    private List<String> crawl(Visitor visitor, String who, List<String> from) {
        var faults = new ArrayList<String>();
        var waiting = new ArrayDeque<>(from);
        var met = new HashSet<>(from);
        var opened = new HashMap<String, Integer>();
        while (!waiting.isEmpty()) {
            var address = waiting.poll();
            var pattern = pattern(address);
            if (opened.merge(pattern, 1, Integer::sum) > samples(pattern)) {
                continue;
            }
            OPENED.merge(pattern, 1, Integer::sum);
            var answer = visitor.fetch(address);
            if (answer.status() != 200) {
                faults.add(who + " " + address + ": " + answer.status());
                continue;
            }
            if (!answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
                continue;
            }
            var body = answer.text();
            var page = pattern.contains("tab=") ? pattern : pattern.replaceFirst("\\?.*", "");
            if (SEEN.add(page + makeUp(body)) && LOOKS.merge(page, 1, Integer::sum) <= MOST) {
                visitor.go(address);
                boolean first = LOOKS.getOrDefault(page, 0) == 1;
                var name = who + " " + address;
                faults.addAll(first ? Looked.at(visitor, name) : Looked.again(visitor, name));
                if (first) {
                    visitor.go(address + (address.contains("?") ? "&" : "?") + "lang=en");
                    faults.addAll(
                            Looked.words(visitor).stream()
                                    .map(f -> address + " en: " + f)
                                    .toList());
                    visitor.fetch("/login?lang=zh");
                }
            }
            var links = HREF.matcher(body);
            while (links.find()) {
                var link = links.group(1).replace("&amp;", "&");
                if (!link.contains("lang=") && !link.contains("mode=") && met.add(link)) {
                    waiting.add(link);
                }
            }
        }
        return faults;
    }

    private static int samples(String pattern) {
        return OPENED.getOrDefault(pattern, 0) < ENOUGH ? SAMPLES : 1;
    }

    /// The address without what only says which one: numbers, codes, values of parameters.
    private static String pattern(String address) {
        var path = NUMBER.matcher(address.replaceFirst("\\?.*", "")).replaceAll("#");
        var query = address.contains("?") ? address.substring(address.indexOf('?')) : "";
        return path.replaceFirst("^/powers/[^/]+", "/powers/#")
                        .replaceFirst("^(/catalog/clearing/[^/]+/)[^/]+", "$1#")
                + (query.contains("tab=") ? query : query.replaceAll("=[^&]*", ""));
    }

    /// The kinds of parts that a page is built of.
    private static String makeUp(String body) {
        var parts = new TreeSet<String>();
        var main = body.substring(Math.max(0, body.indexOf("<main")));
        PART.matcher(main).results().forEach(m -> parts.add(m.group(1) + "." + m.group(2)));
        return parts.toString();
    }
}
