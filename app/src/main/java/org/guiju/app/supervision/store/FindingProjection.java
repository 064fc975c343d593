package org.guiju.app.supervision.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guiju.app.cases.CaseReading;
import org.guiju.app.ledger.Projection;
import org.guiju.app.powers.Catalogue;
import org.guiju.formats.supervision.FindingWords;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.supervision.CaseWatch;
import org.guiju.kernel.supervision.CaseWatch.Recorded;
import org.guiju.kernel.supervision.Finding;
import org.guiju.kernel.supervision.Report;
import org.guiju.kernel.supervision.Seen;
import org.guiju.kernel.supervision.Supervision;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of the cards of a case: a function of its events, its definition, the calendars as they became known, and the moment
/// until which time has been looked at, or the case's last event if that is later.
@Component
@Order(60)
public class FindingProjection implements Projection {
    private final JdbcClient jdbc;
    private final CaseReading cases;
    private final Catalogue catalogue;
    private final SupervisionSettings settings;

    FindingProjection(
            JdbcClient jdbc, CaseReading cases, Catalogue catalogue, SupervisionSettings settings) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    @Override
    public List<String> tables() {
        return List.of("finding", "watched");
    }

    @Override
    public String reads() {
        return "case.";
    }

    /// Nobody else makes the rows of the case until this transaction ends. To be held before the stream is read, or by
    /// whoever has appended to it.
    public void hold(UUID caseId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('supervision:' || :id, 0))")
                .param("id", caseId.toString())
                .query(rs -> {});
    }

    /// Cases in which time alone lights a card by the moment.
    public List<UUID> due(Instant by) {
        return jdbc.sql(
                        "select case_id from projection.watched where next_at <= :by order by next_at, case_id")
                .param("by", Timestamp.from(by))
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
    }

    @Override
    public void project(List<EventEntry> stream) {
        var id = UUID.fromString(stream.getFirst().stream());
        hold(id);
        var history = stream.stream().map(this::recorded).toList();
        var opening = (CaseEvent.Begun) history.getFirst().event();
        var definition = catalogue.version(opening.power(), opening.version()).orElseThrow();
        var report = judge(id, history, definition);
        jdbc.sql("delete from projection.finding where case_id = :id").param("id", id).update();
        report.findings().forEach(f -> insert(id, opening.no(), definition, f));
        jdbc.sql(
                        """
                        insert into projection.watched values (:id, :next)
                        on conflict (case_id) do update set next_at = excluded.next_at
                        """)
                .param("id", id)
                .param("next", timestamp(report.next()))
                .update();
    }

    private Recorded recorded(EventEntry entry) {
        return new Recorded(
                cases.event(entry),
                new Seen(entry.stream(), entry.seq(), entry.kind(), entry.at()));
    }

    private Report judge(UUID id, List<Recorded> history, PowerDefinition definition) {
        var calendars = settings.history();
        var last = history.getLast().seen().at();
        var asOf = settings.asOf();
        return Supervision.judge(
                settings.scheme(),
                id.toString(),
                CaseWatch.snapshots(definition, history, calendars.at(last).calendar()),
                calendars,
                asOf.isBefore(last) ? last : asOf);
    }

    private void insert(UUID id, String no, PowerDefinition definition, Finding f) {
        var closing = f.closing();
        var limit = f.reckoning().limit();
        jdbc.sql(
                        """
                        insert into projection.finding values (:finding, :case, :no, :power, :pv, :kind, :organ, :scheme, :version, :rule,
                            :severity, :object, :measure, :clock, :step, :at, :postorgan, :role, :person, :handler, :first, :found,
                            :n, :unit, :basis, :last, :saw, :through, :editions, :calendar, :zh, :en, :state, :reason, :by, :seq,
                            :closed)
                        """)
                .param("finding", f.id())
                .param("case", id)
                .param("no", no)
                .param("power", definition.code().value())
                .param("pv", definition.version())
                .param("kind", definition.kind().code())
                .param("organ", definition.organ().value())
                .param("scheme", f.scheme())
                .param("version", f.schemeVersion())
                .param("rule", f.rule().id())
                .param("severity", f.severity().code())
                .param("object", f.object().code())
                .param("measure", f.rule().measure().code())
                .param("clock", f.clock())
                .param("step", f.step())
                .param("at", f.accountable().step())
                .param("postorgan", f.accountable().organ().value())
                .param("role", f.accountable().role())
                .param("person", value(f.accountable().person()))
                .param("handler", value(f.accountable().handler()))
                .param("first", Timestamp.from(f.first()))
                .param("found", Timestamp.from(f.found()))
                .param("n", limit.n())
                .param("unit", limit.unit().code())
                .param("basis", limit.basis().cite())
                .param("last", f.reckoning().derivation().lastDay())
                .param("saw", f.saw().stream().map(s -> (int) s.seq()).toArray(Integer[]::new))
                .param("through", (int) f.through())
                .param("editions", f.reckoning().editions())
                .param("calendar", f.calendar())
                .param("zh", FindingWords.zh(f.reckoning()))
                .param("en", FindingWords.en(f.reckoning()))
                .param("state", f.state().code())
                .param("reason", closing == null ? "" : closing.reason().code())
                .param("by", closing == null ? "" : closing.by().stream())
                .param("seq", closing == null ? null : (int) closing.by().seq())
                .param("closed", timestamp(closing == null ? null : closing.at()))
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static String value(@Nullable PersonId person) {
        return person == null ? "" : person.value();
    }
}
