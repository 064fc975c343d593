package org.guiju.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.guiju.kernel.adjustments.AdjustmentRule;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Every refusal of the kernel has words and a remedy in both languages.
class RefusalWordsTest {

    private enum Unheard {
        OF_THIS_CODE_NOBODY_WROTE
    }

    private final RefusalWords words = new RefusalWords(bundles());

    @ParameterizedTest
    @EnumSource(CaseRule.class)
    void everyRuleOfACaseSaysWhatIsWrongAndWhatToDo(CaseRule rule) {
        says(rule, rule.basis());
    }

    @ParameterizedTest
    @EnumSource(AdjustmentRule.class)
    void everyRuleOfAnAdjustmentSaysWhatIsWrongAndWhatToDo(AdjustmentRule rule) {
        says(rule, rule.basis());
    }

    private void says(Enum<?> rule, Article basis) {
        for (var locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            var nobody = words.of(Refusal.of(Unheard.OF_THIS_CODE_NOBODY_WROTE, basis), locale);
            var said = words.of(Refusal.of(rule, basis), locale);
            assertThat(said.code()).isEqualTo(rule.name());
            assertThat(said.title()).isNotBlank().isNotEqualTo(nobody.title());
            assertThat(said.remedy()).isNotBlank().isNotEqualTo(nobody.remedy());
        }
    }

    @Test
    void factsStandWhereTheSentenceNamesThem() {
        assertThat(
                        RefusalWords.fill(
                                "{stepName} 在 {today} 前",
                                Map.of("stepName", "受理", "today", "2026-11-24")))
                .isEqualTo("受理 在 2026-11-24 前");
        assertThat(RefusalWords.fill("{stepName}", Map.of())).isEqualTo("—");
        assertThat(RefusalWords.fill("{a}", Map.of("a", "$1 \\ {b}"))).isEqualTo("$1 \\ {b}");
    }

    @Test
    void aLawIsCitedAsALawAndAHouseRuleByItsNumber() {
        var law = Refusal.of(CaseRule.RECEIPT_FIRST, new Article("行政许可法", "第三十二条"));
        assertThat(words.of(law, Locale.ENGLISH).article()).isEqualTo("《行政许可法》第三十二条");
        var house = Refusal.of(CaseRule.TWO_KEYS_APART, new Article("guiju", "B28"));
        assertThat(words.of(house, Locale.SIMPLIFIED_CHINESE).article()).isEqualTo("平台规则 B28");
        assertThat(words.of(house, Locale.ENGLISH).article()).isEqualTo("Rule B28 of the platform");
    }

    private static ResourceBundleMessageSource bundles() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames("messages/platform", "messages/refusals");
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return source;
    }
}
