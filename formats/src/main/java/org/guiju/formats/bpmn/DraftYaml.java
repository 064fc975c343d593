package org.guiju.formats.bpmn;

import java.util.List;
import java.util.stream.Collectors;
import org.guiju.formats.bpmn.BpmnImport.Reason;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 草案文本: a definition with the steps in place and every other element empty, marked `# 缺` where something has to be filled in.
final class DraftYaml {
    private static final String MISSING = " # 缺 missing: ";

    private final StringBuilder out = new StringBuilder();

    private DraftYaml() {}

    static String of(Text name, String id, List<DraftStep> steps, List<Reason> notes) {
        return new DraftYaml().written(name, id, steps, notes);
    }

    /// Only the list of steps, as it stands below `steps:` of a situation.
    static String steps(List<DraftStep> steps) {
        var yaml = new DraftYaml();
        steps.forEach(yaml::step);
        return yaml.out.toString();
    }

    private String written(Text name, String id, List<DraftStep> steps, List<Reason> notes) {
        line("# 由 BPMN 2.0 文件导入的草案。标有“缺”的地方填写以后才能提交。");
        line(
                "# A draft from a BPMN 2.0 file. It can be submitted once everything marked 缺 (missing) is filled in.");
        for (var note : notes) {
            line("# " + comment(note.print(true)));
        }
        line("definition: 1");
        line("power:" + MISSING + "权力编码 code of the power");
        line("version: 1");
        line("matter:" + MISSING + "行权事项 matter, { zh: …, en: … }");
        line("kind:" + MISSING + "权力类别 kind of power");
        line("organ:" + MISSING + "责任单位 responsible organ");
        line("section:" + MISSING + "责任科室 section");
        line("in-force:" + MISSING + "施行日期 first day in force");
        line("basis:" + MISSING + "权力行使依据 basis");
        line("conditions:" + MISSING + "办事条件和标准 conditions and standards");
        line("situations:");
        line("  - id: " + id);
        line("    name: " + text(name));
        line("    serves:" + MISSING + "服务对象 whom it serves");
        line("    channels:" + MISSING + "受理渠道 channels");
        line("    conditions:" + MISSING + "适用的条件 conditions that apply");
        line("    limits:" + MISSING + "办理时限 limits");
        line("    steps:");
        steps.forEach(this::step);
        line("    results:" + MISSING + "办理结果 results");
        line("publicity:" + MISSING + "公示 publicity");
        line("fees:" + MISSING + "收费标准 fees, or none");
        line("supervision:" + MISSING + "监督 supervision");
        line("accountability:" + MISSING + "责任追究 accountability");
        line("remedies:" + MISSING + "救济途径 remedies");
        line("retention:" + MISSING + "保管期限 retention");
        return out.toString();
    }

    private void step(DraftStep step) {
        line("      - id: " + step.id());
        line("        name: " + text(step.name()));
        word("kind", step.kind(), "环节类型 kind of step");
        word("role", step.role(), "承办岗位 role");
        optional("organ", step.organ());
        var limit = step.limit();
        if (limit == null) {
            line("        # 缺 missing, where there is one: 办理时限 limit");
        } else {
            line(
                    "        limit: { n: "
                            + limit.n()
                            + ", unit: "
                            + quoted(limit.unit())
                            + (limit.from().equals("step") ? "" : ", from: " + quoted(limit.from()))
                            + (limit.basis() == null ? "" : ", basis: " + quoted(limit.basis()))
                            + " }");
        }
        var counts = step.counts();
        if (counts != null) {
            line("        counts: " + counts);
        }
        if (step.join()) {
            line("        join: true");
        }
        optional("meeting", step.meeting());
        optional("bound-to", step.boundTo());
        if (step.officers() != 1 || !step.qualified().isEmpty()) {
            line(
                    "        officers: { at-least: "
                            + step.officers()
                            + (step.qualified().isEmpty()
                                    ? ""
                                    : ", qualified: " + quoted(step.qualified()))
                            + " }");
        }
        optional("regime", step.regime());
        word("basis", step.basis(), "依据 article");
        line(
                "        outcomes: { "
                        + step.outcomes().entrySet().stream()
                                .map(e -> e.getKey() + ": " + targets(e.getValue()))
                                .collect(Collectors.joining(", "))
                        + " }");
        several("gives", step.gives());
        several("announces", step.announces());
        said("duty", step.duty());
        said("rights", step.rights());
        said("complaint", step.complaint());
        var risk = step.risk();
        if (risk == null) {
            line("        # 缺 missing, where there is one: 廉政风险点 risk");
        } else {
            line("        risk:");
            line("          grade: " + quoted(risk.grade()));
            line("          how: " + text(risk.how()));
            line("          control: " + quoted(risk.control()));
            line("          measure: " + text(risk.measure()));
        }
    }

    private static String targets(List<String> targets) {
        return targets.isEmpty()
                ? Step.END
                : targets.size() == 1 ? targets.getFirst() : "[" + String.join(", ", targets) + "]";
    }

    private void word(String key, @Nullable String word, String missing) {
        line("        " + key + ":" + (word == null ? MISSING + missing : " " + quoted(word)));
    }

    private void optional(String key, @Nullable String word) {
        if (word != null) {
            line("        " + key + ": " + quoted(word));
        }
    }

    private void several(String key, List<String> words) {
        if (!words.isEmpty()) {
            line(
                    "        "
                            + key
                            + ": ["
                            + words.stream()
                                    .map(DraftYaml::quoted)
                                    .collect(Collectors.joining(", "))
                            + "]");
        }
    }

    private void said(String key, @Nullable Text text) {
        if (text != null) {
            line("        " + key + ": " + text(text));
        }
    }

    private void line(String words) {
        out.append(words).append('\n');
    }

    private static String comment(String words) {
        return words.replaceAll("\\p{Cntrl}", " ");
    }

    private static String text(Text text) {
        var en = text.en();
        return "{ zh: " + quoted(text.zh()) + (en == null ? "" : ", en: " + quoted(en)) + " }";
    }

    /// A double-quoted word: every character that could mean something else is escaped.
    private static String quoted(String words) {
        var safe = new StringBuilder("\"");
        words.codePoints()
                .forEach(cp -> {
                    switch (cp) {
                        case '"' -> safe.append("\\\"");
                        case '\\' -> safe.append("\\\\");
                        case '\n' -> safe.append("\\n");
                        case '\r' -> safe.append("\\r");
                        case '\t' -> safe.append("\\t");
                        default -> {
                            if (Character.isISOControl(cp)
                                    || Character.getType(cp) == Character.FORMAT
                                    || Character.getType(cp) == Character.LINE_SEPARATOR
                                    || Character.getType(cp) == Character.PARAGRAPH_SEPARATOR) {
                                safe.append("\\U%08x".formatted(cp));
                            } else {
                                safe.appendCodePoint(cp);
                            }
                        }
                    }
                });
        return safe.append('"').toString();
    }
}
