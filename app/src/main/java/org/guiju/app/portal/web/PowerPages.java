package org.guiju.app.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.Sanctions;
import org.guiju.app.laws.Laws;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.portal.application.PortalWords;
import org.guiju.app.portal.application.PowerList;
import org.guiju.app.portal.application.Results;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.Standings;
import org.guiju.kernel.cases.CaseFacts;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.FlowNode;
import org.guiju.kernel.powers.LimitShares;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.RiskChart;
import org.guiju.kernel.powers.Situation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// 权力页: what a power is, how it runs and what came of it, from the definition that runs and from nothing else.
@Controller
class PowerPages {
    private static final Yuan YUAN = Sanctions::yuan;
    private static final int RECENT = 5;
    private static final int AVERAGED = 100;
    private final Catalogue catalogue;
    private final Standings standings;
    private final AdjustedPowers adjusted;
    private final PowerList inventory;
    private final Results results;
    private final PortalWords words;
    private final Laws laws;
    private final OfficialClock clock;

    PowerPages(
            Catalogue catalogue,
            Standings standings,
            AdjustedPowers adjusted,
            PowerList inventory,
            Results results,
            PortalWords words,
            Laws laws,
            OfficialClock clock) {
        this.laws = laws;
        this.catalogue = catalogue;
        this.standings = standings;
        this.adjusted = adjusted;
        this.inventory = inventory;
        this.results = results;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/powers/{code}")
    String power(
            @PathVariable String code,
            @RequestParam Optional<String> situation,
            @RequestParam(defaultValue = "") String merged,
            HttpServletResponse response,
            Model model) {
        var survivor = standings.survivor(code, clock.today());
        if (survivor.isPresent()) {
            return "redirect:/powers/" + survivor.get() + "?merged=" + code;
        }
        model.addAttribute("adjusted", adjusted.of(code, merged));
        var definition = catalogue.inForce(code, clock.today());
        if (definition.isEmpty()) {
            return notInForce(code, response, model);
        }
        fill(shown(definition.get()), situation, model);
        var recent = results.page(new CaseQuery.Filter("", code, "", "", 1, AVERAGED));
        model.addAttribute("recent", recent.rows().stream().limit(RECENT).toList());
        model.addAttribute("decided", recent.total());
        var shown = situation(definition.get(), situation).name();
        recent.rows().stream()
                .filter(r -> r.situation().equals(shown))
                .map(Results.Row::days)
                .filter(java.util.Objects::nonNull)
                .mapToInt(Results.Days::used)
                .average()
                .ifPresent(a -> model.addAttribute("average", "%.1f".formatted(a)));
        model.addAttribute("old", false);
        if (catalogue.listing(code, clock.today()) == CaseFacts.Listing.OUTDATED) {
            model.addAttribute("online", false);
        }
        return "portal/power";
    }

    private String notInForce(String code, HttpServletResponse response, Model model) {
        var item = inventory.item(code);
        if (item.isPresent()) {
            model.addAttribute("item", item.get());
            return "portal/item";
        }
        var listing = catalogue.listing(code, clock.today());
        if (listing == CaseFacts.Listing.UNKNOWN) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (listing == CaseFacts.Listing.NOT_YET) {
            return "redirect:/powers/" + code + "/versions";
        }
        if (catalogue.versions(code).isEmpty()) {
            return "redirect:/powers/" + code + "/adjustments";
        }
        model.addAttribute("listing", listing);
        response.setStatus(
                listing == CaseFacts.Listing.DELEGATED
                        ? HttpStatus.OK.value()
                        : HttpStatus.GONE.value());
        return gone(catalogue.versions(code).getFirst(), model);
    }

    /// What has ended keeps its versions and results, and names what may stand in its place: powers in force on the same matter,
    /// else those of the same organ.
    private String gone(PowerDefinition ended, Model model) {
        var inForce = catalogue.allInForce(clock.today());
        var same = inForce.stream().filter(p -> p.matter().equals(ended.matter())).toList();
        model.addAttribute("power", ended);
        model.addAttribute("same", !same.isEmpty());
        model.addAttribute(
                "successors",
                same.isEmpty()
                        ? inForce.stream().filter(p -> p.organ().equals(ended.organ())).toList()
                        : same);
        return "portal/gone";
    }

    @GetMapping("/powers/{code}/adjustments")
    String adjustments(@PathVariable String code, Model model) {
        adjusted.history(code, model);
        return "adjustments/history";
    }

    @GetMapping("/powers/{code}/versions")
    String versions(@PathVariable String code, Model model) {
        var versions = catalogue.versions(code);
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("power", shown(versions.getFirst()));
        model.addAttribute("versions", versions);
        model.addAttribute("earlier", FlowPages.earlier(versions));
        model.addAttribute(
                "current",
                catalogue.inForce(code, clock.today()).map(PowerDefinition::version).orElse(0));
        return "portal/versions";
    }

    @GetMapping("/powers/{code}/versions/{version:[0-9]{1,6}}")
    String version(
            @PathVariable String code,
            @PathVariable String version,
            @RequestParam Optional<String> situation,
            Model model) {
        fill(known(code, Optional.of(version)), situation, model);
        model.addAttribute("old", true);
        return "portal/power";
    }

    @GetMapping("/powers/{code}/definition.yaml")
    void text(
            @PathVariable String code,
            @RequestParam Optional<String> version,
            HttpServletResponse response)
            throws IOException {
        var definition = known(code, version);
        var text = catalogue.text(code, definition.version()).orElseThrow();
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/powers/{code}/institution")
    String institution(
            @PathVariable String code, @RequestParam Optional<String> version, Model model) {
        var definition = known(code, version);
        fill(definition, Optional.empty(), model);
        model.addAttribute(
                "charts",
                definition.situations().stream()
                        .map(s -> ChartModel.of(definition, s, words))
                        .toList());
        return "portal/institution";
    }

    /// Fen as yuan, for the page.
    interface Yuan {
        String of(long fen);
    }

    /// What the power's page is drawn from, also where it shows a draft.
    void fill(PowerDefinition definition, Optional<String> asked, Model model) {
        var situation = situation(definition, asked);
        model.addAttribute("power", definition);
        model.addAttribute("yuan", YUAN);
        model.addAttribute("situation", situation);
        model.addAttribute(
                "conditions",
                situation.conditions().stream()
                        .flatMap(id -> definition.condition(id).stream())
                        .toList());
        model.addAttribute(
                "laws",
                definition.basis().stream()
                        .map(b -> "《" + b.article().law() + "》")
                        .distinct()
                        .toList());
        model.addAttribute(
                "known",
                laws.all().stream().map(v -> "《" + v.name() + "》").collect(Collectors.toSet()));
        model.addAttribute("chart", ChartModel.of(definition, situation, words));
        model.addAttribute("risks", RiskChart.complete(definition));
        model.addAttribute("nodes", nodes(situation));
        model.addAttribute("shares", LimitShares.of(definition, situation));
        model.addAttribute("organ", words.organ(definition.organ()));
        model.addAttribute("name", words.name(definition));
        model.addAttribute(
                "online", definition.external() && situation.channels().contains("online"));
    }

    /// 流程节点: where each of the six is reached; empty where it does not apply.
    private static Map<FlowNode, List<Integer>> nodes(Situation situation) {
        var nodes = new EnumMap<FlowNode, List<Integer>>(FlowNode.class);
        for (var node : FlowNode.values()) {
            var at = new ArrayList<Integer>();
            for (int i = 0; i < situation.steps().size(); i++) {
                if (FlowNode.reachedBy(situation, situation.steps().get(i)).contains(node)) {
                    at.add(i + 1);
                }
            }
            nodes.put(node, at);
        }
        return nodes;
    }

    private static Situation situation(PowerDefinition definition, Optional<String> asked) {
        return asked.flatMap(definition::situation)
                .orElseGet(() -> definition.situations().getFirst());
    }

    /// The version asked for, else the one in force, else the newest.
    private PowerDefinition known(String code, Optional<String> version) {
        var found =
                version.isPresent()
                        ? version.filter(v -> v.matches("[0-9]{1,6}"))
                                .flatMap(v -> catalogue.version(code, Integer.parseInt(v)))
                        : catalogue
                                .inForce(code, clock.today())
                                .or(() -> catalogue.versions(code).stream().findFirst());
        return found.map(PowerPages::shown)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// What an organ exercises inside is read by officers alone.
    private static PowerDefinition shown(PowerDefinition power) {
        boolean officer = CurrentUser.now().filter(CurrentUser::officer).isPresent();
        if (power.kind() == PowerKind.INNER && !officer) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return power;
    }
}
