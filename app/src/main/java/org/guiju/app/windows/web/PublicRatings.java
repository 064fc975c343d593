package org.guiju.app.windows.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.SentFields.Unreadable;
import org.guiju.app.windows.application.WindowDesk;
import org.guiju.kernel.windows.Grade;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 好差评: whoever holds a link rates once, without signing in; everybody reads how often each grade was given.
@Controller
class PublicRatings {
    private final WindowDesk desk;
    private final WindowView view;

    PublicRatings(WindowDesk desk, WindowView view) {
        this.desk = desk;
        this.view = view;
    }

    @GetMapping("/ratings")
    String summary(Model model) {
        model.addAttribute("summary", view.summary());
        model.addAttribute("grades", Grade.values());
        return "windows/ratings";
    }

    @GetMapping("/ratings/{token:[0-9a-f]{32}}")
    String form(@PathVariable String token, Model model) {
        var item = desk.byLink(token).orElseThrow(WindowView::missing);
        model.addAttribute("token", token);
        model.addAttribute("used", !item.grade().isEmpty());
        model.addAttribute("no", String.join(" ", item.cases()));
        model.addAttribute("grades", Grade.values());
        return "windows/rate";
    }

    @PostMapping("/ratings/{token:[0-9a-f]{32}}")
    String rate(
            @PathVariable String token,
            @RequestParam UUID command,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        var item = desk.byLink(token).orElseThrow(WindowView::missing);
        try {
            desk.rate(item, command, new WindowSent(sent).rating());
        } catch (Unreadable fault) {
            model.addAttribute("errors", new FormErrors().add(fault.field(), fault.key()));
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("words", sent.getOrDefault("words", ""));
            return form(token, model);
        }
        return "redirect:/ratings/" + token;
    }
}
