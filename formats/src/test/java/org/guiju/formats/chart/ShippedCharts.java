package org.guiju.formats.chart;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.formats.definition.LoadResult.Rejected;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.PowerDefinition;

/// 随附制度的流程图: one for each situation of each definition that we ship.
final class ShippedCharts {
    private ShippedCharts() {}

    static SequencedMap<String, ChartModel> all() {
        var out = new LinkedHashMap<String, ChartModel>();
        powers().forEach((name, power) ->
                power.situations()
                        .forEach(s -> out.put(name + " " + s.id(), ChartModel.of(power, s))));
        return out;
    }

    static SequencedMap<String, PowerDefinition> powers() {
        var out = new LinkedHashMap<String, PowerDefinition>();
        ShippedDefinitions.texts()
                .forEach((name, text) -> {
                    switch (new DefinitionReader(CaseRule.ids()).read(text, name)) {
                        case Loaded(var power) -> out.put(name, power);
                        case Rejected(var problems) ->
                                throw new AssertionError(problems.getFirst().print(name, false));
                    }
                });
        return out;
    }
}
