package org.guiju.kernel.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.guiju.kernel.adjustments.Overlaps.Matter;
import org.guiju.kernel.adjustments.Overlaps.Overlap;
import org.guiju.kernel.adjustments.Overlaps.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 职责交叉: one matter in several hands is found where its words or its article say so, and nowhere else.
class OverlapsTest {
    private static Matter matter(String code, String name, String department, String... articles) {
        return new Matter(code, name, "许可", department, List.of(articles));
    }

    @ParameterizedTest
    @CsvSource({
        "道路挖掘许可, 道路 挖掘许可, SAME_NAME",
        "道路挖掘许可, 道路挖掘审批（城区）, SAME_MATTER",
        "道路挖掘许可, 对道路挖掘的处罚, SAME_MATTER",
        "道路挖掘许可, 桥梁挖掘许可, ''",
    })
    void oneMatterOfTwoDepartmentsIsFoundByItsWords(String one, String other, String why) {
        var found = Overlaps.of(List.of(matter("B", one, "交通局"), matter("A", other, "城管局")));
        assertThat(found.stream().map(o -> o.why().name()).findFirst().orElse("")).isEqualTo(why);
        assertThat(found)
                .allSatisfy(o -> {
                    assertThat(o.departments()).containsExactly("交通局", "城管局");
                    assertThat(o.items()).extracting(Matter::code).containsExactly("B", "A");
                    assertThat(o.shared()).isEqualTo("道路挖掘");
                });
    }

    @Test
    void oneDepartmentAloneOverlapsWithNobody() {
        assertThat(
                        Overlaps.of(
                                List.of(
                                        matter("A", "道路挖掘许可", "交通局", "公路法44"),
                                        matter("B", "道路挖掘审批", "交通局", "公路法44"))))
                .isEmpty();
    }

    @Test
    void twoKindsOfPowerAreTwoMatters() {
        var check = new Matter("B", "道路挖掘许可", "检查", "城管局", List.of("公路法44"));
        assertThat(Overlaps.of(List.of(matter("A", "道路挖掘许可", "交通局", "公路法44"), check))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "占道经营, 城区占道经营, 城管条例 12, true",
        "城区占道经营, 占道经营, 城管条例 12, true",
        "占道经营, 城区占道经营, 城管条例 13, false",
        "占道经营, 店外经营, 城管条例 12, false",
        "占经营, 城区占经营, 城管条例 12, false",
    })
    void oneArticleIsAnOverlapWhereOneNameContainsTheOtherInFourSignsOrMore(
            String one, String other, String article, boolean found) {
        var overlaps =
                Overlaps.of(
                        List.of(
                                matter("A", one, "城管局", "城管条例12"),
                                matter("B", other, "街道办", "总则1", article)));
        assertThat(overlaps).hasSize(found ? 1 : 0);
        assertThat(overlaps)
                .allSatisfy(o -> {
                    assertThat(o.why()).isEqualTo(Why.SAME_ARTICLE);
                    assertThat(o.shared().replace(" ", "")).isEqualTo("城管条例12");
                });
    }

    @Test
    void anItemStandsInOneOverlapAtMostAndTheyComeInTheOrderOfTheirKeys() {
        var found =
                Overlaps.of(
                        List.of(
                                matter("A", "占道经营许可", "城管局", "条例12", "条例13"),
                                matter("B", "城区占道经营许可", "街道办", "条例12", "条例13"),
                                matter("C", "道路挖掘许可", "交通局", "条例12"),
                                matter("D", "道路挖掘许可", "街道办", "条例12")));
        assertThat(found).hasSize(2);
        assertThat(found).extracting(Overlap::key).isSorted();
        assertThat(found.stream().flatMap(o -> o.items().stream()).map(Matter::code))
                .containsExactlyInAnyOrder("A", "B", "C", "D");
    }

    @ParameterizedTest
    @CsvSource({
        "道路挖掘行政许可, 道路挖掘",
        "对道路挖掘的处罚, 道路挖掘",
        "道路挖掘(核发)审批, 道路挖掘",
        "道路核发, 道路核发",
        "挖掘道核发, 挖掘道核发",
        "挖掘道路核发, 挖掘道路",
        "对口支援, 对口支援",
        "申请表（Ａ）, 申请表",
    })
    void aNameLosesBracketsAndEndingsButNeverAllButThreeSigns(String name, String matter) {
        assertThat(MatterName.matter(name)).isEqualTo(matter);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10, ''",
        "10, 9, LIMIT_SHORTER",
        "10, 11, LIMIT_LONGER",
        ", 11, ''",
        "10, , ''",
    })
    void theCountyMayPromiseLessTimeThanTheCatalogueAndNeverMore(
            Integer superior, Integer county, String kind) {
        var item = new SuperiorItem("0001", "道路挖掘许可", "许可", "公路法", superior, List.of());
        var found = item.deviations("道路挖掘 许可", county, List.of("申请表"));
        assertThat(found.stream().map(d -> d.kind().name()).findFirst().orElse("")).isEqualTo(kind);
        assertThat(found).allMatch(d -> d.kind().allowed() == kind.equals("LIMIT_SHORTER"));
    }

    @Test
    void theCountyMayDropMaterialsOfTheCatalogueAndAddNone() {
        var item = new SuperiorItem("0001", "道路挖掘许可", "许可", "", null, List.of("申请表（A）", "平面图"));
        var found = item.deviations("道路开挖许可", null, List.of("申请表(A)", "保证书"));
        assertThat(found)
                .containsExactly(
                        deviation("NAME_DIFFERS", "道路挖掘许可", "道路开挖许可"),
                        deviation("MATERIAL_DROPPED", "平面图", ""),
                        deviation("MATERIAL_ADDED", "", "保证书"));
        assertThat(Arrays.stream(SuperiorItem.Deviation.Kind.values()))
                .filteredOn(k -> !k.allowed())
                .containsExactly(
                        SuperiorItem.Deviation.Kind.LIMIT_LONGER,
                        SuperiorItem.Deviation.Kind.MATERIAL_ADDED);
    }

    private static SuperiorItem.Deviation deviation(String kind, String superior, String county) {
        return new SuperiorItem.Deviation(
                SuperiorItem.Deviation.Kind.valueOf(kind), superior, county);
    }
}
