package org.guiju.tools.torture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// 客户端: takes cases of the demo's licence from application to the second opinion, one act after another, and keeps what
/// was confirmed. Some acts are sent twice at the same moment under one id, as an impatient program does.
final class Client {
    private static final String POWER = "330899-WL-XK-0012";

    /// The confirmation of a new case names no events; it begins with the application and the opening of its first step.
    private static final int BEGUN = 2;

    private static final double TWICE = 0.2;
    private static final String PDF =
            Base64.getEncoder().encodeToString("%PDF-1.4 x".getBytes(StandardCharsets.US_ASCII));
    private static final List<String> STANDARDS =
            List.of(
                    "enterprise-registered",
                    "enterprise-charter",
                    "capital-proved",
                    "planned-area",
                    "planned-area-per-seat",
                    "planned-title",
                    "school-distance",
                    "not-residential",
                    "no-revocation",
                    "no-closure");
    private static final String OPINION =
            STANDARDS.stream()
                    .map(s -> "\"" + s + "\":\"met\"")
                    .collect(
                            Collectors.joining(
                                    ",",
                                    "{\"step\":\"review\",\"note\":\"逐项核对\",\"verdicts\":{",
                                    "}}"));
    private final Wire wire;
    private final Random chance;
    private final Map<Act, Act.Answer> confirmed = new LinkedHashMap<>();
    private final Map<String, Integer> expected = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();

    Client(Wire wire, long seed) {
        this.wire = wire;
        this.chance = new Random(seed);
    }

    /// Acts until it is told to stop; the act under way is brought to its answer.
    void run(BooleanSupplier stop) {
        try {
            while (!stop.getAsBoolean()) {
                one(stop);
            }
        } catch (Wire.Unanswered e) {
            findings.add("an act got no answer: " + e.getMessage());
        }
    }

    private void one(BooleanSupplier stop) {
        var no = confirm(act("shenruoxi", "/api/v1/applications", application()), 201).no();
        if (no.isEmpty()) {
            return;
        }
        expected.merge(no, BEGUN, Integer::sum);
        var commands = "/api/v1/cases/" + no + "/commands/";
        var course =
                List.of(
                        act("shenruoxi", commands + "accept", "{\"step\":\"accept\"}"),
                        act(
                                "limin",
                                commands + "appoint-pair",
                                "{\"step\":\"review\",\"a\":\"p-limin\",\"b\":\"p-zhouqihang\"}"),
                        act("limin", commands + "give-opinion", OPINION),
                        act("zhouqihang", commands + "give-opinion", OPINION));
        for (var act : course) {
            if (stop.getAsBoolean()) {
                return;
            }
            expected.merge(no, confirm(act, 200).events().size(), Integer::sum);
        }
    }

    private Act act(String user, String path, String body) {
        return new Act(new UUID(chance.nextLong(), chance.nextLong()), user, path, body);
    }

    private Act.Answer confirm(Act act, int status) {
        var answer = chance.nextDouble() < TWICE ? twice(act) : wire.send(act);
        if (answer.status() == status) {
            confirmed.put(act, answer);
        } else {
            findings.add(act.words() + " was answered with " + answer);
        }
        return answer;
    }

    private Act.Answer twice(Act act) {
        var second = CompletableFuture.supplyAsync(() -> wire.send(act));
        var first = wire.send(act);
        try {
            if (!second.join().equals(first)) {
                findings.add(act.words() + " got two answers: " + first + " and " + second.join());
            }
        } catch (CompletionException e) {
            findings.add(act.words() + " got no second answer: " + e.getMessage());
        }
        return first;
    }

    private static String application() {
        var answers =
                """
                "company-name":"青岚断电网咖","credit-code":"91350100M000100Y43","legal-representative":"苏远航",
                "legal-representative-id":"11010519491231002X","phone":"0570-5550000","capital":"500000",
                "premises-address":"青岚县文昌街道春山路 10 号","area":"150","computers":"60","school-distance":"320","truth":"yes"
                """;
        var files =
                Stream.of("charter", "identity", "funds", "title")
                        .map(m ->
                                "{\"material\":\"%s\",\"name\":\"%s.pdf\",\"content\":\"%s\"}"
                                        .formatted(m, m, PDF))
                        .collect(Collectors.joining(","));
        return """
        {"power":"%s","situation":"preparation","channel":"window","applicant":"青岚断电网咖","answers":{%s},"files":[%s]}
        """
                .formatted(POWER, answers.strip(), files);
    }

    Map<Act, Act.Answer> confirmed() {
        return confirmed;
    }

    /// Events that each case must have: those that were confirmed.
    Map<String, Integer> expected() {
        return expected;
    }

    List<String> findings() {
        return findings;
    }
}
