package org.guiju.app.administration.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.administration.store.FactorRows;
import org.guiju.app.ledger.Erasure;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.security.SecondFactors;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.administration.Totp;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 第二因素: enrolled with a first code, checked at each sign-in. The secret stands sealed in the ledger under a key of its own; taking
/// the factor away destroys that key.
@Service
public class Factors implements SecondFactors {
    /// Recovery codes of one enrolment.
    public static final int RECOVERY_CODES = 10;

    /// Of a recovery code: 120 bits, so that its plain digest gives nothing away (ASVS 6.5.2 asks for 112).
    private static final int RECOVERY_BYTES = 15;

    private static final int GROUP = 4;
    private final EventStore events;
    private final Erasure erasure;
    private final FactorRows rows;
    private final OfficialClock clock;
    private final SecureRandom random = new SecureRandom();

    Factors(EventStore events, Erasure erasure, FactorRows rows, OfficialClock clock) {
        this.events = events;
        this.erasure = erasure;
        this.rows = rows;
        this.clock = clock;
    }

    /// A new secret, in the letters that an authenticator takes.
    public String newSecret() {
        return Totp.base32(bytes(Totp.SECRET_BYTES));
    }

    @Override
    public boolean enrolled(UUID account) {
        return rows.enrolment(account).isPresent();
    }

    /// How many recovery codes are left.
    public int recoveryCodesLeft(UUID account) {
        return rows.left(account);
    }

    /// Enrols, if the code proves that the device has the secret.
    ///
    /// @return the recovery codes, shown this once; empty for a wrong code or where one is enrolled already
    @Transactional
    public Optional<List<String>> enrol(CurrentUser user, String secret, String typed) {
        var now = clock.now();
        var step = Totp.accepted(Totp.bytes(secret), typed.strip(), now);
        if (step.isEmpty() || enrolled(user.accountId())) {
            return Optional.empty();
        }
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(grouped(Totp.base32(bytes(RECOVERY_BYTES))));
        }
        enrol(user, secret, step.getAsLong(), codes);
        return Optional.of(List.copyOf(codes));
    }

    /// Enrols with a secret that is printed: for the invented administrators of the demonstration alone.
    @Transactional
    public void enrolPrinted(CurrentUser user, String secret) {
        enrol(user, secret, -1, List.of());
    }

    private void enrol(CurrentUser user, String secret, long step, List<String> codes) {
        var enrolment = UUID.randomUUID();
        var hidden = new EventDraft.Hidden(subject(enrolment), "secret", new Value.Str(secret));
        var stamp = Stamp.own(clock.now(), user.person().value(), UUID.randomUUID());
        events.append(
                enrolment,
                0,
                List.of(
                        new EventDraft(
                                "admin.factor-enrolled",
                                Map.of("person", new Value.Str(user.person().value())),
                                List.of(hidden),
                                null,
                                null,
                                null)),
                stamp);
        rows.enrol(
                user.accountId(),
                enrolment,
                step,
                clock.now(),
                codes.stream().map(c -> digest(user.accountId(), c)).toList());
    }

    @Override
    @Transactional
    public boolean accepts(UUID account, String typed) {
        var enrolment = rows.enrolment(account);
        if (enrolment.isEmpty()) {
            return false;
        }
        var code = typed.strip();
        var secret = events.read(enrolment.get()).getFirst().fields().get("secret");
        var step =
                secret instanceof Value.Str(var text)
                        ? Totp.accepted(Totp.bytes(text), code, clock.now())
                        : java.util.OptionalLong.empty();
        return step.isPresent()
                ? rows.take(account, step.getAsLong())
                : rows.recover(account, digest(account, code), clock.now());
    }

    /// Takes the factor away; in the caller's transaction.
    @Transactional
    public void remove(UUID account, PersonId by, UUID command) {
        var enrolment = rows.enrolment(account);
        if (enrolment.isPresent()) {
            rows.remove(account);
            events.append(
                    enrolment.get(),
                    events.length(enrolment.get()),
                    List.of(
                            EventDraft.of(
                                    "admin.factor-removed",
                                    // By this the audit knows that the key is gone because somebody
                                    // said so.
                                    Map.of("subject", new Value.Str(subject(enrolment.get()))))),
                    Stamp.own(clock.now(), by.value(), command));
            erasure.erase(subject(enrolment.get()));
        }
    }

    private static String subject(UUID enrolment) {
        return "factor:" + enrolment;
    }

    private byte[] bytes(int n) {
        var bytes = new byte[n];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String grouped(String letters) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < letters.length(); i += GROUP) {
            parts.add(letters.substring(i, i + GROUP));
        }
        return String.join("-", parts);
    }

    private static String digest(UUID account, String code) {
        var letters = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            (account + ":" + letters)
                                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
