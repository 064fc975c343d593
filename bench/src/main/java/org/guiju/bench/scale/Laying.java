package org.guiju.bench.scale;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.cases.application.DecidedCases;
import org.guiju.app.cases.application.DecidedCases.Decided;
import org.guiju.app.demo.DemoForms;
import org.guiju.app.demo.SimulatedCase;
import org.guiju.app.demo.SimulatedCase.Beginning;
import org.guiju.app.demo.SimulatedCase.Quirks;
import org.guiju.app.demo.SimulatedCase.Setting;
import org.guiju.app.demo.SimulatedNames;
import org.guiju.app.ledger.store.SubjectKeys;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.bench.machine.Store;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.TimedId;
import org.springframework.context.ApplicationContext;

/// 成批铺底: cases that begin one after another over the days given, each decided act by act in memory, gathered by the product as if
/// it were to be written, and taken to the database by COPY, a few hundred in one transaction.
public final class Laying {
    private static final int BATCH = 250;
    private static final int ANSWERS = 900;
    private static final int CASES_AN_APPLICANT = 3;
    private static final int LEAST_APPLICANTS = 60;
    private final ApplicationContext context;
    private final Store store;
    private final boolean pending;
    private final List<LocalDate> days;
    private final Map<Integer, Long> numbers = new HashMap<>();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong cases = new AtomicLong();
    private final List<Laid> samples = new ArrayList<>();

    Laying(ApplicationContext context, Store store, boolean pending, List<LocalDate> days) {
        this.context = context;
        this.store = store;
        this.pending = pending;
        this.days = days;
    }

    /// 铺好的一案, with all that was asked for in it.
    record Laid(UUID id, List<Decided> acts) {}

    /// 演完的一案, kept in memory only.
    public record Played(UUID id, PowerDefinition power, List<Decided> acts) {}

    /// So many cases that end before today, played and not written.
    public static Stream<Played> play(
            ApplicationContext context, int count, List<Setting> settings, long seed) {
        var calendar = context.getBean(Calendars.class).current();
        var from = context.getBean(OfficialClock.class).today().minusYears(1);
        var days = from.datesUntil(from.plusMonths(10)).filter(calendar::isWorkingDay).toList();
        var root = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var random = root.split();
                    var setting = settings.get(random.nextInt(settings.size()));
                    var day = days.get((int) ((long) i * days.size() / count));
                    var laid =
                            played(
                                    new Planned("2026-" + (10_000 + i), day, setting, random),
                                    count);
                    return new Played(laid.id(), setting.power(), laid.acts());
                });
    }

    private record Planned(String no, LocalDate day, Setting setting, SplittableRandom random) {}

    long events() {
        return events.get();
    }

    long cases() {
        return cases.get();
    }

    /// Some of the cases, evenly spread.
    List<Laid> samples() {
        synchronized (samples) {
            return List.copyOf(samples);
        }
    }

    /// Lays down so many cases of these powers; the same seed gives the same acts.
    void lay(long count, List<Setting> settings, long seed, int wanted)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        var root = new SplittableRandom(seed);
        int threads = Runtime.getRuntime().availableProcessors();
        long applicants = Math.max(LEAST_APPLICANTS, count / CASES_AN_APPLICANT);
        long every = Math.max(1, count / Math.max(1, wanted));
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<?>>();
            for (long done = 0; done < count; done += BATCH) {
                var batch = new ArrayList<Planned>();
                var sampled = new LinkedHashSet<Integer>();
                for (long i = done; i < Math.min(count, done + BATCH); i++) {
                    var random = root.split();
                    var day = days.get((int) (i * days.size() / count));
                    batch.add(
                            new Planned(
                                    no(day),
                                    day,
                                    settings.get(random.nextInt(settings.size())),
                                    random));
                    if (wanted > 0 && i % every == every / 2) {
                        sampled.add(batch.size() - 1);
                    }
                }
                running.add(pool.submit(() -> write(batch, applicants, sampled)));
                if (running.size() > threads * 2) {
                    running.removeFirst().get();
                }
                say(done, count);
            }
            for (var one : running) {
                one.get();
            }
        }
        for (var year : numbers.entrySet()) {
            store.run(
                    "insert into numbering values ('case:%d', %d) on conflict (series) do update set last = excluded.last"
                            .formatted(year.getKey(), year.getValue()));
        }
    }

    private static void say(long done, long count) {
        long tenth = Math.max(BATCH, count / 10 / BATCH * BATCH);
        if (done > 0 && done % tenth == 0) {
            System.out.printf(Locale.ROOT, "  %,d cases laid down%n", done);
        }
    }

    private String no(LocalDate day) {
        long n = numbers.merge(day.getYear(), 1L, Long::sum);
        return "%d-%04d".formatted(day.getYear(), n);
    }

    private Void write(List<Planned> batch, long applicants, LinkedHashSet<Integer> sampled)
            throws SQLException, IOException {
        var played = batch.stream().map(p -> played(p, applicants)).toList();
        var subjects = new LinkedHashSet<String>();
        for (var laid : played) {
            subjects.add("case:" + laid.id());
            subjects.add(applicant(laid).subject());
        }
        context.getBean(SubjectKeys.class).ready(subjects);
        var rows = new Rows(pending);
        var decided = context.getBean(DecidedCases.class);
        played.forEach(laid -> rows.add(decided.gather(laid.id(), laid.acts())));
        try (var connection = store.connect()) {
            connection.setAutoCommit(false);
            rows.send(connection);
            connection.commit();
        }
        events.addAndGet(rows.events());
        cases.addAndGet(batch.size());
        synchronized (samples) {
            sampled.forEach(i -> samples.add(played.get(i)));
        }
        return null;
    }

    private static Applicant applicant(Laid laid) {
        return ((CaseCommand.SubmitApplication) laid.acts().getFirst().asked()).applicant();
    }

    private static Laid played(Planned planned, long applicants) {
        var setting = planned.setting();
        var situation = setting.situation();
        var random = planned.random();
        var chance = new UUID(random.nextLong(), random.nextLong());
        int company = (int) random.nextLong(applicants);
        var name = SimulatedNames.company(company);
        var subject =
                UUID.nameUUIDFromBytes(("company-" + company).getBytes(StandardCharsets.UTF_8));
        var account = "co-" + company;
        var opening =
                new CaseCommand.SubmitApplication(
                        planned.no(),
                        setting.power().code().value(),
                        situation.id(),
                        situation.channels().getFirst(),
                        new Applicant(
                                subject.toString(),
                                account,
                                Applicant.Kind.ORGANISATION,
                                name,
                                name),
                        DemoForms.fill(
                                situation, name, SimulatedNames.person(company), company % ANSWERS),
                        List.of(),
                        planned.day(),
                        "");
        var simulated =
                new SimulatedCase(
                        setting,
                        random,
                        Quirks.draw(random).unextended(),
                        new Beginning(
                                planned.day(), new Actor.Citizen(account), opening, List.of(), ""));
        simulated.run();
        var acts =
                simulated.acts().stream()
                        .map(a ->
                                new Decided(
                                        new UUID(random.nextLong(), random.nextLong()),
                                        a.at(),
                                        a.actor(),
                                        a.command(),
                                        a.events()))
                        .toList();
        return new Laid(TimedId.of(acts.getFirst().at(), chance), acts);
    }
}
