package org.guiju.app.supervision.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.guiju.app.ledger.Writes;
import org.guiju.app.supervision.ForeignMatters.ForeignMatter;
import org.guiju.formats.supervision.FindingWords;
import org.guiju.kernel.linesystems.Breach;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.supervision.CardState;
import org.guiju.kernel.supervision.Closing;
import org.guiju.kernel.supervision.Finding;
import org.guiju.kernel.supervision.Measure;
import org.guiju.kernel.supervision.SupervisedObject;
import org.jspecify.annotations.Nullable;

/// The rows of cards, whosever case it is.
final class FindingRows {
    private static final String INSERT =
            "insert into projection.finding values (" + "?, ".repeat(36) + "?)";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private FindingRows() {}

    /// For a case of which there is no row yet.
    static void watchFirst(Writes writes, UUID id, @Nullable Instant at) {
        writes.add(
                "insert into projection.watched values (?::uuid, ?::timestamptz)",
                id,
                or(timestamp(at)));
    }

    static void watch(Writes writes, UUID id, @Nullable Instant at) {
        var next = or(timestamp(at));
        // Not an upsert, which would lock the row even where nothing changes.
        writes.add(
                """
                insert into projection.watched select ?::uuid, ?::timestamptz
                where not exists (select 1 from projection.watched where case_id = ?::uuid)
                """,
                id,
                next,
                id);
        writes.add(
                """
                update projection.watched set next_at = ?::timestamptz
                where case_id = ?::uuid and next_at is distinct from ?::timestamptz
                """,
                next,
                id,
                next);
    }

    static void insert(
            Writes writes,
            UUID id,
            String no,
            PowerDefinition definition,
            OrganId organ,
            Finding f) {
        var closing = f.closing();
        var limit = f.reckoning().limit();
        writes.add(
                INSERT,
                f.id(),
                id,
                no,
                definition.code().value(),
                definition.version(),
                definition.kind().code(),
                organ.value(),
                f.scheme(),
                f.schemeVersion(),
                f.rule().id(),
                f.severity().code(),
                f.object().code(),
                f.rule().measure().code(),
                f.clock(),
                f.step(),
                f.accountable().step(),
                f.accountable().organ().value(),
                f.accountable().role(),
                value(f.accountable().person()),
                value(f.accountable().handler()),
                Timestamp.from(f.first()),
                Timestamp.from(f.found()),
                limit.n(),
                limit.unit().code(),
                limit.basis().cite(),
                f.reckoning().derivation().lastDay(),
                f.saw().stream().map(s -> (int) s.seq()).toArray(Integer[]::new),
                (int) f.through(),
                f.reckoning().editions(),
                f.calendar(),
                FindingWords.zh(f.reckoning()),
                FindingWords.en(f.reckoning()),
                f.state().code(),
                closing == null ? "" : closing.reason().code(),
                closing == null ? "" : closing.by().stream(),
                or(closing == null ? null : (int) closing.by().seq()),
                or(timestamp(closing == null ? null : closing.at())));
    }

    /// What records of another system show besides a missed limit: a card without a limit. Its id says rule, case and cause.
    static void insert(Writes writes, ForeignMatter matter, Breach b, String calendar) {
        var lifted = b.liftedBy();
        var first = b.day().atStartOfDay(ZONE).toInstant();
        writes.add(
                INSERT,
                UUID.nameUUIDFromBytes(
                                (matter.id() + "|" + b.key())
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString(),
                matter.id(),
                matter.no(),
                matter.definition().code().value(),
                matter.definition().version(),
                matter.definition().kind().code(),
                matter.organ().value(),
                "imported",
                1,
                b.rule().id(),
                b.rule().severity().code(),
                SupervisedObject.CASE.code(),
                Measure.LIMIT.code(),
                b.key(),
                b.step(),
                b.step(),
                matter.organ().value(),
                matter.definition().situations().stream()
                        .flatMap(s -> s.step(b.step()).stream())
                        .findFirst()
                        .map(s -> s.role())
                        .orElse(""),
                b.officer(),
                "",
                Timestamp.from(first.isAfter(b.found()) ? b.found() : first),
                Timestamp.from(b.found()),
                0,
                "",
                b.basis().cite(),
                b.day(),
                b.saw().stream().map(s -> (int) s.seq()).toArray(Integer[]::new),
                (int) b.through(),
                "",
                calendar,
                b.why().zh(),
                java.util.Objects.requireNonNull(b.why().en()),
                (lifted == null ? CardState.STANDING : CardState.CANCELLED).code(),
                lifted == null ? "" : Closing.Reason.KNOWN_LATER.code(),
                lifted == null ? "" : lifted.stream(),
                or(lifted == null ? null : (int) lifted.seq()),
                or(timestamp(lifted == null ? null : lifted.at())));
    }

    private static Object or(@Nullable Object value) {
        return value == null ? Writes.Absent.NOTHING : value;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static String value(@Nullable PersonId person) {
        return person == null ? "" : person.value();
    }
}
