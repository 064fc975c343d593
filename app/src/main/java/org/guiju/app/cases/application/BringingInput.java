package org.guiju.app.cases.application;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.guiju.kernel.cases.Bringing;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.Mandate;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 来件方式的填写: who brings an application, as typed at the window, online or sent by a program. One reading for all three.
///
/// @param value what was typed into a field; empty where nothing was
/// @param online the applicant's page: the agent then holds the account
public record BringingInput(UnaryOperator<String> value, boolean online) {
    /// Characters of what somebody says.
    public static final int LONGEST = 4000;

    private static final int LONGEST_NAME = 100;

    public Bringing.Way way() {
        return Bringing.Way.ofCode(value.apply("way")).orElse(Bringing.Way.SELF);
    }

    /// Every fault with its field: the field, and the key below `intake.error.`.
    ///
    /// @param paper whether the mandate was handed in as a file
    public void faults(boolean paper, BiConsumer<String, String> fault) {
        switch (way()) {
            case SELF -> {}
            case AGENT -> agent(paper, fault);
            case HELPER -> {
                if (text("helper").isEmpty() || !CommandInput.storable(text("helper"))) {
                    fault.accept("helper", "helper");
                }
            }
            case ORAL -> {
                var words = text("oral");
                if (words.isEmpty() || words.length() > LONGEST || !CommandInput.storable(words)) {
                    fault.accept("oral", "oral");
                }
            }
        }
    }

    private void agent(boolean paper, BiConsumer<String, String> fault) {
        var name = text("agent");
        if (name.isEmpty() || name.length() > LONGEST_NAME || !CommandInput.storable(name)) {
            fault.accept("agent", "agent");
        }
        if (!document().matches("[0-9A-Z]{4,30}")) {
            fault.accept("document", "document");
        }
        if (!scope().contains(Mandate.Scope.APPLY)) {
            fault.accept("scope-apply", "scope");
        }
        var from = day("mandateFrom");
        var until = day("mandateUntil");
        if (from.isEmpty()) {
            fault.accept("mandateFrom", "mandateFrom");
        }
        if (until.isEmpty() || from.filter(until.get()::isBefore).isPresent()) {
            fault.accept("mandateUntil", "mandateUntil");
        }
        if (!paper && !seen()) {
            fault.accept("mandate", "mandate");
        }
    }

    /// What the decider is asked; only of what has no fault.
    public Bringing bringing(@Nullable Filing paper) {
        return switch (way()) {
            case SELF -> Bringing.SELF;
            case AGENT ->
                    new Bringing(
                            Bringing.Way.AGENT,
                            new Mandate(
                                    text("agent"),
                                    document(),
                                    scope(),
                                    day("mandateFrom").orElseThrow(),
                                    day("mandateUntil").orElseThrow(),
                                    paper,
                                    seen(),
                                    online),
                            null,
                            "");
            case HELPER ->
                    new Bringing(Bringing.Way.HELPER, null, new PersonId(text("helper")), "");
            case ORAL -> new Bringing(Bringing.Way.ORAL, null, null, text("oral"));
        };
    }

    /// Only an officer has seen a paper.
    private boolean seen() {
        return !online && !text("paperSeen").isEmpty();
    }

    private Set<Mandate.Scope> scope() {
        var scope = new LinkedHashSet<Mandate.Scope>();
        for (var s : Mandate.Scope.values()) {
            if (!value.apply("scope-" + s.code()).isEmpty()) {
                scope.add(s);
            }
        }
        return scope;
    }

    private String document() {
        return Normalizer.normalize(value.apply("document"), Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    private String text(String field) {
        return Normalizer.normalize(value.apply(field).replace("\r\n", "\n"), Normalizer.Form.NFC)
                .strip();
    }

    private Optional<LocalDate> day(String field) {
        try {
            var plain = Normalizer.normalize(value.apply(field), Normalizer.Form.NFKC).strip();
            var day = LocalDate.parse(plain.replace('/', '-').replace('.', '-'));
            return Optional.of(day).filter(d -> d.getYear() >= 2000 && d.getYear() <= 2100);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
