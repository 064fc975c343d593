package org.guiju.bench.supervision;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.supervision.store.SupervisionSettings;
import org.guiju.bench.machine.Machine;
import org.guiju.bench.machine.Options;
import org.guiju.bench.machine.Store;
import org.guiju.bench.scale.BigCounty;
import org.guiju.bench.scale.Laying;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.supervision.CalendarHistory;
import org.guiju.kernel.supervision.CaseWatch;
import org.guiju.kernel.supervision.CaseWatch.Recorded;
import org.guiju.kernel.supervision.Scheme;
import org.guiju.kernel.supervision.Seen;
import org.guiju.kernel.supervision.Supervision;

/// 监察基准: the rules there are over cases that the decider made, on one thread, without a database. Live: a case is judged anew after each of its
/// acts, as the server does. Replay: each case once, with all its events. Seconds are of this thread's processor, so that others on the machine
/// count little.
public final class SupervisionBench {
    private static final long SEED = 7;
    private final List<Watched> cases = new ArrayList<>();
    private final Scheme scheme;
    private final CalendarHistory calendars;
    private final WorkCalendar calendar;

    private SupervisionBench(Scheme scheme, CalendarHistory calendars, WorkCalendar calendar) {
        this.scheme = scheme;
        this.calendars = calendars;
        this.calendar = calendar;
    }

    /// 一案: its events as recorded; `acts` the number of events after each act.
    private record Watched(
            String id, PowerDefinition power, List<Recorded> events, List<Integer> acts) {}

    /// @throws IllegalArgumentException when an option is unknown or has no fitting value
    public static void run(List<String> words) throws Exception {
        var options = Options.of(words, Map.of("--cases", "5000", "--rounds", "3"));
        System.out.println(Machine.line());
        var directory = Files.createTempDirectory("guiju-bench-supervision");
        try (var context = BigCounty.application(directory)) {
            var county = BigCounty.found(context, 10);
            county.grow(10);
            var settings = context.getBean(SupervisionSettings.class);
            var bench =
                    new SupervisionBench(
                            settings.scheme(),
                            settings.history(),
                            context.getBean(Calendars.class).current());
            Laying.play(context, options.number("--cases"), county.settings(), SEED)
                    .forEach(bench::add);
            for (int i = 1; i <= options.number("--rounds"); i++) {
                bench.measure("replay", bench::replay);
                bench.measure("live", bench::live);
            }
        } finally {
            Store.remove(directory);
        }
    }

    private void add(Laying.Played played) {
        var events = new ArrayList<Recorded>();
        var acts = new ArrayList<Integer>();
        for (var act : played.acts()) {
            for (var event : act.events()) {
                var kind = event.getClass().getSimpleName();
                events.add(
                        new Recorded(
                                event,
                                new Seen(played.id().toString(), events.size(), kind, act.at())));
            }
            acts.add(events.size());
        }
        cases.add(new Watched(played.id().toString(), played.power(), events, acts));
    }

    private void measure(String name, ToLongFunction<Watched> work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long heap = afterCollection();
        long cpu = threads.getCurrentThreadCpuTime();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        long events = 0;
        long cards = 0;
        for (var one : cases) {
            events += one.events().size();
            cards += work.applyAsLong(one);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        double seconds = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
        long made = threads.getCurrentThreadAllocatedBytes() - allocated;
        System.out.printf(
                Locale.ROOT,
                "%s: %,d cases, %,d events, %,d cards judged: %,.0f events/s of one core (%.2f s of processor, %.2f s by the clock), %,d B allocated an event, live heap %+,d KB afterwards; load %s%n",
                name,
                cases.size(),
                events,
                cards,
                events / seconds,
                seconds,
                wall,
                made / events,
                (afterCollection() - heap) / 1024,
                Machine.load());
    }

    private static long afterCollection() {
        System.gc();
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return memory.getUsed();
    }

    private long replay(Watched one) {
        return judge(one, one.events().size());
    }

    private long live(Watched one) {
        long cards = 0;
        for (int known : one.acts()) {
            cards = judge(one, known);
        }
        return cards;
    }

    private long judge(Watched one, int known) {
        var events = one.events().subList(0, known);
        var last = events.getLast().seen().at();
        var snapshots = CaseWatch.snapshots(one.power(), events, calendar);
        return Supervision.judge(scheme, one.id(), snapshots, calendars, last).findings().size();
    }
}
