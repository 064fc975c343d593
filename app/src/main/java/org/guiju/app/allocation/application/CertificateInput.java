package org.guiju.app.allocation.application;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.guiju.app.allocation.Enforcers;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 证件填报: the first field that cannot be read is named.
final class CertificateInput {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,40}");
    private static final Pattern AREA = Pattern.compile("(\\d{6}(-[A-Z0-9]{1,10}){0,3})?");
    private static final int LONGEST = 100;
    private final Map<String, String> fields;
    private final LocalDate today;

    CertificateInput(Map<String, String> fields, LocalDate today) {
        this.fields = fields;
        this.today = today;
    }

    Roster.Qualification certificate(Predicate<PersonId> serves) {
        var person = text("person");
        if (person.isEmpty() || !serves.test(new PersonId(person))) {
            throw no("person", "person");
        }
        var kind = text("kind");
        if (!CODE.matcher(kind).matches()) {
            throw no("kind", "kind");
        }
        var number = text("number");
        if (number.isEmpty() || number.length() > LONGEST) {
            throw no("number", "number");
        }
        if (!AREA.matcher(text("area")).matches()) {
            throw no("area", "area");
        }
        var from = day("from");
        return new Roster.Qualification(
                new PersonId(person), kind, number, text("area"), from, until(from));
    }

    /// The certificate that is meant: of the person, of the kind, valid on the last day.
    Roster.Qualification held(Collection<Roster.Qualification> all) {
        var last = last();
        return all.stream()
                .filter(q -> q.person().value().equals(text("person")))
                .filter(q -> q.kind().equals(text("kind")) && q.area().equals(text("area")))
                .filter(q -> !last.isBefore(q.from()))
                .filter(q -> q.until() == null || !q.until().isBefore(last))
                .findFirst()
                .orElseThrow(() -> no("kind", "held"));
    }

    LocalDate last() {
        var last = day("last");
        if (last.isBefore(today.minusDays(1))) {
            throw no("last", "past");
        }
        return last;
    }

    Enforcers.Qualified authorisation(OrganId organ) {
        var basis = text("basis");
        if (basis.isEmpty() || basis.length() > LONGEST) {
            throw no("basis", "basis");
        }
        var from = day("from");
        return new Enforcers.Qualified(organ, basis, from, until(from));
    }

    private @Nullable LocalDate until(LocalDate from) {
        if (text("until").isEmpty()) {
            return null;
        }
        var until = day("until");
        if (until.isBefore(from)) {
            throw no("until", "order");
        }
        return until;
    }

    private LocalDate day(String field) {
        try {
            var day = LocalDate.parse(text(field).replace('/', '-').replace('.', '-'));
            if (day.getYear() >= 1990 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeException _) {
            // Told below, with every other day that is none.
        }
        throw no(field, "day");
    }

    private String text(String field) {
        return Normalizer.normalize(fields.getOrDefault(field, ""), Normalizer.Form.NFKC).strip();
    }

    private static StaffingInput.Unreadable no(String field, String why) {
        return new StaffingInput.Unreadable(field, "certificates.error." + why);
    }
}
