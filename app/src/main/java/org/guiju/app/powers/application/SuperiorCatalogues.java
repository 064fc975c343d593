package org.guiju.app.powers.application;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.SuperiorCatalogue;
import org.guiju.app.powers.store.Registry;
import org.guiju.formats.tables.Headings;
import org.guiju.formats.tables.Table;
import org.guiju.formats.tables.TableReader;
import org.guiju.kernel.adjustments.SuperiorItem;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 上级目录: reading a file, keeping it, and what the county may make of its items.
@Service
public class SuperiorCatalogues implements SuperiorCatalogue {
    private static final String REGISTER = "superior-import";
    private static final Map<String, List<String>> COLUMNS = columns();
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern LISTED = Pattern.compile("[;；、|\\n]");
    private final Registry registry;
    private final Map<String, List<SuperiorItem>> byDigest = new ConcurrentHashMap<>();

    SuperiorCatalogues(Registry registry) {
        this.registry = registry;
    }

    private static Map<String, List<String>> columns() {
        var columns = new LinkedHashMap<String, List<String>>();
        columns.put(
                "code", List.of("基本编码", "basic_code", "目录编码", "事项编码", "编码", "item_code", "code"));
        columns.put("name", List.of("事项名称", "权力名称", "名称", "item_name", "name"));
        columns.put("kind", List.of("权力类型", "事项类型", "power_type", "kind"));
        columns.put("basis", List.of("实施依据", "设定依据", "法律依据", "依据", "basis"));
        columns.put("limit", List.of("承诺时限", "办结时限", "法定时限", "时限", "statutory_n", "limit"));
        columns.put("materials", List.of("申请材料", "材料", "materials"));
        return columns;
    }

    /// 读到的目录.
    ///
    /// @param twice rows left out because their code stood above already
    /// @param faults rows without code or name, by their number in the file; such a catalogue is not taken
    public record Read(String digest, List<SuperiorItem> items, int twice, List<Integer> faults) {}

    /// Reads a file and keeps its items; nothing is imported yet.
    ///
    /// @throws org.guiju.formats.tables.TableException when the file is no table
    @Transactional
    public Read read(String file, byte[] bytes) {
        var known =
                new java.util.HashSet<>(COLUMNS.values().stream().flatMap(List::stream).toList());
        try (var table =
                new TableReader(Headings.of(known, List.of("事项编码", "事项名称"))).open(file, bytes)) {
            var places = places(table);
            var items = new TreeMap<String, SuperiorItem>();
            var faults = new ArrayList<Integer>();
            int twice = 0;
            for (var row : (Iterable<org.guiju.formats.tables.TableRow>) table.rows()::iterator) {
                var code = cell(row.cells(), places.get("code"));
                var name = cell(row.cells(), places.get("name"));
                if (code.isEmpty() || name.isEmpty()) {
                    faults.add(row.number());
                } else if (items.containsKey(code)) {
                    twice++;
                } else {
                    items.put(code, item(code, name, row.cells(), places));
                }
            }
            var digest = digest(bytes);
            if (faults.isEmpty() && !items.isEmpty()) {
                registry.keep(digest, file, items.values().stream().map(this::row).toList());
            }
            return new Read(digest, List.copyOf(items.values()), twice, faults);
        }
    }

    private static Map<String, Integer> places(Table table) {
        // 时限（工作日） is the column 时限.
        var headings =
                table.columns().stream()
                        .map(Headings::normal)
                        .map(h -> h.replaceAll("\\([^)]*\\)", ""))
                        .toList();
        var places = new LinkedHashMap<String, Integer>();
        COLUMNS.forEach((column, names) ->
                names.stream()
                        .map(Headings::normal)
                        .map(headings::indexOf)
                        .filter(i -> i >= 0)
                        .findFirst()
                        .ifPresent(i -> places.put(column, i)));
        return places;
    }

    private static SuperiorItem item(
            String code, String name, List<String> cells, Map<String, Integer> places) {
        var days = NUMBER.matcher(cell(cells, places.get("limit")));
        return new SuperiorItem(
                code,
                name,
                cell(cells, places.get("kind")),
                cell(cells, places.get("basis")),
                days.find() ? Integer.valueOf(days.group()) : null,
                listed(cell(cells, places.get("materials"))));
    }

    /// A list typed into one cell or field.
    public static List<String> listed(String text) {
        return Arrays.stream(LISTED.split(text))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private static String cell(List<String> cells, @Nullable Integer place) {
        return place == null ? "" : cells.get(place).strip().replace('\u001f', ' ');
    }

    private List<String> row(SuperiorItem i) {
        return List.of(
                i.code(),
                i.name(),
                i.kind(),
                i.basis(),
                i.limit() == null ? "" : i.limit().toString(),
                String.join("；", i.materials()));
    }

    private static SuperiorItem item(List<String> row) {
        return new SuperiorItem(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4).isEmpty() ? null : Integer.valueOf(row.get(4)),
                listed(row.get(5)));
    }

    /// Takes a catalogue that was read before as the one of its level.
    ///
    /// @throws IllegalArgumentException for a digest under which nothing was read
    @Transactional
    public void take(Level level, String version, String source, String digest, Stamp stamp) {
        var items = kept(digest);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("no catalogue was read under " + digest);
        }
        var fields = new LinkedHashMap<String, String>();
        fields.put("version", version);
        fields.put("issued_by", source);
        fields.put("digest", digest);
        fields.put("items", Integer.toString(items.size()));
        registry.enter(REGISTER, level.code(), fields, stamp);
    }

    /// The items read under the digest.
    public List<SuperiorItem> kept(String digest) {
        var known = byDigest.get(digest);
        if (known != null) {
            return known;
        }
        var items = registry.kept(digest).stream().map(SuperiorCatalogues::item).toList();
        if (!items.isEmpty()) {
            byDigest.put(digest, items);
        }
        return items;
    }

    @Override
    public List<Imported> imported() {
        var found = new ArrayList<Imported>();
        for (var level : Level.values()) {
            registry.get(REGISTER, level.code())
                    .ifPresent(e ->
                            found.add(
                                    new Imported(
                                            level,
                                            e.text("version"),
                                            e.text("issued_by"),
                                            e.text("digest"),
                                            Integer.parseInt(e.text("items")),
                                            OfficialClock.dayOf(e.at()),
                                            e.by())));
        }
        return found;
    }

    @Override
    public Set<String> codes() {
        return Set.copyOf(byCode().keySet());
    }

    @Override
    public List<SuperiorItem> items() {
        return List.copyOf(byCode().values());
    }

    private Map<String, SuperiorItem> byCode() {
        var all = new TreeMap<String, SuperiorItem>();
        for (var catalogue : imported()) {
            kept(catalogue.digest()).forEach(i -> all.putIfAbsent(i.code(), i));
        }
        return all;
    }

    @Override
    public Optional<SuperiorItem> itemOf(String code) {
        var all = byCode();
        var exact = all.get(code);
        if (exact != null) {
            return Optional.of(exact);
        }
        int dash = code.indexOf('-');
        return dash < 0 ? Optional.empty() : Optional.ofNullable(all.get(code.substring(0, dash)));
    }

    /// Where a text of the county differs from the catalogue, for the situation that differs most (C22).
    public List<SuperiorItem.Deviation> deviations(PowerDefinition power) {
        return itemOf(power.code().value())
                .map(item ->
                        power.situations().stream()
                                .flatMap(s -> deviations(item, power, s).stream())
                                .distinct()
                                .toList())
                .orElse(List.of());
    }

    private static List<SuperiorItem.Deviation> deviations(
            SuperiorItem item, PowerDefinition power, Situation situation) {
        return item.deviations(
                power.matter().zh(),
                days(situation.limits().promise().limit()),
                situation.materials().stream().map(m -> m.name().zh()).toList());
    }

    /// Working days; another unit is not compared.
    private static @Nullable Integer days(Limit limit) {
        return limit.unit() == LimitUnit.WORKING_DAY ? limit.n() : null;
    }

    private static String digest(byte[] bytes) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
