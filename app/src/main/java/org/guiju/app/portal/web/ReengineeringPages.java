package org.guiju.app.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guiju.app.platform.i18n.Language;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.portal.application.PortalWords;
import org.guiju.app.powers.Catalogue;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.powers.FormerLink;
import org.guiju.kernel.powers.FormerLink.Way;
import org.guiju.kernel.powers.Reengineering;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// 流程再造: every power in force with its links before and now, what became of each, and how many powers still wait (A60, A61).
@Controller
class ReengineeringPages {
    private final Catalogue catalogue;
    private final OfficialClock clock;
    private final PortalWords words;
    private final PageFrame frame;

    ReengineeringPages(
            Catalogue catalogue, OfficialClock clock, PortalWords words, PageFrame frame) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.words = words;
        this.frame = frame;
    }

    /// 原环节去向: one former link beside the step of today.
    record Became(FormerLink link, @Nullable Text now) {}

    private Reengineering report() {
        return Reengineering.of(catalogue.allInForce(clock.today()));
    }

    @GetMapping("/powers/reengineering")
    String page(Model model) {
        model.addAttribute("report", report());
        model.addAttribute("ways", Way.values());
        model.addAttribute("became", this);
        return "portal/reengineering";
    }

    /// What became of each former link of a situation, for the template.
    public List<Became> of(Situation situation) {
        return situation.formerLinks().stream()
                .map(l -> new Became(l, stepName(situation, l)))
                .toList();
    }

    private static @Nullable Text stepName(Situation situation, FormerLink link) {
        var now = link.now();
        return now == null ? null : situation.step(now).map(Step::name).orElse(null);
    }

    @GetMapping("/api/v1/public/reengineering")
    @ResponseBody
    Map<String, Object> data() {
        var report = report();
        var data = new LinkedHashMap<String, Object>();
        data.put("processed", report.processed());
        data.put("unprocessed", report.unprocessed());
        data.put("ways", ways(report.ways()));
        data.put("flows", report.lines().stream().map(ReengineeringPages::data).toList());
        return data;
    }

    private static Map<String, Object> data(Reengineering.Line line) {
        var data = new LinkedHashMap<String, Object>();
        data.put("power", line.power().code().value());
        data.put("version", line.power().version());
        data.put("name", line.power().name());
        data.put("situation", line.situation().id());
        data.put("processed", line.processed());
        if (line.processed()) {
            data.put("before", line.before());
        }
        data.put("after", line.after());
        data.put("ways", ways(line.ways()));
        var links = new ArrayList<Map<String, Object>>();
        for (var link : line.situation().formerLinks()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("name", link.name().zh());
            one.put("change", link.way() == null ? "kept" : link.way().code());
            if (link.now() != null) {
                one.put("now", link.now());
            }
            if (link.reason() != null) {
                one.put("reason", link.reason().zh());
            }
            links.add(one);
        }
        data.put("links", links);
        return data;
    }

    private static Map<String, Integer> ways(Map<Way, Integer> counted) {
        var ways = new LinkedHashMap<String, Integer>();
        for (var way : Way.values()) {
            ways.put(way.code(), counted.getOrDefault(way, 0));
        }
        return ways;
    }

    @GetMapping("/powers/reengineering.csv")
    void csv(HttpServletResponse response) throws IOException {
        Download.csv(response, "reengineering", export());
    }

    @GetMapping("/powers/reengineering.xlsx")
    void xlsx(HttpServletResponse response) throws IOException {
        Download.xlsx(response, "reengineering", export());
    }

    private Export export() {
        var language = frame.language();
        var columns =
                Stream.concat(
                                Stream.of("code", "power", "situation", "before", "after")
                                        .map(c -> words.say(language, "reengineering." + c)),
                                Stream.of(Way.values()).map(w -> language.of(w.label()).text()))
                        .toList();
        return new Export(
                words.say(language, "reengineering.title"),
                columns,
                report().lines().stream().map(l -> cells(l, language)),
                new Export.Note(words.say(language, "portal.export.note"), List.of()));
    }

    private static List<Cell> cells(Reengineering.Line line, Language language) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(line.power().code().value()));
        cells.add(Cell.of(line.power().name()));
        cells.add(Cell.of(language.of(line.situation().name()).text()));
        cells.add(line.processed() ? Cell.of(line.before()) : new Cell.Blank());
        cells.add(Cell.of(line.after()));
        for (var way : Way.values()) {
            cells.add(Cell.of(line.count(way)));
        }
        return cells;
    }
}
