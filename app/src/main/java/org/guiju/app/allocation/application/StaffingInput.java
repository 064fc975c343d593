package org.guiju.app.allocation.application;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.allocation.AllocationMethod;
import org.guiju.kernel.allocation.Portfolio;
import org.guiju.kernel.allocation.Post;
import org.guiju.kernel.allocation.PostLevel;
import org.guiju.kernel.allocation.SigningDelegation;
import org.guiju.kernel.allocation.StaffingCommand;
import org.guiju.kernel.allocation.Tenure;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 配权填报: what a form or a call of the interface says, read into a command; the first field that cannot be read is named.
public final class StaffingInput {
    /// What can be asked for.
    public static final List<String> ACTS =
            List.of("set-up", "fill", "leave", "take-charge", "give-up", "bar", "delegate-signing");

    private final Map<String, String> fields;
    private final LocalDate today;

    private StaffingInput(Map<String, String> fields, LocalDate today) {
        this.fields = fields;
        this.today = today;
    }

    /// A field that cannot be read, and the key of the message that says what to fill in.
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;
        private final String key;

        public Unreadable(String field, String key) {
            super(field + ": " + key);
            this.field = field;
            this.key = key;
        }

        public String field() {
            return field;
        }

        public String key() {
            return key;
        }
    }

    /// @throws Unreadable naming the field
    public static StaffingCommand read(
            String act, OrganId organ, Map<String, String> fields, LocalDate today) {
        return new StaffingInput(fields, today).command(act, organ);
    }

    private StaffingCommand command(String act, OrganId organ) {
        return switch (act) {
            case "set-up" -> new StaffingCommand.SetUp(post(organ), method());
            case "fill" ->
                    new StaffingCommand.Fill(
                            new Tenure(
                                    code("post"),
                                    person("person"),
                                    Tenure.Manner.ofCode(or("manner", "appointed"))
                                            .orElseThrow(() -> no("manner", "choose")),
                                    Tenure.Terms.ofCode(or("terms", "established"))
                                            .orElseThrow(() -> no("terms", "choose")),
                                    day("from"),
                                    until()),
                            method());
            case "leave" ->
                    new StaffingCommand.Leave(
                            code("post"),
                            person("person"),
                            day("last"),
                            words("reason", 200, true));
            case "take-charge" ->
                    new StaffingCommand.TakeCharge(
                            new Portfolio(
                                    organ, code("subject"), person("leader"), day("from"), until()),
                            method());
            case "give-up" ->
                    new StaffingCommand.GiveUp(code("subject"), person("leader"), day("last"));
            case "bar" -> new StaffingCommand.Bar(codes("subjects", true), day("from"));
            case "delegate-signing" ->
                    new StaffingCommand.DelegateSigning(
                            new SigningDelegation(
                                    person("by"),
                                    person("to"),
                                    organ,
                                    codes("roles", true),
                                    powers(),
                                    day("from"),
                                    day("until"),
                                    words("document", 200, true)));
            default -> throw no("act", "choose");
        };
    }

    private Post post(OrganId organ) {
        var en = text("nameEn");
        int seats;
        try {
            seats = Integer.parseInt(or("seats", "1"));
        } catch (NumberFormatException _) {
            throw no("seats", "seats");
        }
        if (seats < 1 || seats > 500) {
            throw no("seats", "seats");
        }
        return new Post(
                code("post"),
                organ,
                words("section", 60, true),
                new Text(
                        words("name", 80, true), en.isEmpty() ? null : words("nameEn", 120, false)),
                PostLevel.ofCode(text("level")).orElseThrow(() -> no("level", "choose")),
                words("duty", 2000, false),
                words("integrity", 2000, false),
                codes("roles", false),
                seats,
                yes("key"),
                words("rule", 500, false),
                yes("highRisk"),
                text("from").isEmpty() ? today : day("from"),
                until());
    }

    private static Unreadable no(String field, String key) {
        return new Unreadable(field, "staffing.error." + key);
    }

    private String text(String field) {
        return Normalizer.normalize(fields.getOrDefault(field, ""), Normalizer.Form.NFC).strip();
    }

    private String or(String field, String other) {
        var text = text(field);
        return text.isEmpty() ? other : text;
    }

    private boolean yes(String field) {
        return Set.of("yes", "true", "on", "是").contains(text(field));
    }

    private String words(String field, int most, boolean needed) {
        var text = text(field);
        if ((needed && text.isEmpty())
                || text.codePointCount(0, text.length()) > most
                || text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r')) {
            throw no(field, "words");
        }
        return text;
    }

    private String code(String field) {
        var text = text(field);
        if (!text.matches("[a-z][a-z0-9-]{0,59}")) {
            throw no(field, "code");
        }
        return text;
    }

    private Set<String> codes(String field, boolean needed) {
        var all = split(field);
        if ((needed && all.isEmpty())
                || all.size() > 60
                || all.stream().anyMatch(c -> !c.matches("[a-z][a-z0-9-]{0,59}"))) {
            throw no(field, "code");
        }
        return all;
    }

    private Set<String> powers() {
        var all = split("powers");
        if (all.size() > 200 || all.stream().anyMatch(c -> c.length() > 120)) {
            throw no("powers", "code");
        }
        return all;
    }

    private Set<String> split(String field) {
        var all = new LinkedHashSet<String>();
        for (var one : text(field).split("[\\s,，、;；]+")) {
            if (!one.isEmpty()) {
                all.add(one);
            }
        }
        return all;
    }

    private PersonId person(String field) {
        var text = text(field);
        if (!text.matches("[A-Za-z][A-Za-z0-9._-]{0,79}")) {
            throw no(field, "person");
        }
        return new PersonId(text);
    }

    private @Nullable AllocationMethod method() {
        return AllocationMethod.ofCode(text("method")).orElse(null);
    }

    private @Nullable LocalDate until() {
        return text("until").isEmpty() ? null : day("until");
    }

    private LocalDate day(String field) {
        try {
            var plain = Normalizer.normalize(text(field), Normalizer.Form.NFKC);
            var day = LocalDate.parse(plain.replace('/', '-').replace('.', '-'));
            if (day.getYear() < 1990 || day.getYear() > 2100) {
                throw no(field, "day");
            }
            return day;
        } catch (DateTimeException _) {
            throw no(field, "day");
        }
    }
}
