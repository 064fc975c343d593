package org.guiju.app.discretion.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.discretion.Standards;
import org.guiju.app.discretion.Standards.Edition;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.formats.tables.Export;
import org.guiju.kernel.discretion.StatutoryGrounds;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/// 裁量基准公开: each standard in words and as a table, to take away as DMN, JSON and CSV.
@Controller
class StandardPages {
    private final Standards standards;
    private final StandardText text;
    private final Allocation allocation;
    private final OfficialClock clock;
    private final JsonMapper json;

    StandardPages(
            Standards standards,
            StandardText text,
            Allocation allocation,
            OfficialClock clock,
            JsonMapper json) {
        this.standards = standards;
        this.text = text;
        this.allocation = allocation;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping("/standards")
    String list(Model model) {
        model.addAttribute("editions", standards.inForce(clock.today()));
        return "standards/list";
    }

    @GetMapping("/standards/{code}")
    String one(@PathVariable String code, Locale locale, Model model) {
        var e = known(code);
        var s = e.standard();
        model.addAttribute("e", e);
        model.addAttribute("s", s);
        model.addAttribute("organ", allocation.organ(s.organ()).map(o -> o.name()).orElse(null));
        model.addAttribute("lines", text.lines(s, locale));
        model.addAttribute("range", text.band(s, s.statute().range(), locale));
        model.addAttribute("grounds", StatutoryGrounds.on(clock.today()));
        return "standards/one";
    }

    @GetMapping("/standards/{code}.dmn")
    void dmn(@PathVariable String code, HttpServletResponse response) throws IOException {
        var e = known(code);
        Download.head(response, "application/xml;charset=UTF-8", code + ".dmn");
        response.getOutputStream().write(e.dmn().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/standards/{code}.json")
    void json(@PathVariable String code, Locale locale, HttpServletResponse response)
            throws IOException {
        var data = json.writeValueAsBytes(text.plain(known(code), locale));
        Download.head(response, "application/json", code + ".json");
        response.getOutputStream().write(data);
    }

    @GetMapping("/standards/{code}.csv")
    void csv(@PathVariable String code, Locale locale, HttpServletResponse response)
            throws IOException {
        var s = known(code).standard();
        var head = new ArrayList<>(List.of("row", "grade"));
        s.factors().forEach(f -> head.add(f.id()));
        head.addAll(List.of("from", "to", "other"));
        Stream<List<Export.Cell>> rows =
                text.lines(s, locale).stream()
                        .map(l -> {
                            var cells = new ArrayList<Export.Cell>();
                            cells.add(Export.Cell.of(l.row().id()));
                            cells.add(Export.Cell.of(l.row().grade()));
                            l.cells().forEach(c -> cells.add(Export.Cell.of(c)));
                            var band = l.row().band();
                            cells.add(
                                    Export.Cell.of(
                                            band == null
                                                    ? ""
                                                    : StandardText.hundredths(band.from())));
                            cells.add(
                                    Export.Cell.of(
                                            band == null
                                                    ? ""
                                                    : StandardText.hundredths(band.to())));
                            cells.add(Export.Cell.of(l.row().other()));
                            return List.copyOf(cells);
                        });
        Download.csv(response, code, new Export(code, List.copyOf(head), rows, null));
    }

    private Edition known(String code) {
        return standards
                .on(code, clock.today())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
