package org.guiju.formats.chart;

import java.util.Random;
import java.util.SequencedMap;
import org.guiju.kernel.powers.PowerDefinition;

/// The sample flows of this package, for the neighbours that draw them too.
public final class ChartSamples {
    private ChartSamples() {}

    public static SequencedMap<String, PowerDefinition> shipped() {
        return ShippedCharts.powers();
    }

    public static PowerDefinition random(Random random) {
        return ChartFixtures.randomPower(random);
    }
}
