package org.guiju.app.fees.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Officer;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.SentFields;
import org.guiju.kernel.fees.FeeCommand;
import org.guiju.kernel.fees.Fees;
import org.guiju.kernel.fees.Reconciliation.Receipt;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// 谁可以看 fees, and what was filled in as a command.
@Component
class FeeAccess {
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final Allocation allocation;
    private final Clerks clerks;
    private final OfficialClock clock;

    FeeAccess(
            CaseQuery cases,
            CaseDesk desk,
            Allocation allocation,
            Clerks clerks,
            OfficialClock clock) {
        this.cases = cases;
        this.desk = desk;
        this.allocation = allocation;
        this.clerks = clerks;
        this.clock = clock;
    }

    /// 填写内容, with amounts in yuan.
    static final class Sent extends SentFields {
        Sent(Map<String, ?> fields) {
            super(texts(fields), "fees.error");
        }

        private static Map<String, List<String>> texts(Map<String, ?> fields) {
            var texts = new LinkedHashMap<String, List<String>>();
            fields.forEach((k, v) -> texts.put(k, List.of(String.valueOf(v))));
            return texts;
        }

        /// 元 as fen.
        long fen(String name) {
            return amount(one(name)).orElseThrow(() -> unreadable(name, "amount"));
        }

        private static Optional<Long> amount(String typed) {
            var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replace(",", "").strip();
            return plain.matches("-?[0-9]{1,12}(\\.[0-9]{1,2})?")
                    ? Optional.of(new BigDecimal(plain).movePointRight(2).longValueExact())
                    : Optional.empty();
        }

        /// The receipt system's list: on each line a number and an amount in yuan.
        List<Receipt> receipts(String name) {
            return one(name)
                    .lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty())
                    .map(l -> {
                        var cells = l.split("[,，\\t]+", 2);
                        var fen = cells.length < 2 ? Optional.<Long>empty() : amount(cells[1]);
                        return new Receipt(
                                cells[0].strip(), fen.orElseThrow(() -> unreadable(name, "list")));
                    })
                    .toList();
        }

        /// The act by its name; empty where none has it.
        Optional<FeeCommand> command(String act) {
            return switch (act) {
                case "charge" -> Optional.of(new FeeCommand.Charge(fen("amount")));
                case "pay" ->
                        Optional.of(new FeeCommand.Pay(day("day"), fen("amount"), one("receipt")));
                case "waive" ->
                        Optional.of(
                                new FeeCommand.Waive(
                                        Fees.article(one("law"), one("article")).orElse(null),
                                        one("reason")));
                case "refund" ->
                        Optional.of(
                                new FeeCommand.Refund(
                                        day("day"), fen("amount"), one("receipt"), one("reason")));
                default -> Optional.empty();
            };
        }
    }

    static PersonId officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .map(CurrentUser::person)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }

    Stamp stamp(PersonId person, UUID command) {
        return Stamp.own(clock.now(), person.value(), command);
    }

    CaseFile file(String no, PersonId reader) {
        var file = cases.byNo(no).flatMap(desk::file).orElseThrow(FeeAccess::missing);
        if (!file.readableBy(reader)) {
            throw new AccessDeniedException("another organ's case");
        }
        return file;
    }

    boolean overseer(PersonId person) {
        return clerks.oversees(person);
    }

    OrganId own(PersonId person) {
        return allocation
                .officer(person)
                .map(Officer::organ)
                .orElseThrow(() -> new AccessDeniedException("no officer of an organ"));
    }

    /// Whose books: one's own organ's; supervision reads any, and all where it names none.
    Optional<OrganId> books(PersonId person, String asked) {
        if (!overseer(person)) {
            var own = own(person);
            if (!asked.isEmpty() && !asked.equals(own.value())) {
                throw new AccessDeniedException("another organ's books");
            }
            return Optional.of(own);
        }
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        allocation.organ(new OrganId(asked)).orElseThrow(FeeAccess::missing).id());
    }

    /// The span of a report; the year so far where none is said.
    record Span(LocalDate from, LocalDate until) {}

    Span span(SentFields sent) {
        var today = clock.today();
        var from = sent.dayOrNull("from");
        var until = sent.dayOrNull("until");
        return new Span(
                from == null ? today.withDayOfYear(1) : from, until == null ? today : until);
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
