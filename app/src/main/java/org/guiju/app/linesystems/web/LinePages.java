package org.guiju.app.linesystems.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.linesystems.DeliveredRow;
import org.guiju.app.linesystems.DeliveryRow;
import org.guiju.app.linesystems.LineSystem;
import org.guiju.app.linesystems.application.LineDesk;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.supervision.FindingRow;
import org.guiju.app.supervision.Findings;
import org.guiju.formats.linesystems.RecordsFile.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 条线系统页: what systems there are, what came from each, and a delivery row by row.
@Controller
class LinePages {
    private static final String PATH = "/desk/line-systems";
    private static final int SHOWN = 50;
    private final LineDesk desk;
    private final LineAccess access;
    private final LineWords words;
    private final Findings findings;

    LinePages(LineDesk desk, LineAccess access, LineWords words, Findings findings) {
        this.desk = desk;
        this.access = access;
        this.words = words;
        this.findings = findings;
    }

    @GetMapping(PATH)
    String systems(Model model) {
        model.addAttribute("systems", desk.visible(LineAccess.officer()));
        model.addAttribute("words", words);
        return "linesystems/systems";
    }

    @GetMapping(PATH + "/{id}")
    String system(@PathVariable String id, Model model) {
        return system(access.seen(id), model);
    }

    private String system(LineSystem system, Model model) {
        model.addAttribute("system", system);
        model.addAttribute("deliveries", desk.deliveries(system.id(), SHOWN));
        model.addAttribute("questions", desk.questions(system.id()).size());
        model.addAttribute("works", desk.works(LineAccess.officer(), system.organ()));
        model.addAttribute("words", words);
        return "linesystems/system";
    }

    @PostMapping(PATH + "/{id}/deliveries")
    String deliver(
            @PathVariable String id,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        var system = access.worked(id);
        var errors = new FormErrors();
        var name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null || name.isEmpty()) {
            errors.add("file", "linesystems.error.noFile");
        } else {
            try {
                var delivery =
                        desk.deliver(
                                id,
                                form(name),
                                name.length() > SHOWN
                                        ? name.substring(name.length() - SHOWN)
                                        : name,
                                file.getBytes(),
                                LineAccess.officer().value());
                flash.addFlashAttribute("notice", Notice.done("linesystems.delivered"));
                return "redirect:" + PATH + "/" + id + "/deliveries/" + delivery;
            } catch (UnreadableFile e) {
                var said = words.english() ? e.words().en() : e.words().zh();
                errors.add("file", "linesystems.error.file", String.valueOf(said));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("errors", errors);
        return system(system, model);
    }

    static String form(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        return plain.endsWith(".json") ? "json" : plain.endsWith(".xlsx") ? "xlsx" : "csv";
    }

    /// 一行, said to the reader.
    public record Row(DeliveredRow row, String detail, long cards) {}

    @GetMapping(PATH + "/{id}/deliveries/{delivery}")
    String delivery(
            @PathVariable String id,
            @PathVariable UUID delivery,
            @RequestParam(defaultValue = "") String state,
            Model model) {
        var system = access.seen(id);
        var row = access.delivery(system, delivery);
        var chosen = List.of("taken", "again", "waiting", "broken").contains(state) ? state : "";
        model.addAttribute("system", system);
        model.addAttribute("delivery", row);
        model.addAttribute("tabs", tabs(row));
        model.addAttribute("state", chosen);
        model.addAttribute(
                "rows",
                desk.rows(delivery, chosen).stream()
                        .limit(10L * SHOWN)
                        .map(r -> new Row(r, words.detail(r), cards(r)))
                        .toList());
        model.addAttribute("works", desk.works(LineAccess.officer(), system.organ()));
        model.addAttribute("words", words);
        return "linesystems/delivery";
    }

    private static Map<String, Integer> tabs(DeliveryRow d) {
        var tabs = new java.util.LinkedHashMap<String, Integer>();
        tabs.put("", d.rows());
        tabs.put("taken", d.taken());
        tabs.put("again", d.again());
        tabs.put("waiting", d.waiting());
        tabs.put("broken", d.broken());
        return tabs;
    }

    private long cards(DeliveredRow row) {
        var shadow = row.shadow();
        return shadow == null
                ? 0
                : findings.ofCase(shadow).stream().filter(FindingRow::counts).count();
    }
}
