package org.guiju.bench.scale;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guiju.app.cases.CaseAnswer;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.ledger.EventStore;
import org.guiju.bench.machine.Store;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.springframework.context.ApplicationContext;

/// 与平常办理相同: the acts of a case that was laid down in bulk, asked for again of the desk, one transaction an act, must leave the
/// same events and the same derived rows. Only what is drawn by chance may differ: ids, numbers, salts and what hangs on them.
final class SameAsOrdinary {
    private static final List<String> TABLES =
            List.of(
                    "case_row",
                    "task",
                    "in_hand",
                    "case_effort",
                    "step_done",
                    "case_word",
                    "case_handover",
                    "case_informed",
                    "finding",
                    "watched");
    private final ApplicationContext context;
    private final Store store;

    SameAsOrdinary(ApplicationContext context, Store store) {
        this.context = context;
        this.store = store;
    }

    /// How many events were compared, all of them the same.
    ///
    /// @throws IllegalStateException naming the first that differs
    int check(List<Laying.Laid> samples) throws SQLException, IOException {
        int compared = 0;
        for (var laid : samples) {
            var opening = (CaseCommand.SubmitApplication) laid.acts().getFirst().asked();
            var again = again(laid, opening);
            var ordinary = facts(again.caseId(), again.no());
            var bulk = facts(laid.id(), opening.no());
            same(opening.no(), bulk, ordinary);
            compared += bulk.size();
            for (var table : TABLES) {
                same(
                        opening.no() + " " + table,
                        rows(table, laid.id()),
                        rows(table, again.caseId()));
            }
        }
        return compared;
    }

    private CaseAnswer.Done again(Laying.Laid laid, CaseCommand.SubmitApplication opening) {
        var desk = context.getBean(CaseDesk.class);
        var first = laid.acts().getFirst();
        var begun =
                done(
                        desk.open(
                                UUID.randomUUID(),
                                first.actor(),
                                opening.power(),
                                no -> numbered(opening, no),
                                first.at()));
        for (var act : laid.acts().subList(1, laid.acts().size())) {
            done(desk.act(UUID.randomUUID(), act.actor(), begun.caseId(), act.asked(), act.at()));
        }
        return begun;
    }

    private static CaseCommand.SubmitApplication numbered(
            CaseCommand.SubmitApplication o, String no) {
        return new CaseCommand.SubmitApplication(
                no,
                o.power(),
                o.situation(),
                o.channel(),
                o.applicant(),
                o.answers(),
                o.filings(),
                o.receivedOn(),
                o.lateReason());
    }

    private static CaseAnswer.Done done(CaseAnswer answer) {
        if (answer instanceof CaseAnswer.Done done) {
            return done;
        }
        throw new IllegalStateException("the desk refuses what the simulation did: " + answer);
    }

    private static void same(String what, List<String> bulk, List<String> ordinary) {
        for (int i = 0; i < Math.max(bulk.size(), ordinary.size()); i++) {
            var one = i < bulk.size() ? bulk.get(i) : "nothing";
            var other = i < ordinary.size() ? ordinary.get(i) : "nothing";
            if (!one.equals(other)) {
                throw new IllegalStateException(
                        "%s differs at %d:%n  in bulk  %s%n  ordinary %s"
                                .formatted(what, i, one, other));
            }
        }
    }

    private List<String> facts(UUID id, String no) {
        return context.getBean(EventStore.class).read(id).stream().map(e -> fact(e, no)).toList();
    }

    /// All that an event says, its own number and what is drawn by chance left out.
    private static String fact(EventEntry e, String no) {
        var fields = new ArrayList<String>();
        e.fields().forEach((name, value) -> fields.add(name + "=" + said(value, no)));
        return "%d %s at %s by %s %s on %s item %s due %s, %d digests, %s"
                .formatted(
                        e.seq(),
                        e.kind(),
                        e.at(),
                        e.by(),
                        e.source(),
                        e.occurred(),
                        e.item(),
                        e.due(),
                        e.digests().size(),
                        fields);
    }

    private static String said(Value value, String no) {
        return value instanceof Value.Str(var text) && text.equals(no)
                ? "its number"
                : value.toString();
    }

    private List<String> rows(String table, UUID id) throws SQLException, IOException {
        return store.texts(
                "select to_jsonb(t) - 'case_id' - 'no' - 'finding' - 'closed_by' from projection.%s t where case_id = '%s' order by 1"
                        .formatted(table, id));
    }
}
