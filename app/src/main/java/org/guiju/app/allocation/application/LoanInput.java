package org.guiju.app.allocation.application;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiju.kernel.allocation.Loan;
import org.guiju.kernel.allocation.SeparationPolicy;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 借用填报: the first field that cannot be read is named.
final class LoanInput {
    private static final int LONGEST = 200;
    private final Map<String, String> fields;
    private final LocalDate today;

    LoanInput(Map<String, String> fields, LocalDate today) {
        this.fields = fields;
        this.today = today;
    }

    Loan loan(OrganId borrower, PersonId by, String id) {
        var powers =
                Arrays.stream(text("powers").split("[\\s,，、;；]+"))
                        .filter(p -> !p.isEmpty() && p.length() <= LONGEST)
                        .collect(Collectors.toSet());
        var role = words("role");
        if (!role.matches("[a-z][a-z0-9-]{0,59}")) {
            throw no("role", "role");
        }
        var from = day("from");
        if (from.isBefore(today)) {
            throw no("from", "past");
        }
        return new Loan(
                id,
                borrower,
                new OrganId(words("lender")),
                new PersonId(words("person")),
                role,
                powers,
                words("reason"),
                from,
                day("last"),
                Loan.State.ASKED,
                by,
                null);
    }

    Loan known(Collection<Loan> all) {
        return all.stream()
                .filter(l -> l.id().equals(text("loan")))
                .findFirst()
                .orElseThrow(() -> no("loan", "loan"));
    }

    SeparationPolicy policy(OrganId organ) {
        var one = Duty.ofCode(text("one")).filter(d -> d != Duty.NONE);
        var other = Duty.ofCode(text("other")).filter(d -> d != Duty.NONE);
        if (one.isEmpty()) {
            throw no("one", "duty");
        }
        if (other.isEmpty() || other.equals(one)) {
            throw no("other", "duty");
        }
        var from = day("from");
        if (from.isBefore(today)) {
            throw no("from", "past");
        }
        return new SeparationPolicy(organ, one.get(), other.get(), words("basis"), from);
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

    private String words(String field) {
        var text = text(field);
        if (text.isEmpty() || text.length() > LONGEST) {
            throw no(field, "words");
        }
        return text;
    }

    private String text(String field) {
        return Normalizer.normalize(fields.getOrDefault(field, ""), Normalizer.Form.NFKC).strip();
    }

    private static StaffingInput.Unreadable no(String field, String why) {
        return new StaffingInput.Unreadable(field, "loans.error." + why);
    }
}
