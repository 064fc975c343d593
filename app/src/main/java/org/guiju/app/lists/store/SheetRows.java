package org.guiju.app.lists.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.lists.SentSheet;
import org.guiju.formats.lists.SheetProblem;
import org.guiju.kernel.shared.OrganId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sheets that were sent in and wait to be confirmed.
@Component
public class SheetRows {
    private static final String PART = "\u001F";
    private final JdbcClient jdbc;

    SheetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(SentSheet sheet) {
        jdbc.sql(
                        """
                        insert into list_sheet values (:id, :organ, :kind, :file, :origin, :base, :digest, :rows, :problems,
                            :by, :at)
                        """)
                .param("id", sheet.id())
                .param("organ", sheet.organ().value())
                .param("kind", sheet.kind())
                .param("file", storable(sheet.file()))
                .param("origin", storable(sheet.origin()))
                .param("base", sheet.base())
                .param("digest", sheet.digest())
                .param("rows", sheet.rows())
                .param(
                        "problems",
                        sheet.problems().stream().map(SheetRows::flat).toArray(String[]::new))
                .param("by", sheet.by())
                .param("at", sheet.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<SentSheet> find(UUID id) {
        return jdbc.sql("select * from list_sheet where id = :id")
                .param("id", id)
                .query((rs, _) ->
                        new SentSheet(
                                id,
                                new OrganId(rs.getString("organ")),
                                rs.getString("kind"),
                                rs.getString("file_name"),
                                rs.getString("origin"),
                                rs.getString("base"),
                                rs.getString("digest"),
                                rs.getInt("rows"),
                                List.of((String[]) rs.getArray("problems").getArray()).stream()
                                        .map(SheetRows::problem)
                                        .toList(),
                                rs.getString("sent_by"),
                                rs.getObject("sent_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private static String flat(SheetProblem p) {
        var parts = new ArrayList<>(List.of(p.code().name(), String.valueOf(p.row()), p.column()));
        p.facts().forEach((name, value) -> parts.addAll(List.of(name, value)));
        return storable(String.join(PART, parts));
    }

    private static SheetProblem problem(String flat) {
        var parts = flat.split(PART, -1);
        var facts = new LinkedHashMap<String, String>();
        for (int i = 3; i + 1 < parts.length; i += 2) {
            facts.put(parts[i], parts[i + 1]);
        }
        return new SheetProblem(
                SheetProblem.Code.valueOf(parts[0]), Integer.parseInt(parts[1]), parts[2], facts);
    }

    /// PostgreSQL holds every character but one.
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
