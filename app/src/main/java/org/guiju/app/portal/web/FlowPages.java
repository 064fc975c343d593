package org.guiju.app.portal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.portal.application.PortalWords;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.powers.FlowComparison;
import org.guiju.kernel.powers.FlowNode;
import org.guiju.kernel.powers.LimitShares;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/// 流程对比和流程数据: two versions of a power's flows side by side (A50), and one version's flows as data (A52–A58).
@Controller
class FlowPages {
    private static final String PAIR =
            "/powers/{code}/versions/{from:[0-9]{1,6}}...{to:[0-9]{1,6}}";
    private final Catalogue catalogue;
    private final PortalWords words;
    private final OfficialClock clock;

    FlowPages(Catalogue catalogue, PortalWords words, OfficialClock clock) {
        this.catalogue = catalogue;
        this.words = words;
        this.clock = clock;
    }

    /// Where the form that chooses two versions leads.
    @GetMapping("/powers/{code}/compare")
    String choose(@PathVariable String code, @RequestParam int from, @RequestParam int to) {
        known(code, from);
        known(code, to);
        return "redirect:/powers/" + code + "/versions/" + from + "..." + to;
    }

    @GetMapping(PAIR)
    String compare(
            @PathVariable String code, @PathVariable int from, @PathVariable int to, Model model) {
        var comparison = FlowComparison.of(known(code, from), known(code, to));
        model.addAttribute("power", comparison.after());
        model.addAttribute("comparison", comparison);
        model.addAttribute("versions", catalogue.versions(code));
        return "portal/compare";
    }

    @GetMapping(value = PAIR + ".json", produces = "application/json")
    @ResponseBody
    Map<String, Object> compareData(
            @PathVariable String code, @PathVariable int from, @PathVariable int to) {
        var comparison = FlowComparison.of(known(code, from), known(code, to));
        var data = new LinkedHashMap<String, Object>();
        data.put("power", code);
        data.put("from", from);
        data.put("to", to);
        data.put("grew", comparison.grew());
        data.put(
                "situations",
                comparison.parts().stream()
                        .map(p -> {
                            var part = new LinkedHashMap<String, Object>();
                            part.put("id", p.id());
                            part.put("name", p.name().zh());
                            p.lines().forEach(l -> part.put(low(l.measure()), line(l)));
                            part.put("eachStep", p.steps().stream().map(FlowPages::step).toList());
                            return part;
                        })
                        .toList());
        return data;
    }

    private static Map<String, Object> line(FlowComparison.Line line) {
        var data = new LinkedHashMap<String, Object>();
        put(data, "before", line.before());
        put(data, "after", line.after());
        var unit = line.unitAfter() == null ? line.unitBefore() : line.unitAfter();
        put(data, "unit", unit == null ? null : unit.code());
        data.put("change", low(line.change()));
        return data;
    }

    private static Map<String, Object> step(FlowComparison.StepLine step) {
        var data = new LinkedHashMap<String, Object>();
        data.put("step", step.id());
        data.put("name", step.name().zh());
        put(data, "before", limit(step.before()));
        put(data, "after", limit(step.after()));
        data.put("change", low(step.change()));
        return data;
    }

    /// The flows of a version as data: on what each rests, how often the applicant comes, and who has how long.
    @GetMapping(value = "/powers/{code}/flow.json", produces = "application/json")
    @ResponseBody
    Map<String, Object> flows(@PathVariable String code, @RequestParam Optional<Integer> version) {
        var power =
                version.map(v -> known(code, v))
                        .or(() -> catalogue.inForce(code, clock.today()))
                        .or(() -> catalogue.versions(code).stream().findFirst())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var data = new LinkedHashMap<String, Object>();
        data.put("power", code);
        data.put("version", power.version());
        data.put("digest", power.digest());
        data.put("situations", power.situations().stream().map(s -> situation(power, s)).toList());
        return data;
    }

    private Map<String, Object> situation(PowerDefinition power, Situation situation) {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", situation.id());
        data.put("name", situation.name().zh());
        var regime = situation.regime();
        put(data, "regime", regime == null ? null : regime.code());
        data.put("visits", situation.visits());
        var without = new ArrayList<Map<String, Object>>();
        for (var entry : situation.notApplicable()) {
            var reason = entry.reason();
            var one = new LinkedHashMap<String, Object>();
            one.put("node", entry.node().code());
            put(one, "reason", reason == null ? null : reason.zh());
            put(one, "reasonEn", reason == null ? null : reason.en());
            without.add(one);
        }
        data.put("notApplicable", without);
        data.put("promise", limit(situation.limits().promise().limit()));
        var shares = LimitShares.of(power, situation);
        data.put("total", shares.total());
        data.put("shares", shares.shares().stream().map(this::share).toList());
        data.put("steps", situation.steps().stream().map(s -> step(power, situation, s)).toList());
        return data;
    }

    private Map<String, Object> share(LimitShares.Share share) {
        return Map.of(
                "organ", share.organ().value(),
                "name", words.organ(share.organ()).zh(),
                "steps", share.steps().stream().map(Step::id).toList(),
                "n", share.n());
    }

    private static Map<String, Object> step(PowerDefinition power, Situation situation, Step step) {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", step.id());
        data.put("name", step.name().zh());
        data.put("kind", step.kind().code());
        data.put(
                "nodes", FlowNode.reachedBy(situation, step).stream().map(FlowNode::code).toList());
        var regime = step.regime() == null ? situation.regime() : step.regime();
        put(data, "regime", regime == null ? null : regime.code());
        put(
                data,
                "article",
                Optional.ofNullable(step.basis())
                        .flatMap(power::basis)
                        .map(b -> b.article().cite())
                        .orElse(null));
        data.put("organ", LimitShares.organ(power, step).value());
        data.put("post", step.role());
        put(data, "limit", limit(step.limit()));
        put(data, "duty", zh(step.duty()));
        var risk = step.risk();
        put(data, "supervision", risk == null ? null : risk.measure().zh());
        data.put("complaint", step.complaint().zh());
        data.put("next", step.successors());
        return data;
    }

    private static @Nullable String zh(@Nullable Text text) {
        return text == null ? null : text.zh();
    }

    private static @Nullable Map<String, Object> limit(@Nullable Limit limit) {
        return limit == null ? null : Map.of("n", limit.n(), "unit", limit.unit().code());
    }

    private static void put(Map<String, Object> data, String key, @Nullable Object value) {
        if (value != null) {
            data.put(key, value);
        }
    }

    private static String low(Enum<?> word) {
        return word.name().toLowerCase(java.util.Locale.ROOT);
    }

    private PowerDefinition known(String code, int version) {
        return catalogue
                .version(code, version)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// Two versions, for the links of the list: each with the one before it.
    static Map<Integer, Integer> earlier(List<PowerDefinition> newestFirst) {
        var earlier = new LinkedHashMap<Integer, Integer>();
        for (int i = 0; i + 1 < newestFirst.size(); i++) {
            earlier.put(newestFirst.get(i).version(), newestFirst.get(i + 1).version());
        }
        return earlier;
    }
}
