package org.guiju.formats.linesystems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordsFileTest {
    private static byte[] record(int names) {
        return IntStream.range(0, names)
                .mapToObj(i -> "\"k" + i + "\":1")
                .collect(Collectors.joining(",", "[{", "}]"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void recordsHaveNoMoreNamesThanATableHasColumns() {
        assertThat(RecordsFile.read("a.json", record(200)).rows()).hasSize(1);
        assertThatThrownBy(() -> RecordsFile.read("a.json", record(201)))
                .isInstanceOfSatisfying(
                        RecordsFile.UnreadableFile.class,
                        e -> assertThat(e.words().zh()).contains("201", "200"));
    }
}
