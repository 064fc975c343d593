package org.guiju.app.fees.web;

import java.util.List;
import java.util.TreeMap;
import org.guiju.app.fees.FeeRow;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;

/// 收费台账 as a report: sums by power, and as a table to take away.
///
/// @param powers by code
record FeeBooks(List<FeeRow> rows, List<Sum> powers, Sum total) {
    /// 合计, in fen.
    record Sum(String power, int cases, long receivable, long waived, long paid, long refunded) {
        static Sum none(String power) {
            return new Sum(power, 0, 0, 0, 0, 0);
        }

        Sum and(FeeRow r) {
            return new Sum(
                    power,
                    cases + 1,
                    receivable + r.receivable(),
                    waived + r.waived(),
                    paid + r.paid(),
                    refunded + r.refunded());
        }

        public long owed() {
            return receivable - waived - paid;
        }
    }

    static FeeBooks of(List<FeeRow> rows) {
        var sums = new TreeMap<String, Sum>();
        var total = Sum.none("");
        for (var r : rows) {
            sums.put(r.power(), sums.getOrDefault(r.power(), Sum.none(r.power())).and(r));
            total = total.and(r);
        }
        return new FeeBooks(List.copyOf(rows), List.copyOf(sums.values()), total);
    }

    Export export() {
        return new Export(
                "fees",
                List.of(
                        "case",
                        "power",
                        "organ",
                        "charged",
                        "receivable",
                        "waived",
                        "paid",
                        "refunded",
                        "owed"),
                rows.stream()
                        .map(r ->
                                List.of(
                                        Cell.of(r.no()),
                                        Cell.of(r.power()),
                                        Cell.of(r.organ().value()),
                                        Cell.of(r.charged()),
                                        Cell.of(r.receivable()),
                                        Cell.of(r.waived()),
                                        Cell.of(r.paid()),
                                        Cell.of(r.refunded()),
                                        Cell.of(r.owed()))),
                null);
    }
}
