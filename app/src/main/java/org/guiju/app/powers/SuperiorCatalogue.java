package org.guiju.app.powers;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.adjustments.SuperiorItem;

/// 上级目录查询: the catalogues of the nation, the province and the city, each in its latest version.
public interface SuperiorCatalogue {

    /// 目录层级, the nearest to the county first: what it says counts.
    enum Level {
        MUNICIPAL,
        PROVINCIAL,
        NATIONAL;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Level> of(String code) {
            return java.util.stream.Stream.of(values())
                    .filter(l -> l.code().equals(code))
                    .findFirst();
        }
    }

    /// 导入的目录.
    ///
    /// @param version as the catalogue calls itself, such as 2024年版
    /// @param source who issued it, with its number
    record Imported(
            Level level,
            String version,
            String source,
            String digest,
            int items,
            LocalDate on,
            String by) {}

    /// The latest of each level.
    List<Imported> imported();

    /// Every code of the latest catalogues; empty where none was imported: then nothing is off the catalogue.
    Set<String> codes();

    /// Whether these codes hold the one asked for, or its basic code (基本编码), which is what stands before the first dash.
    static boolean hold(Set<String> codes, String code) {
        int dash = code.indexOf('-');
        return codes.contains(code) || dash >= 0 && codes.contains(code.substring(0, dash));
    }

    /// Every item, by code; where levels differ, the nearest speaks.
    List<SuperiorItem> items();

    /// The item under which a code of the county falls: the code itself, or the basic code with which it begins.
    Optional<SuperiorItem> itemOf(String code);
}
