package org.guiju.kernel.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// 事件条目的形式: the table of [EventEntry], as checks. Each value has one spelling.
final class EventForm {
    static final Set<String> HEAD =
            Set.of(
                    "v",
                    "k",
                    "stream",
                    "seq",
                    "prev",
                    "at",
                    "occurred",
                    "by",
                    "item",
                    "due",
                    "source",
                    "cmd");

    private static final Set<String> DIGESTS = Set.of(Disclosures.SD, Disclosures.SD_ALG);

    static boolean isReserved(String name) {
        return HEAD.contains(name) || name.startsWith("_");
    }

    private static final Pattern KIND =
            Pattern.compile("[a-z][A-Za-z0-9-]*(\\.[a-z][A-Za-z0-9-]*)+");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9:._-]{1,128}");

    /// An identity number or a mobile number is a person, not a pseudonym.
    private static final Pattern PERSONAL_NUMBER = Pattern.compile("\\d{17}[0-9Xx]|1\\d{10}");

    private static final DateTimeFormatter AT = formatter("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final DateTimeFormatter DATE = formatter("uuuu-MM-dd");
    private static final DateTimeFormatter DATE_TIME = formatter("uuuu-MM-dd'T'HH:mm:ss");
    private static final int AT_LENGTH = 24;
    private static final int DATE_LENGTH = 10;
    private static final int DATE_TIME_LENGTH = 19;

    private EventForm() {}

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    static void check(Map<String, Value> members) {
        if (Members.integer(members, "v") != EventEntry.VERSION) {
            throw wrong("v", "is not " + EventEntry.VERSION);
        }
        pattern(members, "k", KIND);
        stream(Members.text(members, "stream"));
        sequence(members);
        instant(Members.text(members, "at"));
        Members.optionalText(members, "occurred").ifPresent(EventForm::occurred);
        actor(Members.text(members, "by"));
        Members.optionalText(members, "item").ifPresent(item -> token("item", item));
        Members.optionalText(members, "due").ifPresent(due -> date("due", due));
        Source.of(Members.text(members, "source"));
        token("cmd", Members.text(members, "cmd"));
        digests(members);
        for (String name : members.keySet()) {
            if (name.startsWith("_") && !DIGESTS.contains(name)) {
                throw new EntryException(EntryFault.RESERVED_NAME, "\"" + name + "\"");
            }
        }
    }

    private static void sequence(Map<String, Value> members) {
        long seq = Members.integer(members, "seq");
        if (seq < 0) {
            throw wrong("seq", "is below 0");
        }
        boolean linked = members.containsKey("prev");
        if (linked == (seq == 0)) {
            throw linked
                    ? wrong("prev", "stands at seq 0")
                    : new EntryException(EntryFault.MISSING_MEMBER, "\"prev\"");
        }
        if (linked) {
            digest("prev", Members.text(members, "prev"));
        }
    }

    private static void digests(Map<String, Value> members) {
        if (!members.containsKey(Disclosures.SD)) {
            if (members.containsKey(Disclosures.SD_ALG)) {
                throw new EntryException(EntryFault.MISSING_MEMBER, "\"_sd\"");
            }
            return;
        }
        String algorithm =
                Members.optionalText(members, Disclosures.SD_ALG).orElse(Disclosures.SHA_256);
        if (!algorithm.equals(Disclosures.SHA_256)) {
            throw wrong(Disclosures.SD_ALG, "is not " + Disclosures.SHA_256);
        }
        checkDigests(Members.texts(members, Disclosures.SD));
    }

    private static void checkDigests(List<String> digests) {
        digests.forEach(digest -> digest(Disclosures.SD, digest));
        if (digests.isEmpty() || digests.size() % Disclosures.STEP != 0) {
            throw wrong(
                    Disclosures.SD,
                    digests.size() + " digests, not a multiple of " + Disclosures.STEP);
        }
        for (int i = 1; i < digests.size(); i++) {
            if (digests.get(i - 1).compareTo(digests.get(i)) >= 0) {
                throw wrong(Disclosures.SD, "digests are not sorted or not unique");
            }
        }
    }

    private static void digest(String name, String text) {
        try {
            Bytes.fromBase64url(text, Bytes.HASH, EntryFault.DIGEST_FORM);
        } catch (EntryException e) {
            throw e.in(name);
        }
    }

    private static void stream(String text) {
        if (UUID.matcher(text).matches()) {
            return;
        }
        try {
            Bytes.fromBase64url(text, Bytes.SALT, EntryFault.MEMBER_VALUE);
        } catch (EntryException e) {
            throw e.in("stream");
        }
    }

    private static void actor(String text) {
        token("by", text);
        if (PERSONAL_NUMBER.matcher(text).matches()) {
            throw wrong("by", "looks like a personal number, a pseudonym is asked for");
        }
    }

    private static void token(String name, String text) {
        if (!TOKEN.matcher(text).matches()) {
            throw wrong(name, "is not 1 to 128 of A-Z a-z 0-9 : . _ -");
        }
    }

    private static void pattern(Map<String, Value> members, String name, Pattern pattern) {
        if (!pattern.matcher(Members.text(members, name)).matches()) {
            throw wrong(name, "is not of the form " + pattern);
        }
    }

    static Instant instant(String text) {
        return parsed(
                text,
                AT_LENGTH,
                t -> LocalDateTime.parse(t, AT).toInstant(ZoneOffset.UTC),
                () -> wrong("at", "is not a time YYYY-MM-DDThh:mm:ss.sssZ"));
    }

    /// Fractions of a millisecond are cut: what is read back is what was written.
    static String text(Instant instant) {
        return AT.format(instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
    }

    static String text(LocalDate date) {
        return DATE.format(date);
    }

    static String text(LocalDateTime time) {
        return DATE_TIME.format(time);
    }

    static LocalDate date(String name, String text) {
        return parsed(
                text,
                DATE_LENGTH,
                t -> LocalDate.parse(t, DATE),
                () -> wrong(name, "is not a date YYYY-MM-DD"));
    }

    static Occurred occurred(String text) {
        if (text.length() == DATE_LENGTH) {
            return new Occurred.OnDay(date("occurred", text));
        }
        return parsed(
                text,
                DATE_TIME_LENGTH,
                t -> new Occurred.AtTime(LocalDateTime.parse(t, DATE_TIME)),
                () -> wrong("occurred", "is neither YYYY-MM-DD nor YYYY-MM-DDThh:mm:ss"));
    }

    /// The length is asked for as well, because the JDK also reads years such as +12026 or -2026.
    private static <T> T parsed(
            String text,
            int length,
            Function<String, T> parse,
            Supplier<EntryException> otherwise) {
        if (text.length() != length) {
            throw otherwise.get();
        }
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw otherwise.get();
        }
    }

    static EntryException wrong(String name, String what) {
        return new EntryException(EntryFault.MEMBER_VALUE, "\"" + name + "\" " + what);
    }
}
