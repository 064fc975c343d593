package org.guiju.tools.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// 造请求: out of a target and chance, one request with one or many things wrong with it.
final class Maker {
    private static final Pattern VARIABLE = Pattern.compile("([^/{]*)/?\\{[^}]+}");
    private static final Pattern VALUE =
            Pattern.compile(
                    "(?<=[:\\[,])(\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+|true|false|null)(?=[,\\]}])");
    private static final String BOUNDARY = "----gj";

    /// Characters of headers: what a server reads, and what none does.
    private static final int LONG = 10_000;

    private static final int TOO_LONG = 40_000;

    private static final List<Wrong> WRONG =
            List.of(
                    new Wrong(
                            "Content-Type",
                            "text/xml",
                            "application/xml;charset=x",
                            "a/b/c",
                            "",
                            "application/json;charset=utf-7",
                            "*/*",
                            "application/x-www-form-urlencoded",
                            "multipart/form-data"),
                    new Wrong(
                            "Accept",
                            "image/png",
                            "a",
                            "*/*;q=x",
                            "application/xml",
                            ",,,",
                            "text/html;q=0"),
                    new Wrong(
                            "Accept-Language",
                            "xx-YY-zz",
                            "zh;q=9",
                            "*",
                            "en_US_POSIX_" + "x".repeat(500),
                            ";;;"),
                    new Wrong("Range", "bytes=-1", "bytes=9-1", "bytes=0-0,0-0,0-0", "lines=1"),
                    new Wrong("If-Modified-Since", "Thu, 99 Xyz 9999"),
                    new Wrong("Host", "", "a b", "evil.example", "[::1", "localhost:99999"));

    private final Surface surface;
    private final List<Target> targets;
    private final List<Target> doors;
    private final Map<String, Person> people;
    private final FuzzPlan plan;
    private final String host;

    Maker(Surface surface, List<Person> people, FuzzPlan plan, String host) {
        this.surface = surface;
        this.targets = surface.targets(false);
        this.doors = surface.targets(true);
        this.plan = plan;
        this.host = host;
        this.people = new LinkedHashMap<>();
        people.forEach(p -> this.people.put(p.name(), p));
    }

    /// The same number gives the same request, as far as the server shows the same things to the same people.
    Attempt attempt(int number) {
        var chance = new Random(plan.seed() * 1_000_003 + number);
        for (int i = 0; i < 3; i++) {
            chance.nextLong(); // the first numbers of neighbouring seeds are alike
        }
        boolean last = number >= plan.requests() - plan.requests() / 50 && !doors.isEmpty();
        var from = last ? doors : targets;
        var target = from.get(chance.nextInt(from.size()));
        var seen = target.people().isEmpty() ? List.copyOf(people.keySet()) : target.people();
        var name =
                chance.nextInt(12) == 0 || last
                        ? Person.STRANGER
                        : seen.get(chance.nextInt(seen.size()));
        return new Request(number, target, people.getOrDefault(name, stranger()), chance).make();
    }

    private Person stranger() {
        return people.values().iterator().next();
    }

    /// A header, and values of it that nothing can be done with.
    private record Wrong(String name, List<String> values) {
        Wrong(String name, String... values) {
            this(name, List.of(values));
        }
    }

    /// 正在造的请求: what has been decided of it so far.
    private final class Request {
        private final int number;
        private final Target target;
        private final Person person;
        private final Random chance;
        private final Naughty naughty;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final List<String> rawHeaders = new ArrayList<>();
        private String twist = "";
        private boolean forged;
        private boolean plain = true;

        Request(int number, Target target, Person person, Random chance) {
            this.number = number;
            this.target = target;
            this.person = person;
            this.chance = chance;
            this.naughty = new Naughty(chance, plan.strings());
        }

        Attempt make() {
            headers.put("Host", host);
            headers.put("Connection", "close");
            headers.put("Cookie", person.cookie());
            headers.put("Accept", target.api() ? "application/json" : "text/html");
            boolean wrongHead = chance.nextInt(5) == 0;
            var address =
                    path() + query(!wrongHead && chance.nextInt(target.reading() ? 1 : 6) == 0);
            byte[] body = {};
            if (!target.type().isEmpty()) {
                headers.put("Content-Type", target.type());
                headers.put("X-CSRF-TOKEN", person.token());
                headers.put(
                        "Idempotency-Key",
                        new UUID(chance.nextLong(), chance.nextLong()).toString());
                body = body();
            } else if (!target.reading()) {
                headers.put("X-CSRF-TOKEN", person.token());
                headers.put(
                        "Idempotency-Key",
                        new UUID(chance.nextLong(), chance.nextLong()).toString());
            }
            if (wrongHead) {
                spoilHead();
            }
            if (!headers.containsKey("Content-Length") && (body.length > 0 || !target.reading())) {
                headers.put("Content-Length", Integer.toString(body.length));
            }
            return new Attempt(
                    number, person.name(), target, twist, bytes(address, body), forged, plain);
        }

        private byte[] bytes(String address, byte[] body) {
            var head =
                    new StringBuilder(target.method())
                            .append(' ')
                            .append(address)
                            .append(" HTTP/1.1\r\n");
            headers.forEach((k, v) -> head.append(k).append(": ").append(v).append("\r\n"));
            rawHeaders.forEach(h -> head.append(h).append("\r\n"));
            return Naughty.joined(Naughty.ascii(head.append("\r\n").toString()), body);
        }

        /// Real things in the place of variables, two times out of three.
        private String path() {
            return VARIABLE.matcher(target.path())
                    .replaceAll(m ->
                            java.util.regex.Matcher.quoteReplacement(m.group(1) + "/" + thing(m)));
        }

        private String thing(MatchResult at) {
            var known = surface.things(at.group(1));
            int dice = chance.nextInt(6);
            if (dice == 0) {
                twisted("path-spelling");
                plain = false;
                return naughty.spelling();
            }
            if (dice == 1 || known.isEmpty()) {
                twisted("path-text");
                return Person.encoded(naughty.shortText()).replace("+", "%20");
            }
            return known.get(chance.nextInt(known.size()));
        }

        private String query(boolean spoil) {
            var all = new LinkedHashMap<>(target.query());
            if (all.isEmpty() && !spoil) {
                return "";
            }
            if (spoil && chance.nextInt(4) == 0 || all.isEmpty()) {
                all.put(
                        List.of("q", "page", "size", "lang", "mode", "tab", "from")
                                .get(chance.nextInt(7)),
                        "1");
            }
            var bad = spoil ? List.copyOf(all.keySet()).get(chance.nextInt(all.size())) : "";
            boolean everywhere = spoil && chance.nextInt(5) == 0;
            var out = new ArrayList<String>();
            all.forEach((name, value) ->
                    out.add(name + "=" + (name.equals(bad) || everywhere ? queryValue() : value)));
            if (spoil && chance.nextInt(8) == 0) {
                twisted("query-twice");
                out.add(bad + "=" + Person.encoded(naughty.shortText()));
            }
            return "?" + String.join("&", out).replace(" ", "%20").replace("\"", "%22");
        }

        private String queryValue() {
            if (chance.nextInt(4) == 0) {
                twisted("query-spelling");
                plain = false;
                return naughty.spelling();
            }
            twisted("query-text");
            return Person.encoded(naughty.shortText());
        }

        private byte[] body() {
            return switch (target.type()) {
                case Target.FORM -> form();
                case Target.MULTIPART -> parts();
                case Target.JSON -> json();
                default -> {
                    twisted("body-text");
                    yield naughty.text().getBytes(StandardCharsets.UTF_8);
                }
            };
        }

        private Map<String, String> fields() {
            var all = new LinkedHashMap<>(target.fields());
            int dice = chance.nextInt(10);
            if (all.isEmpty()) {
                return all;
            }
            var names = List.copyOf(all.keySet());
            if (dice == 0) {
                twisted("field-missing");
                all.remove(names.get(chance.nextInt(names.size())));
            } else if (dice <= 3) {
                twisted("fields-text");
                all.replaceAll((_, _) -> shorter());
            } else {
                twisted("field-text");
                all.put(names.get(chance.nextInt(names.size())), naughty.text());
            }
            return all;
        }

        /// Many long texts together would only find the limit of a body.
        private String shorter() {
            var text = naughty.text();
            return text.length() > 100_000 ? text.substring(0, 1_000) : text;
        }

        private byte[] form() {
            var out = new StringBuilder("_csrf=").append(Person.encoded(person.token()));
            fields().forEach((k, v) ->
                    out.append('&')
                            .append(Person.encoded(k))
                            .append('=')
                            .append(Person.encoded(v)));
            int dice = chance.nextInt(12);
            if (dice == 0) {
                twisted("field-spelling");
                plain = false;
                out.append("&q=").append(naughty.spelling());
            } else if (dice == 1 && !target.fields().isEmpty()) {
                twisted("field-twice");
                var name = target.fields().keySet().iterator().next();
                out.append('&')
                        .append(Person.encoded(name))
                        .append('=')
                        .append(Person.encoded(naughty.shortText()));
            } else if (dice == 2) {
                twisted("field-unknown");
                out.append("&class.module.classLoader.x=1&a[0].b=1&%5B=1");
            } else if (dice == 3) {
                forged = true;
                twisted("no-token");
                headers.remove("X-CSRF-TOKEN");
                return Naughty.ascii(out.toString().replaceFirst("^_csrf=[^&]*", "_csrf=made-up"));
            }
            return Naughty.ascii(out.toString());
        }

        private byte[] json() {
            int dice = chance.nextInt(14);
            if (dice == 0) {
                twisted("body-json");
                return naughty.json();
            }
            if (dice == 1) {
                twisted("body-cut");
                var text = target.text();
                return Naughty.ascii(text.substring(0, chance.nextInt(text.length() + 1)));
            }
            if (dice == 2) {
                forged = true;
                twisted("no-token");
                headers.remove("X-CSRF-TOKEN");
                return target.text().getBytes(StandardCharsets.UTF_8);
            }
            if (dice == 3) {
                twisted("key-twice");
                return Naughty.ascii(
                        target.text().replaceFirst("^\\{", "{\"step\":1,\"step\":[],\"\":{},"));
            }
            twisted("value-json");
            var places = VALUE.matcher(target.text()).results().toList();
            if (places.isEmpty()) {
                return naughty.json();
            }
            var at = places.get(chance.nextInt(places.size()));
            return Naughty.joined(
                    target.text().substring(0, at.start()).getBytes(StandardCharsets.UTF_8),
                    naughty.json(),
                    target.text().substring(at.end()).getBytes(StandardCharsets.UTF_8));
        }

        private byte[] parts() {
            int dice = chance.nextInt(10);
            var out = new StringBuilder();
            part(out, "_csrf", "", person.token());
            fields().forEach((k, v) -> part(out, k, "", v));
            for (var file : target.files()) {
                twisted("file");
                part(out, file, fileName(), chance.nextBoolean() ? "%PDF-1.4 x" : shorter());
            }
            headers.put("Content-Type", Target.MULTIPART + "; boundary=" + BOUNDARY);
            if (dice == 0) {
                twisted("no-boundary");
                headers.put("Content-Type", Target.MULTIPART);
            } else if (dice == 1) {
                twisted("unended");
                return out.toString().getBytes(StandardCharsets.UTF_8);
            } else if (dice == 2) {
                twisted("other-boundary");
                headers.put("Content-Type", Target.MULTIPART + "; boundary=" + "x".repeat(80));
            } else if (dice == 3) {
                twisted("many-parts");
                for (int i = 0; i < 2_000; i++) {
                    part(out, "f" + i, "f", "x");
                }
            }
            out.append("--").append(BOUNDARY).append("--\r\n");
            return out.toString().getBytes(StandardCharsets.UTF_8);
        }

        private String fileName() {
            return naughty.shortText().replace("\r\n", "\n")
                    + List.of("", ".pdf", ".xlsx", ".csv", ".html").get(chance.nextInt(5));
        }

        private void part(StringBuilder out, String name, String file, String value) {
            out.append("--")
                    .append(BOUNDARY)
                    .append("\r\nContent-Disposition: form-data; name=\"")
                    .append(name)
                    .append('"');
            if (!file.isEmpty()) {
                out.append("; filename=\"")
                        .append(file)
                        .append("\"\r\nContent-Type: application/pdf");
            }
            out.append("\r\n\r\n").append(value).append("\r\n");
        }

        private void spoilHead() {
            switch (chance.nextInt(14)) {
                case 0 -> header("Idempotency-Key", Naughty.quoted(naughty.shortText()));
                case 1 -> headers.remove("Idempotency-Key");
                case 2 -> header("X-Long", "a".repeat(LONG));
                case 3 -> header("X-Longer", "a".repeat(TOO_LONG));
                case 4 ->
                        header(
                                "Cookie",
                                person.cookie()
                                        + "; lang="
                                        + Person.encoded(naughty.shortText())
                                        + "; mode=%zz; a");
                case 5 -> header("X-Forwarded-For", Naughty.quoted(naughty.shortText()));
                case 6 -> rawHeaders.add("X-Raw: \u0001\u00ff\u00e9");
                case 7, 8 -> {
                    header("Sec-Fetch-Site", "cross-site");
                    headers.remove("X-CSRF-TOKEN");
                }
                default -> {
                    var wrong = WRONG.get(chance.nextInt(WRONG.size()));
                    header(wrong.name(), wrong.values().get(chance.nextInt(wrong.values().size())));
                    plain = plain && !wrong.name().equals("Host");
                }
            }
            twisted("header");
            int length = headers.values().stream().mapToInt(String::length).sum();
            plain = plain && length <= LONG && rawHeaders.isEmpty();
        }

        private void header(String name, String value) {
            headers.put(name, value.replaceAll("[\r\n]", " "));
        }

        private void twisted(String how) {
            twist = twist.isEmpty() || twist.contains(how) ? how : twist + "+" + how;
        }
    }
}
