package org.guiju.app.webhooks.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.Pager;
import org.guiju.app.platform.web.RefusalWords;
import org.guiju.app.platform.web.SentFields;
import org.guiju.app.webhooks.WebhookRow;
import org.guiju.app.webhooks.application.WebhookDesk;
import org.guiju.app.webhooks.application.WebhookInput;
import org.guiju.kernel.administration.AdminRole;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.webhooks.RetrySchedule;
import org.guiju.kernel.webhooks.Subscription.Standing;
import org.guiju.kernel.webhooks.WebhookKind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 事件推送页: the system administrator registers receivers and looks after them; the other two read.
@Controller
class WebhookPages {
    private static final String PATH = "/administration/webhooks";
    private static final int PAGE = 25;
    private static final List<String> STATES =
            List.of("waiting", "delivered", "given-up", "dropped");
    private final WebhookDesk desk;
    private final WebhookAccess access;
    private final Allocation allocation;
    private final RefusalWords words;

    WebhookPages(
            WebhookDesk desk, WebhookAccess access, Allocation allocation, RefusalWords words) {
        this.desk = desk;
        this.access = access;
        this.allocation = allocation;
        this.words = words;
    }

    @GetMapping(PATH)
    String all(Model model) {
        common(model);
        model.addAttribute("webhooks", desk.all());
        return "webhooks/list";
    }

    @GetMapping(PATH + "/new")
    String form(Model model) {
        return form(new HashMap<>(), model);
    }

    private String form(Map<String, List<String>> sent, Model model) {
        common(model);
        model.addAttribute("kinds", WebhookKind.values());
        model.addAttribute("organs", allocation.organs());
        model.addAttribute("sent", sent);
        model.addAttribute("command", UUID.randomUUID());
        return "webhooks/new";
    }

    private void common(Model model) {
        model.addAttribute("system", access.role() == AdminRole.SYSTEM);
        model.addAttribute("on", desk.on());
        model.addAttribute("hosts", desk.hosts());
    }

    @PostMapping(PATH)
    String register(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam UUID command,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        access.role();
        try {
            var done = desk.register(access.person(), new WebhookInput(sent), command);
            if (done.refusals().isEmpty()) {
                flash.addFlashAttribute("notice", Notice.done("webhooks.done.register"));
                flash.addFlashAttribute("secret", done.secret());
                return "redirect:" + PATH + "/" + done.webhook();
            }
            refused(done.refusals(), locale, model, response);
        } catch (SentFields.Unreadable e) {
            model.addAttribute("errors", new FormErrors().add(e.field(), e.key()));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return form(sent, model);
    }

    @GetMapping(PATH + "/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return one(access.webhook(id), STATES.contains(state) ? state : "", page, model);
    }

    private String one(WebhookRow webhook, String state, int page, Model model) {
        common(model);
        var pager =
                Pager.of(
                        page,
                        PAGE,
                        desk.count(webhook.id(), state),
                        PATH + "/" + webhook.id(),
                        state.isEmpty() ? "" : "state=" + state);
        model.addAttribute("w", webhook);
        model.addAttribute(
                "by",
                allocation.nameOf(new org.guiju.kernel.shared.PersonId(webhook.registeredBy())));
        model.addAttribute("organNames", organNames(webhook));
        model.addAttribute("overlap", desk.overlap(webhook.id()).orElse(null));
        model.addAttribute("state", state);
        model.addAttribute("states", STATES);
        model.addAttribute(
                "deliveries", desk.deliveries(webhook.id(), state, pager.offset(), PAGE));
        model.addAttribute("pager", pager);
        model.addAttribute("acts", acts(webhook.subscription().standing()));
        return "webhooks/one";
    }

    private List<String> organNames(WebhookRow webhook) {
        return webhook.subscription().organs().stream()
                .map(o ->
                        allocation
                                .organ(new org.guiju.kernel.shared.OrganId(o))
                                .map(f -> f.name().zh())
                                .orElse(o))
                .toList();
    }

    private static List<String> acts(Standing standing) {
        return switch (standing) {
            case ACTIVE -> List.of("test", "pause", "rotate", "rotate-now", "remove");
            case PAUSED, GONE -> List.of("resume", "rotate", "rotate-now", "remove");
            case REMOVED -> List.of();
        };
    }

    @PostMapping(PATH + "/{id}/{act}")
    String act(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam UUID command,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var webhook = access.webhook(id);
        var done = desk.act(access.person(), id, act, command).orElseThrow(WebhookAccess::missing);
        if (!done.refusals().isEmpty()) {
            refused(done.refusals(), locale, model, response);
            return one(webhook, "", 1, model);
        }
        flash.addFlashAttribute("notice", Notice.done("webhooks.done." + act));
        if (!done.secret().isEmpty()) {
            flash.addFlashAttribute("secret", done.secret());
        }
        if (act.equals("test")) {
            return "redirect:" + PATH + "/" + id + "/deliveries/" + command;
        }
        return "redirect:" + PATH + (act.equals("remove") ? "" : "/" + id);
    }

    @GetMapping(PATH + "/{id}/deliveries/{delivery}")
    String delivery(@PathVariable UUID id, @PathVariable UUID delivery, Model model) {
        common(model);
        model.addAttribute("w", access.webhook(id));
        model.addAttribute("d", access.delivery(id, delivery));
        model.addAttribute("attempts", desk.attempts(delivery));
        model.addAttribute("most", RetrySchedule.ATTEMPTS);
        return "webhooks/delivery";
    }

    @PostMapping(PATH + "/{id}/deliveries/{delivery}/resend")
    String resend(
            @PathVariable UUID id,
            @PathVariable UUID delivery,
            @RequestParam UUID command,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var row = access.delivery(id, delivery);
        var done = desk.resend(access.person(), row, command);
        if (!done.refusals().isEmpty()) {
            refused(done.refusals(), locale, model, response);
            return delivery(id, delivery, model);
        }
        flash.addFlashAttribute("notice", Notice.done("webhooks.done.resend"));
        return "redirect:" + PATH + "/" + id + "/deliveries/" + delivery;
    }

    private void refused(
            List<Refusal> refusals, Locale locale, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("refused", refusals.stream().map(r -> words.of(r, locale)).toList());
    }
}
