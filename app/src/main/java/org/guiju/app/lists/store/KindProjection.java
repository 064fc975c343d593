package org.guiju.app.lists.store;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.Remembered;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.lists.ListColumn;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.lists.ListKinds;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of the kinds of list that were added to the three.
@Component
public class KindProjection implements Projection {
    private final JdbcClient jdbc;
    private final Remembered<List<ListKind>> kinds = new Remembered<>();

    KindProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static UUID stream(String kind) {
        return UUID.nameUUIDFromBytes(("list-kind:" + kind).getBytes(StandardCharsets.UTF_8));
    }

    /// 清单种类已设立.
    public static EventDraft added(ListKind kind) {
        var open = new LinkedHashMap<String, Value>();
        open.put("list", new Value.Str(kind.code()));
        open.put("name_zh", new Value.Str(kind.name().zh()));
        open.put("name_en", new Value.Str(orEmpty(kind.name().en())));
        open.put("columns", strings(kind, ListColumn::code));
        open.put("columns_zh", strings(kind, c -> c.name().zh()));
        open.put("columns_en", strings(kind, c -> orEmpty(c.name().en())));
        open.put("required", strings(kind, c -> c.required() ? "yes" : "no"));
        open.put("choices", strings(kind, c -> String.join("\n", c.choices())));
        return EventDraft.of("list-kind.added", open);
    }

    private static Value strings(
            ListKind kind, java.util.function.Function<ListColumn, String> part) {
        return new Value.Strs(kind.columns().stream().map(part).toList());
    }

    @Override
    public List<String> tables() {
        return List.of("list_kind");
    }

    @Override
    public String reads() {
        return "list-kind.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        kinds.changing();
        var e = stream.getFirst();
        jdbc.sql(
                        """
                        insert into projection.list_kind (kind, name_zh, name_en, columns, columns_zh, columns_en, required, choices)
                        values (:kind, :zh, :en, :columns, :columnsZh, :columnsEn, :required, :choices)
                        on conflict do nothing
                        """)
                .param("kind", e.text("list"))
                .param("zh", e.text("name_zh"))
                .param("en", e.text("name_en"))
                .param("columns", array(e, "columns"))
                .param("columnsZh", array(e, "columns_zh"))
                .param("columnsEn", array(e, "columns_en"))
                .param("required", array(e, "required"))
                .param("choices", array(e, "choices"))
                .update();
    }

    private static String[] array(EventEntry e, String name) {
        return e.texts(name).toArray(String[]::new);
    }

    /// The three of every county, then those that were added, by their codes.
    public List<ListKind> kinds() {
        return kinds.get(this::read);
    }

    private List<ListKind> read() {
        var all = new ArrayList<>(ListKinds.builtIn());
        all.addAll(
                jdbc.sql("select * from projection.list_kind order by kind")
                        .query((rs, _) -> kind(rs))
                        .list());
        return List.copyOf(all);
    }

    private static ListKind kind(ResultSet rs) throws SQLException {
        var codes = texts(rs.getArray("columns"));
        var zh = texts(rs.getArray("columns_zh"));
        var en = texts(rs.getArray("columns_en"));
        var required = texts(rs.getArray("required"));
        var choices = texts(rs.getArray("choices"));
        var columns = new ArrayList<ListColumn>();
        for (int i = 0; i < codes.size(); i++) {
            columns.add(
                    new ListColumn(
                            codes.get(i),
                            new Text(zh.get(i), orNull(en.get(i))),
                            required.get(i).equals("yes"),
                            choices.get(i).isEmpty()
                                    ? List.of()
                                    : List.of(choices.get(i).split("\n", -1))));
        }
        return new ListKind(
                rs.getString("kind"),
                new Text(rs.getString("name_zh"), orNull(rs.getString("name_en"))),
                columns);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
