package org.guiju.app.cases.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// 页面用语: sentences of the desk in the reader's language.
@Component
final class DeskWords {
    private final MessageSource messages;
    private final PageFrame frame;
    private final Allocation allocation;

    DeskWords(MessageSource messages, PageFrame frame, Allocation allocation) {
        this.messages = messages;
        this.frame = frame;
        this.allocation = allocation;
    }

    Locale locale() {
        return frame.language().locale();
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /// The message, or the word itself where an organ's own code has no message.
    String sayOr(String key, String otherwise) {
        var found = messages.getMessage(key, null, otherwise, locale());
        return found == null ? otherwise : found;
    }

    /// 结果 in the words of its kind: a licence is granted (准予许可), a fact is confirmed (予以确认).
    String outcome(String outcome, PowerKind kind) {
        return sayOr(
                "outcome." + outcome + "." + kind.code(), sayOr("outcome." + outcome, outcome));
    }

    String text(Text text) {
        return frame.say(text);
    }

    String person(@Nullable PersonId person) {
        return person == null ? "" : allocation.nameOf(person);
    }

    /// The person with his organ, where the reader may choose among several.
    String officer(PersonId person) {
        return allocation
                .officer(person)
                .flatMap(o -> allocation.organ(o.organ()))
                .map(o -> say("desk.officer", allocation.nameOf(person), text(o.name())))
                .orElseGet(() -> allocation.nameOf(person));
    }

    /// Whose hand it was, from the pseudonym in the log.
    String actor(String by) {
        return switch (by) {
            case "applicant" -> say("desk.actor.applicant");
            case "time" -> say("desk.actor.time");
            default -> allocation.nameOf(new PersonId(by));
        };
    }

    String role(String role) {
        return sayOr("role." + role, role);
    }

    String step(CaseFile file, String id) {
        return file.situation().step(id).map(s -> text(s.name())).orElse(id);
    }

    /// `11-27 周五`; with the year where it is not this year's.
    String day(LocalDate day, LocalDate today) {
        var pattern = day.getYear() == today.getYear() ? "MM-dd EEE" : "uuuu-MM-dd EEE";
        return DateTimeFormatter.ofPattern(pattern, locale()).format(day);
    }

    /// `11-27`.
    static String brief(LocalDate day) {
        return DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT).format(day);
    }

    /// The first eight hexadecimal digits of an entry's leaf hash.
    static String fingerprint(String leafHash) {
        return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(leafHash), 0, 4);
    }
}
