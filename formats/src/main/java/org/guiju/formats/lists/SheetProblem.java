package org.guiju.formats.lists;

import java.util.Locale;
import java.util.Map;
import org.guiju.formats.tables.Sentences;

/// 行问题: what is wrong, or odd, about a row of a sheet that was sent in.
///
/// @param row as a spreadsheet counts
/// @param column heading as written in the sheet; "" for the whole row
public record SheetProblem(Code code, int row, String column, Map<String, String> facts) {
    private static final Sentences SENTENCES = Sentences.load(SheetProblem.class, "sheet");

    public SheetProblem {
        facts = Map.copyOf(facts);
    }

    /// 问题, the gravest first. The sentences stand in `sheet*.properties` under the name.
    public enum Code {
        /// Something stands in the id's cell that cannot be one.
        ID_FORM(true),
        /// Two rows have one id.
        ID_TWICE(true),
        /// A required cell is empty.
        CELL_EMPTY(true),
        /// A cell with choices holds another word.
        CELL_CHOICE(true),
        /// A spreadsheet has shortened a long number.
        NUMBER_SHORTENED(true),
        /// Words to the right of the last heading.
        BEYOND(true),
        /// A column of the sheet that the list does not have: it stays out.
        COLUMN_LEFT_OUT(false),
        /// A heading that is repeated, a subtotal or a caption between the rows: it stays out.
        LINE_LEFT_OUT(false);

        private final boolean stops;

        Code(boolean stops) {
            this.stops = stops;
        }

        /// Whether the sheet cannot come in with it.
        public boolean stops() {
            return stops;
        }
    }

    /// What is wrong and what to do, without the place.
    public String sentence(Locale locale) {
        return SENTENCES.say(code.name(), facts, locale);
    }

    static Sentences sentences() {
        return SENTENCES;
    }
}
