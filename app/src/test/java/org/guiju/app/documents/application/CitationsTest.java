package org.guiju.app.documents.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "《甲法》第八条第一款第一项 《甲法》第八条第一款第二项 《甲法》第九条 | 《甲法》第八条第一款第一项、第二项、第九条",
                "《甲法》第八条第一款 《甲法》第八条第二款 | 《甲法》第八条第一款、第二款",
                "《甲法》第八条 《乙法》第八条 《甲法》第八条 | 《甲法》第八条、《乙法》第八条、《甲法》第八条",
                "《甲法》第八条第一项 《甲法》第九条第一项 | 《甲法》第八条第一项、第九条第一项",
                "《甲法》第八条第一款第一项 《甲法》第八条第一款 | 《甲法》第八条第一款第一项、第八条第一款",
                "《甲法》第八条 《甲法》第八条第二项 | 《甲法》第八条、第八条第二项",
                "《甲法》第二百条之一 《甲法》第二百条之二 | 《甲法》第二百条之一、第二百条之二",
                "材料1份 《甲法》第八条 材料2份 《甲法》第八条 | 材料1份、《甲法》第八条、材料2份、《甲法》第八条"
            })
    void whatWasJustNamedIsNotNamedAgain(String all, String said) {
        var entries = Arrays.stream(all.split(" ")).map(c -> Map.of("it", c)).toList();
        assertThat(Citations.joined(entries)).isEqualTo(said);
    }
}
