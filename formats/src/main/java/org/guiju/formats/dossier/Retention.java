package org.guiju.formats.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guiju.kernel.shared.Text;

/// 保管期限: how long a volume is kept. The power's own text says it; the table says what the kind of power asks for at least, from a
/// day on. After its end nothing is destroyed: it is proposed for appraisal (到期待鉴定), and people decide.
///
/// @param code `10y`, `30y` … or `permanent`
public record Retention(String code) {
    private static final Pattern FORM = Pattern.compile("permanent|[1-9][0-9]?y");
    private static final List<Line> TABLE = table();

    public Retention {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException(code);
        }
    }

    /// 期限表的一行: data with a first day, to be confirmed by the archives authority of the place.
    record Line(String kind, LocalDate since, Retention least) {}

    public static Optional<Retention> of(String code) {
        return FORM.matcher(code).matches() ? Optional.of(new Retention(code)) : Optional.empty();
    }

    /// What the table asks for a kind of power on a day; empty for a kind it does not know.
    public static Optional<Retention> least(String kind, LocalDate on) {
        return TABLE.stream()
                .filter(l -> l.kind().equals(kind) && !on.isBefore(l.since()))
                .reduce((_, later) -> later)
                .map(Line::least);
    }

    public boolean permanent() {
        return code.equals("permanent");
    }

    private int years() {
        return permanent()
                ? Integer.MAX_VALUE
                : Integer.parseInt(code.substring(0, code.length() - 1));
    }

    public boolean shorterThan(Retention other) {
        return years() < other.years();
    }

    /// The last day on which the volume must be there; empty for ever.
    ///
    /// @param closed day on which the case ended
    public Optional<LocalDate> until(LocalDate closed) {
        return permanent() ? Optional.empty() : Optional.of(closed.plusYears(years()));
    }

    public Text says() {
        return permanent()
                ? new Text("永久", "permanent")
                : new Text("定期" + years() + "年", years() + " years");
    }

    private static List<Line> table() {
        try (var in = Retention.class.getResourceAsStream("retention.csv")) {
            var text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(l -> !l.startsWith("#") && !l.isBlank())
                    .map(l -> l.split(",", -1))
                    .map(c -> new Line(c[0], LocalDate.parse(c[1]), new Retention(c[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
