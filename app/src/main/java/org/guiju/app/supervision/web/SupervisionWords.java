package org.guiju.app.supervision.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Organ;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.supervision.FindingRow;
import org.guiju.app.supervision.Findings;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.linesystems.ShadowRule;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.guiju.kernel.supervision.CardRule;
import org.guiju.kernel.supervision.Schemes;
import org.guiju.kernel.supervision.Severity;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// 监察用语: what codes are called in the reader's language.
@Component
class SupervisionWords {
    private final MessageSource messages;
    private final PageFrame frame;
    private final Allocation allocation;
    private final Catalogue catalogue;

    SupervisionWords(
            MessageSource messages, PageFrame frame, Allocation allocation, Catalogue catalogue) {
        this.messages = messages;
        this.frame = frame;
        this.allocation = allocation;
        this.catalogue = catalogue;
    }

    boolean english() {
        return frame.language().locale().getLanguage().equals("en");
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, frame.language().locale());
    }

    String sayOr(String key, String otherwise) {
        var found = messages.getMessage(key, null, otherwise, frame.language().locale());
        return found == null ? otherwise : found;
    }

    /// What an act was, in a word or two; what time did by itself may be called otherwise (视为受理).
    String act(EventEntry entry) {
        var key = "supervision.event." + entry.kind();
        return sayOr(key + "." + entry.by(), sayOr(key, entry.kind()));
    }

    String text(Text text) {
        return frame.say(text);
    }

    String organ(String id) {
        return id.isBlank()
                ? ""
                : allocation.organ(new OrganId(id)).map(Organ::name).map(this::text).orElse(id);
    }

    String role(String role) {
        return sayOr("role." + role, role);
    }

    String person(String person) {
        return person.isEmpty() ? "" : allocation.nameOf(new PersonId(person));
    }

    /// Whose hand it was, from the pseudonym in the log.
    String actor(String by) {
        return switch (by) {
            case "applicant", "time" -> say("desk.actor." + by);
            default -> person(by);
        };
    }

    String step(String power, int version, String step) {
        return step.isEmpty()
                ? ""
                : catalogue
                        .version(power, version)
                        .flatMap(d ->
                                d.situations().stream()
                                        .flatMap(s -> s.step(step).stream())
                                        .findFirst())
                        .map(s -> text(s.name()))
                        .orElse(step);
    }

    String matter(String power, int version) {
        return catalogue.version(power, version).map(d -> text(d.matter())).orElse(power);
    }

    String rule(FindingRow row) {
        return Schemes.byId(row.scheme())
                .flatMap(s -> s.rule(row.rule()))
                .map(CardRule::name)
                .or(() ->
                        Arrays.stream(ShadowRule.values())
                                .filter(r -> r.id().equals(row.rule()))
                                .findFirst()
                                .map(ShadowRule::title))
                .map(this::text)
                .orElse(row.rule());
    }

    /// The officer who had taken the step up, or those who held the post on that day.
    String officers(FindingRow row) {
        if (!row.person().isEmpty()) {
            return person(row.person());
        }
        var day = day(row.first());
        return allocation.roster().holders(row.role(), new OrganId(row.postOrgan()), day).stream()
                .map(p -> person(p.value()))
                .collect(Collectors.joining(say("desk.comma")));
    }

    static LocalDate day(Instant at) {
        return OfficialClock.dayOf(at);
    }

    String scheme(Findings findings) {
        var scheme = findings.scheme();
        return text(scheme.name()) + " v" + scheme.version();
    }

    String derivation(FindingRow row) {
        return english() ? row.derivationEn() : row.derivationZh();
    }

    /// Class beside `tag`: the colour, the shape and the word say the same.
    static String look(Severity severity) {
        return switch (severity) {
            case RED -> "red";
            case YELLOW -> "yellow";
            case WARNING -> "soon";
        };
    }

    static String icon(Severity severity) {
        return switch (severity) {
            case RED -> "octagon";
            case YELLOW -> "card";
            case WARNING -> "warn";
        };
    }
}
