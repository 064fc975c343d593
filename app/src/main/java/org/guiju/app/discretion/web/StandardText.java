package org.guiju.app.discretion.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiju.app.discretion.Standards.Edition;
import org.guiju.kernel.discretion.Cell;
import org.guiju.kernel.discretion.Factor;
import org.guiju.kernel.discretion.Finding;
import org.guiju.kernel.discretion.Standard;
import org.guiju.kernel.powers.Penalty.Band;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// 基准的读法: a table in words and as plain data, one reading for pages, files and the interface.
@Component
public class StandardText {
    private final MessageSource messages;

    StandardText(MessageSource messages) {
        this.messages = messages;
    }

    /// 表中一行.
    record Line(Standard.Row row, List<String> cells, String band) {}

    /// 意见.
    record Said(String code, String rows, String title, String remedy) {}

    List<Line> lines(Standard s, Locale locale) {
        return s.rows().stream()
                .map(r ->
                        new Line(
                                r,
                                s.factors().stream()
                                        .map(f -> cell(f, r.cell(f.id()), locale))
                                        .toList(),
                                band(s, r.band(), locale)))
                .toList();
    }

    String cell(Factor factor, Cell cell, Locale locale) {
        return switch (cell) {
            case Cell.Any() -> say("discretion.any", locale);
            case Cell.OneOf(var options) ->
                    options.stream()
                            .map(o ->
                                    factor instanceof Factor.Choice c
                                            ? c.option(o)
                                                    .map(x -> named(x.name(), locale))
                                                    .orElse(o)
                                            : o)
                            .collect(Collectors.joining(say("discretion.or", locale)));
            case Cell.Interval i -> interval(factor, i, locale);
        };
    }

    private String interval(Factor factor, Cell.Interval i, Locale locale) {
        var unit = factor instanceof Factor.Quantity q && zh(locale) ? q.unit() : "";
        var from = i.from();
        var to = i.to();
        if (factor instanceof Factor.Quantity q
                && q.decimals() == 0
                && from != null
                && to != null
                && i.fromIncluded()
                && (i.toIncluded() ? to : to.subtract(BigDecimal.ONE)).compareTo(from) == 0) {
            return from.toPlainString() + unit;
        }
        var parts = new ArrayList<String>();
        if (from != null) {
            parts.add((i.fromIncluded() ? "≥ " : "> ") + from.toPlainString() + unit);
        }
        if (to != null) {
            parts.add((i.toIncluded() ? "≤ " : "< ") + to.toPlainString() + unit);
        }
        return String.join(say("discretion.and", locale), parts);
    }

    String band(Standard s, @Nullable Band band, Locale locale) {
        if (band == null) {
            return "—";
        }
        var key = "discretion.band." + s.statute().measure().code();
        return messages.getMessage(
                key, new Object[] {hundredths(band.from()), hundredths(band.to())}, locale);
    }

    static String hundredths(long n) {
        return BigDecimal.valueOf(n, 2).stripTrailingZeros().toPlainString();
    }

    List<Said> said(List<Finding> findings, Locale locale) {
        return findings.stream()
                .map(f -> {
                    var where = f.facts().getOrDefault("where", "");
                    var args =
                            new Object[] {
                                f.rows(),
                                where,
                                f.facts().getOrDefault("law", ""),
                                f.facts().getOrDefault("own", "")
                            };
                    return new Said(
                            f.code().name(),
                            f.rows(),
                            messages.getMessage(
                                    "discretion.finding." + f.code().name(), args, locale),
                            messages.getMessage(
                                    "discretion.finding." + f.code().name() + ".remedy",
                                    args,
                                    locale));
                })
                .toList();
    }

    /// As the interface and the JSON file give it.
    Map<String, Object> plain(Edition e, Locale locale) {
        var s = e.standard();
        var data = new LinkedHashMap<String, Object>();
        data.put("code", s.code());
        data.put("version", e.version().number());
        data.put("from", e.version().from() == null ? "" : e.version().from().toString());
        data.put("title", s.title().zh());
        data.put("organ", s.organ().value());
        data.put("level", s.level().code());
        data.put("kind", s.kind().code());
        data.put("powers", s.powers());
        data.put("superior", s.superior() == null ? "" : s.superior());
        data.put("article", s.statute().article().cite());
        data.put("phrase", s.statute().phrase());
        data.put("measure", s.statute().measure().code());
        data.put("range", band(s.statute().range()));
        data.put("factors", s.factors().stream().map(StandardText::factor).toList());
        data.put(
                "rows",
                lines(s, locale).stream()
                        .map(l -> {
                            var row = new LinkedHashMap<String, Object>();
                            row.put("row", l.row().id());
                            row.put("grade", l.row().grade());
                            row.put("name", l.row().name().zh());
                            row.put("when", l.cells());
                            row.put("band", band(l.row().band()));
                            row.put("other", l.row().other());
                            return row;
                        })
                        .toList());
        return data;
    }

    private static Map<String, Object> factor(Factor f) {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", f.id());
        data.put("name", f.name().zh());
        switch (f) {
            case Factor.Quantity q -> {
                data.put("unit", q.unit());
                data.put("decimals", q.decimals());
                data.put("min", q.min().toPlainString());
                data.put("max", q.max() == null ? "" : q.max().toPlainString());
            }
            case Factor.Choice c ->
                    data.put("options", c.options().stream().map(Factor.Option::id).toList());
        }
        return data;
    }

    static Map<String, Long> band(@Nullable Band band) {
        return band == null ? Map.of() : Map.of("from", band.from(), "to", band.to());
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static boolean zh(Locale locale) {
        return locale.getLanguage().equals("zh");
    }

    static String named(org.guiju.kernel.shared.Text text, Locale locale) {
        var en = text.en();
        return zh(locale) || en == null ? text.zh() : en;
    }
}
