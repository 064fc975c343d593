package org.guiju.formats.meetings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.guiju.formats.tables.Headings;
import org.guiju.formats.tables.TableReader;
import org.guiju.kernel.meetings.MatterSort;
import org.guiju.kernel.meetings.MeetingKind;
import org.guiju.kernel.meetings.Share;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 随附会议类型: `kinds.csv` beside this class; a new kind of meeting is a new line there.
public final class ShippedKinds {
    private static final List<MeetingKind> ALL = read();

    private ShippedKinds() {}

    /// In the order of the table.
    public static List<MeetingKind> all() {
        return ALL;
    }

    public static Optional<MeetingKind> kind(String code) {
        return ALL.stream().filter(k -> k.code().equals(code)).findFirst();
    }

    private static List<MeetingKind> read() {
        var kinds = new ArrayList<MeetingKind>();
        try (var in = ShippedKinds.class.getResourceAsStream("kinds.csv")) {
            var bytes = Objects.requireNonNull(in, "kinds.csv").readAllBytes();
            try (var table = new TableReader(Headings.any()).open("kinds.csv", bytes)) {
                var columns = table.columns();
                table.rows()
                        .forEach(row -> {
                            var cells = new LinkedHashMap<String, String>();
                            for (int i = 0; i < columns.size(); i++) {
                                var cell = i < row.cells().size() ? row.cells().get(i) : "";
                                cells.put(columns.get(i), cell);
                            }
                            kinds.add(kind(cells));
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(kinds);
    }

    private static MeetingKind kind(Map<String, String> row) {
        return new MeetingKind(
                cell(row, "code"),
                new Text(cell(row, "name"), cell(row, "name_en")),
                one(row, "body", MeetingKind.Body::ofCode),
                cell(row, "members"),
                cell(row, "chief"),
                many(row, "roll", MeetingKind.Roll::ofCode),
                one(row, "quorum", Share::of),
                one(row, "households", Share::of),
                one(row, "majority", Share::of),
                one(row, "base", MeetingKind.Base::ofCode),
                yes(row, "speaking"),
                yes(row, "handler_votes"),
                yes(row, "recused_counted"),
                Integer.parseInt(cell(row, "notice_days")),
                yes(row, "procedure"),
                many(row, "discussed", MatterSort::ofCode),
                many(row, "reported", MatterSort::ofCode),
                words(row, "checklist"),
                new Article(cell(row, "law"), cell(row, "article")),
                cell(row, "also"),
                LocalDate.parse(cell(row, "from")));
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column).strip();
    }

    private static boolean yes(Map<String, String> row, String column) {
        return cell(row, column).equals("yes");
    }

    private static List<String> words(Map<String, String> row, String column) {
        return Arrays.stream(cell(row, column).split(" ")).filter(w -> !w.isEmpty()).toList();
    }

    private static <T> T one(
            Map<String, String> row, String column, Function<String, Optional<T>> of) {
        var text = cell(row, column);
        return of.apply(text)
                .orElseThrow(() -> new IllegalStateException("kinds.csv, " + column + ": " + text));
    }

    private static <T> Set<T> many(
            Map<String, String> row, String column, Function<String, Optional<T>> of) {
        var found = new LinkedHashSet<T>();
        for (var word : words(row, column)) {
            found.add(
                    of.apply(word)
                            .orElseThrow(() ->
                                    new IllegalStateException(
                                            "kinds.csv, " + column + ": " + word)));
        }
        return found;
    }
}
