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
    private static final String RISK = "risk";
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

    @GetMapping("/powers/{code}/{kind:flow|risk}.svg")
    void svg(
            @PathVariable String code,
            @PathVariable String kind,
            @RequestParam Optional<String> situation,
            @RequestParam Optional<String> version,
            HttpServletResponse response)
            throws IOException {
        var of = asked(code, situation, version);
        var drawn =
                kind.equals(RISK)
                        ? charts.svg(charts.risk(of.power, of.situation), frame.language(), true)
                        : charts.svg(charts.flow(of.power, of.situation), frame.language(), true);
        send(response, "image/svg+xml", drawn);
    }

    @GetMapping("/powers/{code}/{kind:flow|risk}.txt")
    void txt(
            @PathVariable String code,
            @PathVariable String kind,
            @RequestParam Optional<String> situation,
            @RequestParam Optional<String> version,
            HttpServletResponse response)
            throws IOException {
        var of = asked(code, situation, version);
        var table =
                kind.equals(RISK)
                        ? charts.table(charts.risk(of.power, of.situation), frame.language())
                        : charts.table(charts.flow(of.power, of.situation), frame.language());
        send(response, "text/plain", table);
    }

    @GetMapping("/powers/{code}/{kind:flow|risk}.pdf")
    void pdf(
            @PathVariable String code,
            @PathVariable String kind,
            @RequestParam Optional<String> situation,
            @RequestParam Optional<String> version,
            HttpServletResponse response)
            throws IOException {
        var of = asked(code, situation, version);
        var language = frame.language();
        var drawn =
                kind.equals(RISK)
                        ? charts.pdf(of.power, charts.risk(of.power, of.situation), language)
                        : charts.pdf(of.power, charts.flow(of.power, of.situation), language);
        file(response, of, "application/pdf", "inline", kind, "pdf", drawn);
    }

    /// 模型交换: opens in other people's modellers.
    @GetMapping("/powers/{code}/{kind:flow|risk}.bpmn")
    void bpmn(
            @PathVariable String code,
            @PathVariable String kind,
            @RequestParam Optional<String> situation,
            @RequestParam Optional<String> version,
            HttpServletResponse response)
            throws IOException {
        var of = asked(code, situation, version);
        var language = frame.language();
        var risk = charts.risk(of.power, of.situation);
        var drawn =
                kind.equals(RISK)
                        ? charts.bpmn(of.power, of.situation, risk, language)
                        : charts.bpmn(of.power, of.situation, language);
        file(response, of, "application/xml;charset=UTF-8", "attachment", kind, "bpmn", drawn);
    }

    private static void file(
            HttpServletResponse response,
            Asked of,
            String type,
            String how,
            String kind,
            String form,
            byte[] bytes)
            throws IOException {
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                "%s; filename=\"%s-%s-%s-v%d.%s\""
                        .formatted(
                                how,
                                kind,
                                of.power().code(),
                                of.situation().id(),
                                of.power().version(),
                                form));
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
