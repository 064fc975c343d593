package org.guiju.formats.definition;

import org.junit.jupiter.api.Test;

class BaseTextTest {
    @Test
    void the_text_that_the_other_tests_break_is_sound() {
        Broken.base("试验事项须经许可。", "试验事项须经许可！").passes();
    }

    @Test
    void a_power_shared_by_two_organs_and_two_levels_is_sound() {
        Broken.in(Broken.text("parallel-two-organs.yaml"), "案卷抽查", "案卷普查").passes();
    }
}
