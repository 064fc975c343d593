package org.guiju.app.experts.web;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.experts.application.ExpertDesk;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.experts.DrawCommand;
import org.guiju.kernel.experts.DrawEvent;
import org.guiju.kernel.experts.Expert;
import org.guiju.kernel.experts.Panel;
import org.guiju.kernel.experts.PoolCommand;
import org.guiju.kernel.experts.PoolEvent;
import org.guiju.kernel.experts.ReviewForm;
import org.guiju.kernel.experts.Share;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 表单与接口的输入, read into commands; one reading for pages and API.
@Component
class ExpertActs {
    private static final int LONGEST = 2000;
    private final ExpertDesk desk;
    private final OfficialClock clock;
    private final SecureRandom chance = new SecureRandom();

    ExpertActs(ExpertDesk desk, OfficialClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /// 填写有误, at this field.
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;

        Unreadable(String field) {
            super(field);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /// 输入.
    record Input(Map<String, String> fields) {
        String text(String name) {
            var text = fields.getOrDefault(name, "").strip();
            if (text.length() > LONGEST) {
                throw new Unreadable(name);
            }
            return text;
        }

        List<String> list(String name) {
            return Arrays.stream(text(name).split("[\\s,，、;；]+"))
                    .filter(s -> !s.isEmpty())
                    .toList();
        }

        /// One a line: names hold spaces and commas.
        List<String> lines(String name) {
            return text(name).lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
        }

        boolean yes(String name) {
            return Set.of("true", "yes", "on", "1").contains(text(name));
        }

        int number(String name, int otherwise) {
            var text = text(name);
            if (text.isEmpty() && otherwise >= 0) {
                return otherwise;
            }
            if (!text.matches("[0-9]{1,5}")) {
                throw new Unreadable(name);
            }
            return Integer.parseInt(text);
        }

        LocalDate day(String name) {
            try {
                return LocalDate.parse(text(name).replace('/', '-'));
            } catch (DateTimeException e) {
                throw new Unreadable(name);
            }
        }

        /// `2026-12-01T21:15` is Beijing time; with an offset it is what it says.
        Instant moment(String name) {
            var text = text(name).replace(' ', 'T');
            try {
                return text.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})")
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDateTime.parse(text).atZone(OfficialClock.ZONE).toInstant();
            } catch (DateTimeException e) {
                throw new Unreadable(name);
            }
        }

        <E extends Enum<E>> E of(Class<E> kind, String name) {
            return Arrays.stream(kind.getEnumConstants())
                    .filter(k -> k.name().equalsIgnoreCase(text(name)))
                    .findFirst()
                    .orElseThrow(() -> new Unreadable(name));
        }
    }

    Stamp stamp(PersonId person, UUID command) {
        return Stamp.own(clock.now(), person.value(), command);
    }

    /// @return whether there is such an act
    boolean keep(String act, Input in, PersonId person, UUID command) {
        var read = pool(act, in);
        read.ifPresent(c -> desk.keep(c, stamp(person, command)));
        return read.isPresent();
    }

    private static Optional<PoolCommand> pool(String act, Input in) {
        return Optional.ofNullable(
                switch (act) {
                    case "establish" -> new PoolCommand.Establish(Share.THIRD, in.yes("both"));
                    case "admit" -> new PoolCommand.Admit(expert(in));
                    case "activate" -> new PoolCommand.Activate();
                    case "confirm-terms" -> new PoolCommand.ConfirmTerms(in.text("number"));
                    case "appraise" ->
                            new PoolCommand.Appraise(
                                    in.text("number"),
                                    in.of(PoolEvent.Kind.class, "kind"),
                                    in.text("text"));
                    case "exit" -> new PoolCommand.Exit(in.text("number"), in.text("reason"));
                    default -> null;
                });
    }

    private static Expert expert(Input in) {
        var number = in.text("number");
        if (!number.matches("[A-Za-z0-9-]{1,20}")) {
            throw new Unreadable("number");
        }
        var person = in.text("person");
        return new Expert(
                number,
                in.text("name"),
                new PersonId(person.isEmpty() ? "expert:" + number : person),
                Set.copyOf(in.list("fields")),
                in.yes("outsideSystem"),
                in.yes("outsideRegion"),
                in.text("qualification"),
                false,
                Optional.empty());
    }

    String announce(Input in, PersonId person, UUID command) {
        var seats = in.number("seats", -1);
        return desk.announce(
                new DrawEvent.Announced(
                        in.text("matter"),
                        in.text("title"),
                        in.text("field"),
                        seats,
                        in.number("outside", Share.THIRD.of(seats)),
                        in.day("from"),
                        in.day("until"),
                        source(in, "primary"),
                        source(in, "fallback"),
                        form(in),
                        in.text("materials"),
                        in.lines("parties")),
                stamp(person, command));
    }

    private static DrawEvent.Source source(Input in, String which) {
        var kind = in.text(which + "Kind");
        if (EntropySources.ALL.stream().noneMatch(k -> k.code().equals(kind))) {
            throw new Unreadable(which + "Kind");
        }
        return new DrawEvent.Source(kind, in.text(which + "Reference"), in.moment(which + "Known"));
    }

    /// Two thirds in favour, or 60 of 100, where nothing else is said.
    private static ReviewForm form(Input in) {
        var whole = in.number("votesWhole", 3);
        var part = in.number("votesPart", 2);
        if (whole < 1 || part > whole) {
            throw new Unreadable("votesPart");
        }
        return new ReviewForm(
                in.of(ReviewForm.Kind.class, "form"),
                new Share(part, whole),
                BigDecimal.valueOf(in.number("score", 60)),
                in.number("trimmed", 0),
                in.list("criteria").stream().distinct().toList());
    }

    /// @return whether there is such an act
    boolean act(String draw, String act, Input in, PersonId person, UUID command) {
        if (act.equals("witness")) {
            desk.witness(draw, stamp(person, command));
            return true;
        }
        var read = draw(act, in);
        read.ifPresent(c -> desk.act(draw, c, stamp(person, command)));
        return read.isPresent();
    }

    private Optional<DrawCommand> draw(String act, Input in) {
        return Optional.ofNullable(
                switch (act) {
                    case "freeze" -> new DrawCommand.Freeze(salt());
                    case "enter" ->
                            new DrawCommand.Enter(
                                    in.yes("fallback"), in.list("figures"), in.text("publishedAt"));
                    case "confirm" -> new DrawCommand.Confirm(in.list("figures"));
                    case "draw" -> new DrawCommand.Draw();
                    case "bar" ->
                            new DrawCommand.Bar(
                                    in.text("number"),
                                    in.of(Panel.Bar.class, "bar"),
                                    in.text("reason"));
                    case "opinion" -> new DrawCommand.GiveOpinion(entry(in));
                    case "answer" ->
                            new DrawCommand.Answer(
                                    in.text("number"), in.yes("adopted"), in.text("reason"));
                    case "annul" -> new DrawCommand.Annul(in.text("reason"));
                    default -> null;
                });
    }

    /// Scores come as `score.NAME`.
    private static ReviewForm.Entry entry(Input in) {
        var scores = new LinkedHashMap<String, Integer>();
        in.fields().keySet().stream()
                .filter(k -> k.startsWith("score."))
                .forEach(k -> scores.put(k.substring("score.".length()), in.number(k, -1)));
        var vote = in.text("favour");
        if (scores.isEmpty() && vote.isEmpty()) {
            throw new Unreadable("favour");
        }
        return new ReviewForm.Entry(in.text("number"), in.yes("favour"), scores, in.text("risk"));
    }

    private String salt() {
        var bytes = new byte[16];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
