package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.guiju.app.testing.TestClock;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.powers.Condition;
import org.guiju.kernel.powers.Condition.Comparison;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import tools.jackson.databind.JsonNode;

/// Carries a case of any situation of any text from its first act to the archive, with the people of the demo county: whoever holds
/// the role and is not kept apart by what he did before. Knows no power.
public final class Course {
    private static final Path OFFICERS = Path.of("src/main/resources/demo/officers.csv");
    private final Api api;
    private final Hands hands;
    private final PowerDefinition power;
    private final Situation situation;
    private final Supplier<LocalDate> today;
    private final Map<String, String> outcomes;
    private Map<String, String> filled = Map.of();
    private String applicant = "青岚程序样例商行";
    final List<String> events = new ArrayList<>();
    final List<String> steps = new ArrayList<>();
    public String no = "";

    /// By API.
    ///
    /// @param outcomes what is chosen where a step can end in more than one way: step to answer
    Course(
            Api api,
            PowerDefinition power,
            Situation situation,
            Supplier<LocalDate> today,
            Map<String, String> outcomes) {
        this(api, new ByApi(api), power, situation, today, outcomes);
    }

    /// By API, on the main way.
    public static Course byApi(
            int port, PowerDefinition power, Situation situation, Supplier<LocalDate> today) {
        return new Course(new Api(port), power, situation, today, Map.of());
    }

    /// By these hands, on the main way; a supervisor looks on through the API.
    public Course(
            Hands hands,
            int port,
            PowerDefinition power,
            Situation situation,
            Supplier<LocalDate> today) {
        this(new Api(port), hands, power, situation, today, Map.of());
    }

    private Course(
            Api api,
            Hands hands,
            PowerDefinition power,
            Situation situation,
            Supplier<LocalDate> today,
            Map<String, String> outcomes) {
        this.api = api;
        this.hands = hands;
        this.power = power;
        this.situation = situation;
        this.today = today;
        this.outcomes = outcomes;
    }

    /// A text as it is shipped.
    static PowerDefinition shipped(String file) {
        return read(text(file));
    }

    static String text(String file) {
        return Objects.requireNonNull(ShippedDefinitions.texts().get(file + ".yaml"));
    }

    public static PowerDefinition read(String text) {
        return switch (new DefinitionReader(CaseRule.ids()).read(text, "text")) {
            case LoadResult.Loaded(var power) -> power;
            case LoadResult.Rejected(var problems) -> throw new AssertionError(problems);
        };
    }

    /// With these answers instead of those made up.
    Course filled(Map<String, String> answers) {
        filled = answers;
        return this;
    }

    Course applicant(String name) {
        applicant = name;
        return this;
    }

    /// The answer to the application alone.
    Api.Answer apply() {
        return api.post(first(), UUID.randomUUID(), "/api/v1/applications", application());
    }

    /// From the application to the step, which is left open; `begin` afresh where nothing has begun.
    public Course runTo(String stop) {
        if (no.isEmpty()) {
            begin();
        }
        for (int i = 0; i < 60 && !api.open(no).contains(stop) && !closed(); i++) {
            work(situation.step(api.open(no).getFirst()).orElseThrow());
        }
        assertThat(api.open(no)).contains(stop);
        return this;
    }

    /// The step alone, by whoever may.
    void workAt(String step) {
        work(situation.step(step).orElseThrow());
    }

    /// 示例县的工作人员.
    private record Person(String user, String organ, Set<String> roles, boolean login) {
        String id() {
            return "p-" + user;
        }
    }

    private static List<Person> people() {
        try {
            return Files.readAllLines(OFFICERS).stream()
                    .skip(1)
                    .map(l -> l.replaceAll("\"[^\"]*\"", "-").split(",", -1))
                    .map(c ->
                            new Person(
                                    c[0],
                                    c[2],
                                    Set.copyOf(Arrays.asList(c[6].split(" "))),
                                    c[8].equals("yes")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Person> holders(String role, Step step) {
        var organ = step.organ() == null ? power.organ() : step.organ();
        return people().stream()
                .filter(p -> p.organ().equals(organ.value()) && p.roles().contains(role))
                .toList();
    }

    /// By the first in the role whom nothing keeps apart.
    private Person any(Step step, String act, Function<Person, Map<String, ?>> body) {
        return any(holders(step.role(), step), step, act, body);
    }

    private Person any(
            List<Person> persons, Step step, String act, Function<Person, Map<String, ?>> body) {
        var said = new ArrayList<String>();
        for (var person : persons) {
            if (person.login()) {
                var answer = hands.act(person.user(), no, act, body.apply(person));
                if (answer.done()) {
                    events.addAll(answer.events());
                    return person;
                }
                said.add(person.user() + " " + answer.said());
            }
        }
        throw new AssertionError(act + " at " + step.id() + " of " + no + ": " + said);
    }

    /// Number, outcome and steps, as a program reads them.
    public JsonNode read() {
        return api.read(no);
    }

    private record ByApi(Api api) implements Hands {
        @Override
        public String begin(String user, boolean applied, Map<String, ?> body) {
            var address = applied ? "/api/v1/applications" : "/api/v1/clues";
            var answer = api.post(user, UUID.randomUUID(), address, body);
            assertThat(answer.status()).as("%s", answer).isEqualTo(201);
            return answer.body().path("no").asString();
        }

        @Override
        public Answer act(String user, String no, String act, Map<String, ?> body) {
            var answer = api.act(user, no, act, body);
            var events = new ArrayList<String>();
            answer.body().path("events").forEach(e -> events.add(e.asString()));
            return new Answer(answer.status() == 200, events, answer.toString());
        }
    }

    /// From the application or the clue to the end.
    public Course run() {
        to("");
        assertThat(closed()).as("closed after %s", steps).isTrue();
        return this;
    }

    /// From the application or the clue until this step stands open.
    Course to(String last) {
        begin();
        for (int i = 0; i < 60 && !closed(); i++) {
            var open = api.open(no);
            assertThat(open)
                    .as("an open step while the case is not closed: %s", steps)
                    .isNotEmpty();
            if (open.contains(last)) {
                return this;
            }
            var step =
                    open.stream()
                            .map(s -> situation.step(s).orElseThrow())
                            .filter(s -> s.kind() != StepKind.PUBLICITY)
                            .findFirst()
                            .orElseGet(() -> situation.step(open.getFirst()).orElseThrow());
            steps.add(step.id());
            work(step);
        }
        return this;
    }

    private boolean closed() {
        return !api.read(no).path("outcome").asString("").isEmpty() && api.open(no).isEmpty();
    }

    private Map<String, Object> application() {
        var body = new HashMap<String, Object>();
        body.put("power", power.code().value());
        body.put("situation", situation.id());
        body.put("channel", situation.channels().getLast());
        body.put("applicant", applicant);
        body.put("applicantKind", "organisation");
        var answers = new LinkedHashMap<String, String>();
        situation
                .fields()
                .forEach(f -> answers.put(f.id(), filled.getOrDefault(f.id(), answer(f))));
        body.put("answers", answers);
        body.put(
                "files",
                situation.materials().stream()
                        .filter(m -> m.source().uploaded() && m.required())
                        .map(m -> Api.file(m.id()))
                        .toList());
        return body;
    }

    /// Who takes it in.
    private String first() {
        var first = situation.first();
        return holders(first.role(), first).stream()
                .filter(Person::login)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody is " + first.role()))
                .user();
    }

    private void begin() {
        no = hands.begin(first(), situation.onApplication(), application());
    }

    private static String answer(Field f) {
        long least = f.min() == null ? 1 : f.min();
        return switch (f.type()) {
            case TEXT, LONG_TEXT -> "程序样例" + "甲".repeat((int) Math.max(0, least - 4));
            case PERSON_NAME -> "苏远航";
            case NUMBER, MONEY, DECIMAL -> Long.toString(least);
            case DATE -> "2026-01-15";
            case PHONE -> "0570-5550000";
            case ID_NUMBER -> "11010519491231002X";
            case CREDIT_CODE -> "91350100M000100Y43";
            case CHOICE -> f.choices().getFirst().id();
            case CONFIRM -> "yes";
        };
    }

    private Map<String, Object> at(Step step, Object... more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("step", step.id());
        for (int i = 0; i + 1 < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private boolean yes(Step step, String otherwise) {
        return outcomes.getOrDefault(step.id(), otherwise).equals(otherwise);
    }

    private static String word(boolean yes) {
        return yes ? "yes" : "no";
    }

    private void work(Step step) {
        switch (step.kind()) {
            case ACCEPTANCE -> any(step, "accept", _ -> at(step));
            case FORM_REVIEW -> any(step, "give-opinion", _ -> opinion(step));
            case PAIRED_REVIEW -> review(step);
            case SITE_INSPECTION -> inspect(step);
            case PARTY_NOTICE ->
                    any(step, "tell-parties", _ -> at(step, "parties", "", "manner", "经核实无利害关系人"));
            case DELIBERATION, OBJECTION_REVIEW -> meet(step);
            case DECISION -> decide(step);
            case SERVICE ->
                    any(
                            step,
                            "serve",
                            _ -> at(step, "manner", "direct", "recipient", "苏远航", "proof", "送达回证"));
            case PUBLICITY -> wait(step);
            case ARCHIVING -> any(step, "archive", _ -> at(step));
            default -> office(step);
        }
    }

    private void office(Step step) {
        switch (step.kind()) {
            case INITIATION ->
                    any(
                            step,
                            "begin-matter",
                            _ -> at(step, "begun", word(yes(step, "begun")), "reasons", "符合启动条件"));
            case APPROVAL ->
                    any(
                            step,
                            "approve",
                            _ ->
                                    at(
                                            step,
                                            "approves",
                                            word(yes(step, "approved")),
                                            "opinion",
                                            "经审查，意见如上"));
            case ON_SITE -> scene(step);
            case REPLY -> reply(step);
            case MEDIATION ->
                    any(
                            step,
                            "record-mediation",
                            _ ->
                                    at(
                                            step,
                                            "settled",
                                            word(!yes(step, "failed")),
                                            "terms",
                                            "双方陈述意见"));
            case RULING ->
                    any(
                            step,
                            "rule",
                            _ ->
                                    at(
                                            step,
                                            "made",
                                            word(yes(step, "made")),
                                            "content",
                                            "决定内容",
                                            "reasons",
                                            "事实清楚，依据充分"));
            case EXECUTION ->
                    any(
                            step,
                            "record-execution",
                            _ ->
                                    at(
                                            step,
                                            "done",
                                            word(yes(step, "done")),
                                            "what",
                                            "已按决定执行",
                                            "sum",
                                            "1200.50",
                                            "proof",
                                            "凭证 0001"));
            default -> throw new AssertionError("no course through " + step.kind());
        }
    }

    private Map<String, Object> opinion(Step step) {
        var body = findings(step, _ -> true);
        body.put("note", "逐项核对");
        return body;
    }

    /// What is found of these standards; where one is measured, a figure that meets it.
    private Map<String, Object> findings(Step step, Predicate<Condition.Standard> which) {
        var verdicts = new LinkedHashMap<String, String>();
        var measured = new LinkedHashMap<String, String>();
        Cases.standards(power, situation).values().stream()
                .filter(which)
                .forEach(s -> {
                    verdicts.put(s.id(), "met");
                    var m = s.measure();
                    if (m != null) {
                        measured.put(
                                s.id(),
                                Long.toString(
                                        m.comparison() == Comparison.AT_LEAST
                                                ? m.bound() + 1
                                                : m.bound()));
                    }
                });
        return at(step, "verdicts", verdicts, "measured", measured);
    }

    private Person a = new Person("", "", Set.of(), false);

    private void review(Step step) {
        var persons = holders(step.role(), step).stream().filter(Person::login).toList();
        a = persons.getFirst();
        var b = persons.get(1);
        var pair = List.of(a, b);
        any(pair, step, "appoint-pair", _ -> at(step, "a", a.id(), "b", b.id()));
        for (var person : pair) {
            any(List.of(person), step, "give-opinion", _ -> opinion(step));
        }
    }

    private void inspect(Step step) {
        var others =
                holders(step.role(), step).stream().filter(p -> p.login() && !p.equals(a)).toList();
        var go = a.login() ? List.of(a, others.getFirst()) : others.subList(0, 2);
        // On site only what is measured there has a line on the form.
        var body = findings(step, s -> s.measure() != null);
        body.put("inspectors", go.stream().map(Person::id).toList());
        body.put("report", "两人到场核实，情况属实");
        any(go.subList(0, 1), step, "record-inspection", _ -> body);
        any(go.subList(1, 2), step, "sign-inspection", _ -> at(step));
    }

    private void scene(Step step) {
        var go = holders(step.role(), step).stream().filter(Person::login).limit(2).toList();
        any(
                go.subList(0, 1),
                step,
                "record-scene",
                _ ->
                        at(
                                step,
                                "officers",
                                go.stream().map(Person::id).toList(),
                                "presence",
                                "refused",
                                "inventory",
                                "电动三轮车 1 辆\n纸箱 12 只",
                                "spared",
                                "yes",
                                "record",
                                "出示证件，告知权利，当事人拒绝签名"));
        any(go.subList(1, 2), step, "sign-scene", _ -> at(step));
    }

    private void reply(Step step) {
        any(step, "tell-parties", _ -> at(step, "parties", "被申请人某公司", "manner", "直接送达副本"));
        any(step, "record-statement", _ -> at(step, "party", "被申请人某公司", "statement", "书面答辩"));
    }

    private void meet(Step step) {
        var kind = power.meeting(Objects.requireNonNull(step.meeting())).orElseThrow();
        var chair =
                holders(kind.chair(), step).stream()
                        .filter(Person::login)
                        .findFirst()
                        .orElseThrow();
        var members = new LinkedHashSet<>(holders(kind.members(), step));
        members.addAll(holders(kind.chair(), step));
        members.remove(chair);
        members.add(chair);
        var present = members.stream().map(Person::id).toList();
        var minutes = Api.minutes(step.id(), chair.id(), present, yes(step, "agreed"));
        any(
                members.stream().filter(p -> !p.equals(chair)).toList(),
                step,
                "record-meeting",
                _ -> minutes);
        any(List.of(chair), step, "sign-minutes", _ -> at(step));
    }

    private void decide(Step step) {
        boolean grant = yes(step, "granted");
        var standard = Cases.standards(power, situation).keySet().iterator().next();
        any(
                step,
                "decide",
                _ ->
                        at(
                                step,
                                "grant",
                                word(grant),
                                "unmet",
                                grant ? List.of() : List.of(standard),
                                "reasons",
                                "依照法定条件"));
    }

    /// The period runs out; the next act finds that it has.
    private void wait(Step step) {
        LocalDate due = today.get();
        for (var s : api.read(no).path("openSteps")) {
            if (s.path("step").asString().equals(step.id())) {
                due = LocalDate.parse(s.path("due").asString());
            }
        }
        TestClock.ahead(
                TestClock.ahead()
                        .plus(Duration.ofDays(ChronoUnit.DAYS.between(today.get(), due) + 1)));
        for (var next : step.next("over")) {
            var after = situation.step(next).orElseThrow();
            if (!api.open(no).contains(next)) {
                steps.add(next);
                work(after);
            }
        }
    }
}
