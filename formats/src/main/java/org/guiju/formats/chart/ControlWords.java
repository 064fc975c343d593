package org.guiju.formats.chart;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.guiju.kernel.powers.RiskChart;
import org.guiju.kernel.shared.Text;

/// 控制规则的说法: what the decider answers when somebody acts against the rule; the words of the refusal itself, so that a chart
/// promises no more than the program does.
public enum ControlWords implements RiskChart.Controls {
    /// The words we ship.
    SHIPPED;

    private static final Properties ZH = load("controls_zh.properties");
    private static final Properties EN = load("controls_en.properties");

    /// @return an unknown rule under its own id
    @Override
    public Text control(String rule) {
        var zh = ZH.getProperty(rule);
        var en = EN.getProperty(rule);
        if (zh == null || en == null) {
            return Text.zh(rule.isBlank() ? "—" : rule);
        }
        return new Text(
                "系统拒绝：" + zh.replace("“{stepName}”", "该环节"),
                "Refused: " + en.replace(" “{stepName}”", ""));
    }

    /// Rules that have words here.
    public Set<String> rules() {
        return ZH.stringPropertyNames();
    }

    private static Properties load(String name) {
        var all = new Properties();
        try (var in = ControlWords.class.getResourceAsStream(name)) {
            all.load(
                    new InputStreamReader(
                            Objects.requireNonNull(in, name), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
