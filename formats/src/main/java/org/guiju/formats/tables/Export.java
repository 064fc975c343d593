package org.guiju.formats.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// 导出: a list on its way out.
///
/// @param sheet name of the sheet; Excel allows 31 characters and none of `\/?*[]:`
/// @param columns headings
/// @param rows as many cells as there are columns; read once
/// @param note what a reader must know to rely on the list: filter, time, who exported it; a sheet of its own in XLSX,
///     left out of CSV, where it would make the file unreadable for machines
public record Export(
        String sheet, List<String> columns, Stream<List<Cell>> rows, @Nullable Note note) {
    public Export {
        columns = List.copyOf(columns);
    }

    /// 说明页.
    public record Note(String sheet, List<Line> lines) {
        public Note {
            lines = List.copyOf(lines);
        }

        /// One remark, for example 筛选条件 | 部门：区司法局.
        public record Line(String label, String value) {}
    }

    /// 单元格: typed, so that a code never becomes a number and a number can be summed.
    public sealed interface Cell {
        record Words(String text) implements Cell {}

        record Figure(BigDecimal value) implements Cell {}

        record Day(LocalDate day) implements Cell {}

        record Blank() implements Cell {}

        static Cell of(@Nullable String text) {
            return text == null || text.isEmpty() ? new Blank() : new Words(text);
        }

        static Cell of(long value) {
            return new Figure(BigDecimal.valueOf(value));
        }

        static Cell of(@Nullable LocalDate day) {
            return day == null ? new Blank() : new Day(day);
        }
    }
}
