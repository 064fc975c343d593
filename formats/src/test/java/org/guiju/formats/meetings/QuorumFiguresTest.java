package org.guiju.formats.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import org.guiju.kernel.meetings.MeetingKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The figures of the law, copied from the articles named (村民委员会组织法 as amended on 2025-10-28, 农村集体经济组织法 of 2024-06-28,
/// 行政处罚法 of 2021), against the kinds that are shipped.
class QuorumFiguresTest {
    @ParameterizedTest
    @CsvSource({
        "village-assembly, 村民委员会组织法, 第二十六条, >1/2, >=2/3, >1/2, PRESENT, 10",
        "village-representatives, 村民委员会组织法, 第三十条, >=2/3, , >1/2, PRESENT, 0",
        "village-group, 村民委员会组织法, 第三十二条, >=2/3, >=2/3, >1/2, PRESENT, 0",
        "collective-assembly, 农村集体经济组织法, 第二十七条, >=2/3, , >=2/3, DUE, 10",
        "collective-representatives, 农村集体经济组织法, 第二十八条, , , >=2/3, DUE, 0",
        "collective-board, 农村集体经济组织法, 第三十一条, >=2/3, , >1/2, DUE, 0",
        "party-members, guiju, 四议两公开, >=2/3, , >1/2, DUE, 0",
        "case-hearing, 行政处罚法, 第五十七条第二款, , , , DUE, 0",
    })
    void aKindHasTheFiguresOfItsArticle(
            String code,
            String law,
            String article,
            @Nullable String quorum,
            @Nullable String households,
            @Nullable String majority,
            MeetingKind.Base base,
            int notice) {
        var kind = ShippedKinds.kind(code).orElseThrow();
        assertThat(kind.source().law()).isEqualTo(law);
        assertThat(kind.source().number()).isEqualTo(article);
        if (quorum != null) {
            assertThat(kind.quorum().code()).isEqualTo(quorum);
        }
        if (households != null) {
            assertThat(kind.roll()).contains(MeetingKind.Roll.HOUSEHOLDS);
            assertThat(kind.households().code()).isEqualTo(households);
        }
        if (majority != null) {
            assertThat(kind.majority().code()).isEqualTo(majority);
        }
        assertThat(kind.base()).isEqualTo(base);
        assertThat(kind.noticeDays()).isEqualTo(notice);
    }

    @ParameterizedTest
    @CsvSource({
        // Two thirds of 30 members are 20; of 31, 21.
        "collective-assembly, 30, 19, false",
        "collective-assembly, 30, 20, true",
        "collective-assembly, 30, 21, true",
        "collective-assembly, 31, 20, false",
        "collective-assembly, 31, 21, true",
        // More than half of 100 villagers are 51.
        "village-assembly, 100, 49, false",
        "village-assembly, 100, 50, false",
        "village-assembly, 100, 51, true",
        // Two thirds of 7 directors are 5.
        "collective-board, 7, 4, false",
        "collective-board, 7, 5, true",
    })
    void theQuorumJustBelowOnAndAboveTheFigure(String code, int due, int present, boolean met) {
        var kind = ShippedKinds.kind(code).orElseThrow();
        assertThat(kind.quorum().met(present, due)).isEqualTo(met);
    }
}
