package org.guiju.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guiju.app.cases.FormPads;
import org.guiju.app.cases.NumberedForm;
import org.guiju.app.cases.application.NumberedForms;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 领用编号决定书 in the simulated year: an officer gets a pad of the year when he needs one, spoils a form now and then, and gives
/// back what is left when the year is over. All of it happens in the morning, before the day's cases.
final class SimulatedPads {
    private static final int PAD = 50;
    private static final int SPOILT_EACH = 37;
    private static final String OFFICE = "archivist";
    private final NumberedForms forms;
    private final FormPads accounts;
    private final Roster roster;
    private final Map<PersonId, Held> held = new HashMap<>();

    SimulatedPads(NumberedForms forms, FormPads accounts, Roster roster) {
        this.forms = forms;
        this.accounts = accounts;
        this.roster = roster;
    }

    /// 手中余号.
    private record Held(String prefix, Deque<String> numbers) {}

    private static String prefix(LocalDate day) {
        return "当〔%d〕".formatted(day.getYear());
    }

    /// The next form of the officer on that day.
    String next(OrganId organ, PersonId officer, LocalDate day) {
        var prefix = prefix(day);
        var mine = held.computeIfAbsent(officer, p -> left(organ, p, prefix));
        if (!mine.prefix().equals(prefix)) {
            giveBack(organ, officer, day);
            mine = new Held(prefix, new ArrayDeque<>());
            held.put(officer, mine);
        }
        while (true) {
            if (mine.numbers().isEmpty()) {
                mine.numbers().addAll(issued(organ, officer, prefix, day));
            }
            var number = mine.numbers().removeFirst();
            if (!spoilt(number)) {
                return number;
            }
            forms.declareVoid(organ, number, "写坏", stamp(organ, day, "void " + number));
        }
    }

    /// A form that a case did not need after all.
    void unused(PersonId officer, String number) {
        Objects.requireNonNull(held.get(officer)).numbers().addFirst(number);
    }

    private static boolean spoilt(String number) {
        return Integer.parseInt(number.substring(number.length() - 4)) % SPOILT_EACH == 0;
    }

    /// What a start that was killed left in his hands.
    private Held left(OrganId organ, PersonId officer, String prefix) {
        var numbers = forms.unused(organ, officer).stream().filter(n -> n.startsWith(prefix));
        return new Held(prefix, new ArrayDeque<>(numbers.toList()));
    }

    private void giveBack(OrganId organ, PersonId officer, LocalDate day) {
        var old = prefix(day.minusYears(1));
        accounts.pads(organ.value(), Integer.MAX_VALUE, 0).stream()
                .filter(p -> p.person().equals(officer) && p.first().startsWith(old))
                .filter(p -> !p.settled())
                .forEach(p ->
                        forms.takeBack(organ, p.first(), stamp(organ, day, "return " + p.first())));
    }

    private List<String> issued(OrganId organ, PersonId officer, String prefix, LocalDate day) {
        long from = forms.next(organ, prefix);
        var pad = new NumberedForms.Pad(officer, prefix, from, from + PAD - 1);
        var denied = forms.issue(organ, pad, stamp(organ, day, "issue " + prefix + from));
        if (denied.isPresent()) {
            throw new IllegalStateException("no pad for " + officer + ": " + denied.get());
        }
        return NumberedForm.numbers(prefix, from, pad.to());
    }

    private Stamp stamp(OrganId organ, LocalDate day, String what) {
        var office = roster.holders(OFFICE, organ, day).getFirst();
        return Stamp.own(
                day.atTime(8, 10).atZone(OfficialClock.ZONE).toInstant(),
                office.value(),
                UUID.nameUUIDFromBytes(
                        ("year " + organ.value() + " " + what).getBytes(StandardCharsets.UTF_8)));
    }
}
