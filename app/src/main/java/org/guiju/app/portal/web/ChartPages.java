package org.guiju.app.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.portal.application.Charts;
import org.guiju.app.portal.application.PortalWords;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.powers.ChartModel.Grade;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// 两张图 (A62): the flow chart and the risk control chart of a power, as page and as files.
@Controller
class ChartPages {
    private final Catalogue catalogue;
    private final PortalWords words;
    private final Charts charts;
    private final PageFrame frame;
    private final OfficialClock clock;

    ChartPages(
            Catalogue catalogue,
            PortalWords words,
            Charts charts,
            PageFrame frame,
            OfficialClock clock) {
        this.catalogue = catalogue;
        this.words = words;
        this.charts = charts;
        this.frame = frame;
        this.clock = clock;
    }

    @GetMapping("/powers/{code}/risk")
    String risk(
            @PathVariable String code,
            @RequestParam Optional<String> situation,
            @RequestParam Optional<String> version,
            Model model) {
        var of = asked(code, situation, version);
        var now = catalogue.inForce(code, clock.today()).map(PowerDefinition::version).orElse(0);
        model.addAttribute("power", of.power());
        model.addAttribute("situation", of.situation());
        model.addAttribute("name", words.name(of.power()));
        model.addAttribute("chart", charts.risk(of.power(), of.situation()));
        model.addAttribute("grades", Grade.values());
        model.addAttribute("old", of.power().version() != now);
        return "portal/risk";
    }

    @GetMapping(value = "/powers/{code}/flow.svg", produces = "image/svg+xml")
    void flowSvg(
            @PathVariable String code,
            @RequestParam Optional<String> situation,
            @RequestParam Optional<String> version,
            HttpServletResponse response)
            throws IOException {
        var of = asked(code, situation, version);
        var chart = charts.flow(of.power(), of.situation());
        send(response, "image/svg+xml", charts.svg(chart, frame.language(), true));
    }

    @GetMapping(value = "/powers/{code}/risk.svg", produces = "image/svg+xml")
    void riskSvg(
            @PathVariable String code,
            @RequestParam Optional<String> situation,
            @RequestParam Optional<String> version,
            HttpServletResponse response)
            throws IOException {
        var of = asked(code, situation, version);
        var chart = charts.risk(of.power(), of.situation());
        send(response, "image/svg+xml", charts.svg(chart, frame.language(), true));
    }

    @GetMapping("/powers/{code}/flow.txt")
    void flowText(
            @PathVariable String code,
            @RequestParam Optional<String> situation,
            @RequestParam Optional<String> version,
            HttpServletResponse response)
            throws IOException {
        var of = asked(code, situation, version);
        var chart = charts.flow(of.power(), of.situation());
        send(response, "text/plain", charts.table(chart, frame.language()));
    }

    @GetMapping("/powers/{code}/risk.txt")
    void riskText(
            @PathVariable String code,
            @RequestParam Optional<String> situation,
            @RequestParam Optional<String> version,
            HttpServletResponse response)
            throws IOException {
        var of = asked(code, situation, version);
        var chart = charts.risk(of.power(), of.situation());
        send(response, "text/plain", charts.table(chart, frame.language()));
    }

    @GetMapping("/powers/{code}/flow.pdf")
    void flowPdf(
            @PathVariable String code,
            @RequestParam Optional<String> situation,
            @RequestParam Optional<String> version,
            HttpServletResponse response)
            throws IOException {
        var of = asked(code, situation, version);
        var chart = charts.flow(of.power(), of.situation());
        pdf(response, of, "flow", charts.pdf(of.power(), chart, frame.language()));
    }

    @GetMapping("/powers/{code}/risk.pdf")
    void riskPdf(
            @PathVariable String code,
            @RequestParam Optional<String> situation,
            @RequestParam Optional<String> version,
            HttpServletResponse response)
            throws IOException {
        var of = asked(code, situation, version);
        var chart = charts.risk(of.power(), of.situation());
        pdf(response, of, "risk", charts.pdf(of.power(), chart, frame.language()));
    }

    /// 模型交换: opens in other people's modellers.
    @GetMapping("/powers/{code}/flow.bpmn")
    void flowBpmn(
            @PathVariable String code,
            @RequestParam Optional<String> situation,
            @RequestParam Optional<String> version,
            HttpServletResponse response)
            throws IOException {
        var of = asked(code, situation, version);
        bpmn(response, of, "flow", charts.bpmn(of.power(), of.situation(), frame.language()));
    }

    @GetMapping("/powers/{code}/risk.bpmn")
    void riskBpmn(
            @PathVariable String code,
            @RequestParam Optional<String> situation,
            @RequestParam Optional<String> version,
            HttpServletResponse response)
            throws IOException {
        var of = asked(code, situation, version);
        var chart = charts.risk(of.power(), of.situation());
        bpmn(
                response,
                of,
                "risk",
                charts.bpmn(of.power(), of.situation(), chart, frame.language()));
    }

    private static void bpmn(HttpServletResponse response, Asked of, String kind, byte[] bytes)
            throws IOException {
        response.setContentType("application/xml;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s-%s-%s-v%d.bpmn\""
                        .formatted(
                                kind,
                                of.power().code(),
                                of.situation().id(),
                                of.power().version()));
        response.getOutputStream().write(bytes);
    }

    private static void pdf(HttpServletResponse response, Asked of, String kind, byte[] bytes)
            throws IOException {
        response.setContentType("application/pdf");
        response.setHeader(
                "Content-Disposition",
                "inline; filename=\"%s-%s-%s-v%d.pdf\""
                        .formatted(
                                kind,
                                of.power().code(),
                                of.situation().id(),
                                of.power().version()));
        response.getOutputStream().write(bytes);
    }

    private static void send(HttpServletResponse response, String type, String text)
            throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private record Asked(PowerDefinition power, Situation situation) {}

    /// The version asked for, else the one in force, else the newest; the situation asked for, else the first.
    private Asked asked(String code, Optional<String> situation, Optional<String> version) {
        var found =
                version.filter(v -> !v.isBlank()).isPresent()
                        ? version.filter(v -> v.matches("[0-9]{1,6}"))
                                .flatMap(v -> catalogue.version(code, Integer.parseInt(v)))
                        : catalogue
                                .inForce(code, clock.today())
                                .or(() -> catalogue.versions(code).stream().findFirst());
        var power = found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Asked(
                power,
                situation.flatMap(power::situation).orElseGet(() -> power.situations().getFirst()));
    }
}
