package org.guiju.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagerTest {

    @Test
    void thePageAskedForIsBroughtIntoTheRangeThereIs() {
        assertThat(Pager.of(0, 20, 312, "/x", "").number()).isEqualTo(1);
        assertThat(Pager.of(-5, 20, 312, "/x", "").number()).isEqualTo(1);
        assertThat(Pager.of(16, 20, 312, "/x", "").number()).isEqualTo(16);
        assertThat(Pager.of(17, 20, 312, "/x", "").number()).isEqualTo(16);
        assertThat(Pager.of(Integer.MAX_VALUE, 20, 312, "/x", "").offset()).isEqualTo(300);
    }

    @Test
    void fullPagesAndOneRowMoreAreCountedRight() {
        assertThat(Pager.of(1, 20, 40, "/x", "").last()).isEqualTo(2);
        assertThat(Pager.of(3, 20, 41, "/x", "").last()).isEqualTo(3);
        assertThat(Pager.of(3, 20, 41, "/x", "").from()).isEqualTo(41);
        assertThat(Pager.of(3, 20, 41, "/x", "").to()).isEqualTo(41);
    }

    @Test
    void anEmptyListHasOnePageAndNoRows() {
        var empty = Pager.of(3, 20, 0, "/x", "");
        assertThat(empty.last()).isEqualTo(1);
        assertThat(empty.from()).isZero();
        assertThat(empty.to()).isZero();
    }

    @Test
    void onlyNearPagesAndTheEndsAreLinked() {
        assertThat(Pager.of(8, 20, 312, "/x", "").numbers()).containsExactly(1, 6, 7, 8, 9, 10, 16);
        assertThat(Pager.of(1, 20, 10, "/x", "").numbers()).containsExactly(1);
    }

    @Test
    void thePageInTheAddressIsReplacedAndTheFilterKept() {
        assertThat(Pager.of(2, 20, 312, "/x", "page=2&q=a%26b").href(3))
                .isEqualTo("/x?q=a%26b&page=3");
        assertThat(Pager.of(2, 20, 312, "/x", "page=2").href(3)).isEqualTo("/x?page=3");
    }
}
