package org.guiju.kernel.adjustments;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// 上级目录事项: what a superior catalogue says of a power; the county inherits name, basis and norm (认领).
///
/// @param code basic code, under which the county's own codes begin
/// @param kind as the catalogue calls it; "" where it says nothing
/// @param limit ceiling of the promised limit in working days (C22); null where the catalogue sets none
/// @param materials names of the materials that may be asked for; empty where the catalogue lists none
public record SuperiorItem(
        String code,
        String name,
        String kind,
        String basis,
        @Nullable Integer limit,
        List<String> materials) {
    public SuperiorItem {
        materials = List.copyOf(materials);
        if (code.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a catalogue item has a code and a name");
        }
    }

    /// 偏差: where the county's item differs from the catalogue.
    ///
    /// @param superior what the catalogue says
    /// @param county what the county says
    public record Deviation(Kind kind, String superior, String county) {
        /// 偏差类别.
        public enum Kind {
            NAME_DIFFERS(true),
            LIMIT_SHORTER(true),
            LIMIT_LONGER(false),
            MATERIAL_DROPPED(true),
            MATERIAL_ADDED(false);

            private final boolean allowed;

            Kind(boolean allowed) {
                this.allowed = allowed;
            }

            /// Whether the county may differ like this: shorter and fewer, never longer and more.
            public boolean allowed() {
                return allowed;
            }
        }
    }

    /// Where an item of the county differs.
    ///
    /// @param countyLimit promised working days; null where the county says nothing
    /// @param countyMaterials names of the materials that the county asks for
    public List<Deviation> deviations(
            String countyName, @Nullable Integer countyLimit, List<String> countyMaterials) {
        var found = new ArrayList<Deviation>();
        if (!plain(name).equals(plain(countyName))) {
            found.add(new Deviation(Deviation.Kind.NAME_DIFFERS, name, countyName));
        }
        if (limit != null && countyLimit != null && !limit.equals(countyLimit)) {
            found.add(
                    new Deviation(
                            countyLimit < limit
                                    ? Deviation.Kind.LIMIT_SHORTER
                                    : Deviation.Kind.LIMIT_LONGER,
                            limit.toString(),
                            countyLimit.toString()));
        }
        if (!materials.isEmpty()) {
            materials(countyMaterials, found);
        }
        return found;
    }

    private void materials(List<String> county, List<Deviation> found) {
        Set<String> here = materials.stream().map(SuperiorItem::plain).collect(Collectors.toSet());
        Set<String> there = county.stream().map(SuperiorItem::plain).collect(Collectors.toSet());
        materials.stream()
                .filter(m -> !there.contains(plain(m)))
                .forEach(m -> found.add(new Deviation(Deviation.Kind.MATERIAL_DROPPED, m, "")));
        county.stream()
                .filter(m -> !here.contains(plain(m)))
                .forEach(m -> found.add(new Deviation(Deviation.Kind.MATERIAL_ADDED, "", m)));
    }

    private static String plain(String text) {
        return MatterName.plain(text);
    }
}
