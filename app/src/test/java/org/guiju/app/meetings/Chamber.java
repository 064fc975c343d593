package org.guiju.app.meetings;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.allocation.application.Appointments;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An organ with seven leaders, the first of them its chief, and the API as they use it.
final class Chamber {
    static final int SEATS = 7;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    final String organ;

    Chamber(int port, String name) {
        this.port = port;
        this.organ = "unit-" + name;
    }

    /// Founded once, whichever test comes first.
    Chamber founded(
            Allocation allocation,
            Appointments appointments,
            Accounts accounts,
            OfficialClock clock) {
        var id = new OrganId(organ);
        if (allocation.organ(id).isEmpty()) {
            var stamp = Stamp.own(clock.now(), "demo", UUID.randomUUID());
            appointments.establish(
                    new Organ(
                            id,
                            Organ.Kind.BUREAU,
                            null,
                            new Text("青岚县" + organ, "Unit " + organ),
                            "学院路 2 号",
                            "0570-0000901",
                            Organ.Nature.ADMINISTRATIVE),
                    stamp);
            for (int i = 1; i <= SEATS; i++) {
                var person = new PersonId(person(i));
                appointments.appoint(
                        new Officer(person, id, user(i), new Text("局领导", "Leader")),
                        "局领导",
                        i == 1
                                ? List.of("head-of-organ", "organ-head", "section-head")
                                : List.of("organ-head", "section-member"),
                        LocalDate.of(2024, 1, 1),
                        Stamp.own(clock.now(), "demo", UUID.randomUUID()));
                accounts.addOfficer(user(i), "qinglan-2026", person, user(i));
            }
        }
        return this;
    }

    String user(int seat) {
        return organ + "-m" + seat;
    }

    String person(int seat) {
        return "p-" + user(seat);
    }

    List<String> people(int... seats) {
        var people = new ArrayList<String>();
        for (int seat : seats) {
            people.add(person(seat));
        }
        return people;
    }

    List<String> everybody() {
        return people(1, 2, 3, 4, 5, 6, 7);
    }

    /// Status and body.
    record Answer(int status, JsonNode body) {
        String code() {
            return body.path("code").asString("");
        }
    }

    /// What anybody else of the county is answered.
    JsonNode as(String user, String path) {
        return sent(user, HttpRequest.newBuilder(uri(path)).GET()).body();
    }

    Answer get(int seat, String path) {
        return send(seat, HttpRequest.newBuilder(uri(path)).GET());
    }

    Answer post(int seat, String path, Map<String, ?> body) {
        return send(
                seat,
                HttpRequest.newBuilder(uri(path))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer act(String meeting, int seat, String name, Map<String, ?> body) {
        return post(seat, "/api/v1/meetings/" + meeting + "/commands/" + name, body);
    }

    /// The act must be permitted.
    JsonNode done(String meeting, int seat, String name, Map<String, ?> body) {
        var answer = act(meeting, seat, name, body);
        if (answer.status() != 200) {
            throw new AssertionError(name + " by " + seat + ": " + answer);
        }
        return answer.body();
    }

    /// Called for the day by the second, with the chief in the chair.
    Answer convene(String kind, LocalDate day) {
        return post(
                2,
                "/api/v1/meetings",
                Map.of(
                        "kind",
                        kind,
                        "day",
                        day.toString(),
                        "time",
                        "9:00",
                        "place",
                        "会议室",
                        "chair",
                        person(1),
                        "members",
                        everybody()));
    }

    String convened(String kind, LocalDate day) {
        var answer = convene(kind, day);
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return answer.body().path("id").asString();
    }

    Map<String, Object> penalty(String matter) {
        var item = new LinkedHashMap<String, Object>();
        item.put("sort", "penalty-case");
        item.put("matter", matter);
        item.put("title", "占道经营案");
        item.put("proposal", "罚款");
        item.put("amount", "1000");
        return item;
    }

    /// All open with everybody there but those named.
    void open(String meeting, int... away) {
        var present = new ArrayList<>(everybody());
        present.removeAll(people(away));
        var absent = people(away).stream().map(p -> p + ":出差").toList();
        done(meeting, 2, "open", Map.of("present", present, "absent", absent));
    }

    void speak(String meeting, int... seats) {
        for (int seat : seats) {
            done(meeting, seat, "speak", Map.of("no", 1, "text", "意见 " + seat));
        }
    }

    void vote(String meeting, String vote, int... seats) {
        for (int seat : seats) {
            done(
                    meeting,
                    seat,
                    "vote",
                    Map.of("no", 1, "vote", vote, "dissent", "against".equals(vote) ? "证据不足" : ""));
        }
    }

    void check(String meeting) {
        for (var question : List.of("procedure", "evidence", "discretion", "rights")) {
            done(meeting, 1, "check", Map.of("no", 1, "question", question, "answer", "yes"));
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private Answer send(int seat, HttpRequest.Builder request) {
        return sent(user(seat), request);
    }

    private Answer sent(String user, HttpRequest.Builder request) {
        var basic =
                Base64.getEncoder()
                        .encodeToString((user + ":qinglan-2026").getBytes(StandardCharsets.UTF_8));
        try {
            var answer =
                    client.send(
                            request.header("Authorization", "Basic " + basic)
                                    .header("Accept", "application/json")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.body().isBlank()
                            ? JSON.createObjectNode()
                            : JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
