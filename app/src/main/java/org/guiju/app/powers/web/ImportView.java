package org.guiju.app.powers.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.guiju.app.powers.Imports.Batch;
import org.guiju.app.powers.Imports.Row;
import org.guiju.formats.inventory.ItemFile;
import org.guiju.formats.inventory.RowSentences;
import org.guiju.formats.tables.TableException;
import org.guiju.formats.tables.TableProblem;
import org.guiju.kernel.powers.inventory.ItemColumn;
import org.guiju.kernel.powers.inventory.RowCode;
import org.guiju.kernel.powers.inventory.RowCode.Severity;
import org.guiju.kernel.powers.inventory.RowProblem;

/// 导入页面用语: what the templates ask about a batch and its rows in the reader's language.
public final class ImportView {
    private final Batch batch;
    private final Locale locale;
    private final Map<ItemColumn, Integer> places;

    ImportView(Batch batch, Locale locale) {
        this.batch = batch;
        this.places = ItemFile.places(batch.columns());
        this.locale = locale;
    }

    public String heading(String column) {
        return RowSentences.column(ItemColumn.valueOf(column), locale);
    }

    /// The cell under a known column, as in the file; "" where the sheet has none.
    public String cell(Row row, String column) {
        var place = places.get(ItemColumn.valueOf(column));
        return place == null || place >= row.cells().size() ? "" : row.cells().get(place);
    }

    public String sentence(RowProblem problem) {
        return RowSentences.say(problem, locale);
    }

    public String title(RowCode code) {
        return RowSentences.title(code, locale);
    }

    /// The label of a severity; `CLEAN` is said by the page's own messages.
    public String severity(String name) {
        return RowSentences.severity(Severity.valueOf(name), locale);
    }

    public String severity(Row row) {
        return row.problems().isEmpty()
                ? ""
                : severity(row.problems().getFirst().severity().name());
    }

    /// Colour of the tag, beside the word and never instead of it.
    public String colour(Row row) {
        if (row.problems().isEmpty()) {
            return "green";
        }
        return switch (row.problems().getFirst().severity()) {
            case REFUSED -> "red";
            case CORRECTION -> "yellow";
            case WARNING, NOTE -> "blue";
        };
    }

    /// Why the check broke off; "" when it did not, or when the server was stopped meanwhile.
    public String failure() {
        var known =
                Set.of(TableProblem.values()).stream()
                        .filter(p -> p.name().equals(batch.failure()))
                        .findFirst();
        return known.map(p -> new TableException(p, batch.failureFacts()).sentence(locale))
                .orElse("");
    }
}
