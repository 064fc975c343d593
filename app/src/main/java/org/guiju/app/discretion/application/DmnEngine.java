package org.guiju.app.discretion.application;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.formats.dmn.DmnWriter;
import org.guiju.kernel.discretion.Factor;
import org.guiju.kernel.discretion.Finding;
import org.guiju.kernel.discretion.FindingCode;
import org.guiju.kernel.discretion.Standard;
import org.kie.api.builder.Message;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNMessageType;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidatorFactory;
import org.kie.dmn.validation.dtanalysis.DMNDTAnalysisMessage;
import org.kie.dmn.validation.dtanalysis.model.DTAnalysis;
import org.kie.internal.io.ResourceFactory;
import org.springframework.stereotype.Component;

/// 裁量表引擎: KIE's DMN, which compiles a table once and then computes it, and its static analysis. Only tables that
/// `DmnReader` accepted come here, so nothing that calls out of the notation is ever compiled.
@Component
public class DmnEngine {
    private static final int KEPT = 200;

    private final Map<UUID, DMNRuntime> compiled =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, DMNRuntime> eldest) {
                    return size() > KEPT;
                }
            };

    // The validator is not said to be safe for threads.
    private final Object analysing = new Object();
    private Optional<DMNValidator> validator = Optional.empty();

    /// 套档: the row that the engine finds for the facts; empty where it finds none or more than one.
    ///
    /// @param facts by factor, each within its domain
    public Optional<String> row(Standard standard, Map<String, String> facts) {
        var runtime = runtime(DmnWriter.write(standard));
        var context = runtime.newContext();
        for (var f : standard.factors()) {
            var value = facts.getOrDefault(f.id(), "");
            context.set(f.id(), f instanceof Factor.Quantity ? new BigDecimal(value) : value);
        }
        var result = runtime.evaluateAll(runtime.getModels().getFirst(), context);
        return !result.hasErrors()
                        && result.getDecisionResultByName("grade").getResult()
                                instanceof Map<?, ?> row
                        && row.get("row") instanceof String id
                ? Optional.of(id)
                : Optional.empty();
    }

    private DMNRuntime runtime(String dmn) {
        var key = UUID.nameUUIDFromBytes(dmn.getBytes(StandardCharsets.UTF_8));
        synchronized (compiled) {
            return compiled.computeIfAbsent(key, _ -> compile(dmn));
        }
    }

    private static DMNRuntime compile(String dmn) {
        Resource resource = ResourceFactory.newReaderResource(new StringReader(dmn), "UTF-8");
        resource.setSourcePath("standard.dmn");
        return DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(e ->
                        new IllegalStateException("a standard that was read is not compiled", e));
    }

    /// 引擎分析意见. That it was not analysed is one of them.
    public List<Finding> analyse(Standard standard) {
        List<DMNMessage> said;
        synchronized (analysing) {
            if (validator.isEmpty()) {
                validator = Optional.of(DMNValidatorFactory.newValidator());
            }
            said =
                    validator
                            .get()
                            .validate(
                                    new StringReader(DmnWriter.write(standard)),
                                    DMNValidator.Validation.VALIDATE_SCHEMA,
                                    DMNValidator.Validation.VALIDATE_MODEL,
                                    DMNValidator.Validation.ANALYZE_DECISION_TABLE);
        }
        var found = new ArrayList<Finding>();
        boolean analysed = false;
        for (var message : said) {
            analysed |=
                    message.getMessageType() == DMNMessageType.DECISION_TABLE_ANALYSIS
                            || message instanceof DMNDTAnalysisMessage;
            if (message.getMessageType() == DMNMessageType.DECISION_TABLE_ANALYSIS_ERROR) {
                return List.of(new Finding(FindingCode.NOT_ANALYSED, "", Map.of("where", "DMN")));
            }
            if (message.getLevel() != Message.Level.INFO) {
                found.add(finding(standard, message));
            }
        }
        if (!analysed) {
            found.add(new Finding(FindingCode.NOT_ANALYSED, "", Map.of("where", "DMN")));
        }
        return List.copyOf(found);
    }

    /// The engine counts rules from one; ours have ids.
    private static Finding finding(Standard standard, DMNMessage message) {
        var rows = new ArrayList<Integer>();
        if (message instanceof DMNDTAnalysisMessage m
                && m.getMessageType() == DMNMessageType.DECISION_TABLE_OVERLAP) {
            DTAnalysis analysis = m.getAnalysis();
            analysis.getOverlaps()
                    .forEach(
                            o -> rows.addAll(o.getRules().stream().map(Number::intValue).toList()));
        }
        var ids =
                rows.stream()
                        .distinct()
                        .sorted()
                        .filter(n -> n >= 1 && n <= standard.rows().size())
                        .map(n -> standard.rows().get(n - 1).id())
                        .toList();
        return new Finding(
                FindingCode.ENGINE_FINDING,
                String.join(",", ids),
                Map.of("where", message.getMessageType().name()));
    }
}
