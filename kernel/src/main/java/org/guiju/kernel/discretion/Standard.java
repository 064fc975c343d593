package org.guiju.kernel.discretion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.powers.Penalty.Band;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 裁量基准 (行政处罚法 34): one clause of a law, the factors that weigh, and a table in which every case has exactly one row.
///
/// @param code of the standard, the same through all its versions
/// @param powers codes of the powers that it binds; empty for a superior standard that others refine
/// @param superior code of the provincial or municipal standard that it refines (C11); null where there is none
/// @param grounds circumstances, beyond those of the law, that this standard names for heavier or lighter (C9)
public record Standard(
        String code,
        Text title,
        OrganId organ,
        Level level,
        PowerKind kind,
        List<String> powers,
        @Nullable String superior,
        Statute statute,
        List<Factor> factors,
        List<Row> rows,
        List<Ground> grounds) {
    public Standard {
        powers = List.copyOf(powers);
        factors = List.copyOf(factors);
        rows = List.copyOf(rows);
        grounds = List.copyOf(grounds);
    }

    /// 制定层级.
    public enum Level {
        PROVINCE("province"),
        CITY("city"),
        COUNTY("county");

        private final String code;

        Level(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public boolean above(Level other) {
            return compareTo(other) < 0;
        }
    }

    /// 计量: in what the clause measures.
    public enum Measure {
        /// Amounts in fen.
        AMOUNT("amount"),
        /// Multiples of a base, in hundredths: 150 is one and a half times.
        MULTIPLE("multiple"),
        /// No figure: a stay of business, a revocation, a discretion of approval.
        WORDS("words");

        private final String code;

        Measure(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// 法定幅度: the clause, its words, and what it leaves to discretion.
    ///
    /// @param conduct id of the conduct in the text of the power, empty where none is bound
    /// @param base of a multiple, for example `货值金额`
    /// @param range null only where the clause names no figure
    public record Statute(
            Article article,
            String phrase,
            String conduct,
            Measure measure,
            String base,
            @Nullable Band range) {}

    /// 裁量阶次.
    ///
    /// @param grade id of the grade as the text of the power names it
    /// @param band part of the statutory range; null where the grade carries no fine
    /// @param other what else is imposed, empty where nothing is
    public record Row(
            String id,
            String grade,
            Text name,
            Map<String, Cell> when,
            @Nullable Band band,
            String other) {
        public Row {
            when = Map.copyOf(when);
        }

        public Cell cell(String factor) {
            return when.getOrDefault(factor, Cell.ANY);
        }
    }

    /// 从重、从轻、减轻、不予处罚的情形.
    public record Ground(String id, Direction direction, Text name, Article article) {}

    public Optional<Factor> factor(String id) {
        return factors.stream().filter(f -> f.id().equals(id)).findFirst();
    }

    public Optional<Row> row(String id) {
        return rows.stream().filter(r -> r.id().equals(id)).findFirst();
    }
}
