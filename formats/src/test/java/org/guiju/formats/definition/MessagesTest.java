package org.guiju.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guiju.kernel.powers.DefinitionCheckCode;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void every_code_has_its_sentence_and_its_remedy_in_both_languages_and_there_are_no_others() {
        var wanted = new TreeSet<String>();
        Stream.concat(Arrays.stream(Fault.values()), Arrays.stream(DefinitionCheckCode.values()))
                .map(Enum::name)
                .forEach(code -> {
                    wanted.add(code);
                    wanted.add(code + ".remedy");
                });
        assertThat(new TreeSet<>(Messages.ZH.stringPropertyNames())).isEqualTo(wanted);
        assertThat(new TreeSet<>(Messages.EN.stringPropertyNames())).isEqualTo(wanted);
    }

    @Test
    void chinese_is_chinese_and_english_is_english() {
        var han = Pattern.compile("\\p{IsHan}");
        Messages.ZH.forEach(
                (key, text) -> assertThat((String) text).as((String) key).containsPattern(han));
        Messages.EN.forEach((key, text) ->
                assertThat((String) text).as((String) key).doesNotContainPattern(han));
    }
}
