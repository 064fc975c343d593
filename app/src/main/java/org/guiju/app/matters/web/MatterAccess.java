package org.guiju.app.matters.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.matters.MatterFile;
import org.guiju.app.matters.application.MatterDesk;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.matters.MatterEvent;
import org.guiju.kernel.matters.MatterRoute;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// 谁可以看 a matter: officers of its organ, supervision, and for major decisions whoever reviews their legality.
@Component
class MatterAccess {
    private static final int LONGEST = 4_000;
    private final MatterDesk desk;
    private final Allocation allocation;
    private final OfficialClock clock;

    MatterAccess(MatterDesk desk, Allocation allocation, OfficialClock clock) {
        this.desk = desk;
        this.allocation = allocation;
        this.clock = clock;
    }

    static PersonId officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .map(CurrentUser::person)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }

    OrganId organ(PersonId person) {
        return allocation
                .officer(person)
                .map(Officer::organ)
                .orElseThrow(() -> new AccessDeniedException("no officer of an organ"));
    }

    /// The organ asked for: any for supervision, else one's own.
    OrganId organ(PersonId person, String asked) {
        var own = organ(person);
        if (asked.isEmpty() || asked.equals(own.value())) {
            return own;
        }
        var other = new OrganId(asked);
        if (!desk.overseer(person)) {
            throw new AccessDeniedException("not of this organ");
        }
        return allocation.organ(other).orElseThrow(MatterAccess::missing).id();
    }

    MatterFile file(String id, PersonId reader) {
        var file = desk.file(id).orElseThrow(MatterAccess::missing);
        var organ = file.state().organ();
        boolean reviews =
                file.state().route() == MatterRoute.FIVE_PROCEDURES
                        && desk.legal(reader, organ, clock.today());
        if (!desk.serves(reader, organ) && !reviews && !desk.overseer(reader)) {
            throw new AccessDeniedException("not of this matter");
        }
        return file;
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    Stamp stamp(PersonId person, UUID command) {
        return Stamp.own(clock.now(), person.value(), command);
    }

    Stamp citizen(UUID command) {
        return stamp(MatterEvent.CITIZEN, command);
    }

    /// What was typed: no command, no token; amounts in 元 as `fen`.
    static Map<String, String> typed(Map<String, ?> sent) {
        var typed = new TreeMap<String, String>();
        sent.forEach((name, value) -> {
            var text =
                    Normalizer.normalize(String.valueOf(value), Normalizer.Form.NFC)
                            .replace("\r\n", "\n")
                            .strip();
            if (text.length() > LONGEST || text.chars().anyMatch(c -> c == 0)) {
                throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
            }
            if (!text.isEmpty() && name.matches("[a-z]{1,20}")) {
                typed.put(name, text);
            }
        });
        typed.remove("command");
        var amount = typed.remove("amount");
        if (amount != null) {
            typed.put("fen", fen(amount));
        }
        return typed;
    }

    /// In fen; as typed where it is no amount, so that the refusal names the field.
    private static String fen(String amount) {
        var plain = Normalizer.normalize(amount, Normalizer.Form.NFKC).replace(",", "");
        return plain.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")
                ? new BigDecimal(plain).movePointRight(2).toBigInteger().toString()
                : amount;
    }

    /// 意见回执 of a comment.
    static String receipt(UUID command) {
        var hex = command.toString().replace("-", "").substring(0, 12);
        return hex.toUpperCase(java.util.Locale.ROOT);
    }
}
