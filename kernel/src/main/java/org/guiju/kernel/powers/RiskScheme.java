package org.guiju.kernel.powers;

import java.util.Arrays;
import java.util.Optional;
import org.guiju.kernel.powers.ChartModel.Grade;
import org.guiju.kernel.shared.Text;

/// 风险等级名称 (X1): a risk has a neutral rank 1..3; what the three are called is the organ's choice.
public enum RiskScheme {
    /// A、B、C 级 (G12).
    LETTERS("letters", new Text("A", "A"), new Text("B", "B"), new Text("C", "C")),
    /// 高风险、一般风险、低风险 (G16).
    WORDS("words", new Text("高", "High"), new Text("一般", "Mid"), new Text("低", "Low"));

    private final String code;
    private final Text first;
    private final Text second;
    private final Text third;

    RiskScheme(String code, Text first, Text second, Text third) {
        this.code = code;
        this.first = first;
        this.second = second;
        this.third = third;
    }

    public String code() {
        return code;
    }

    /// What stands in the mark: a letter or a short word.
    public Text mark(Grade grade) {
        return switch (grade) {
            case A -> first;
            case B -> second;
            case C -> third;
        };
    }

    /// The grade in full: `A 级` or `高风险`.
    public Text name(Grade grade) {
        var mark = mark(grade);
        return this == LETTERS
                ? new Text(mark.zh() + " 级", "grade " + mark.en())
                : new Text(mark.zh() + "风险", mark.en() + " risk");
    }

    public static Optional<RiskScheme> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }
}
