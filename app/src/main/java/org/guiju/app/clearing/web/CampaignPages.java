package org.guiju.app.clearing.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Organ;
import org.guiju.app.clearing.Campaign;
import org.guiju.app.clearing.Campaigns;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.kernel.clearing.ClearingEvent.CampaignKind;
import org.guiju.kernel.clearing.ClearingFacts;
import org.guiju.kernel.clearing.Stage;
import org.guiju.kernel.shared.OrganId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 清理行动页: the campaigns, the board of one, and the form that opens one.
@Controller
@RequestMapping("/catalog/clearing")
class CampaignPages {
    private static final int LONGEST = 200;
    private final Campaigns campaigns;
    private final ClearingActs acts;
    private final ClearingAccess access;
    private final ClearingView view;

    CampaignPages(
            Campaigns campaigns, ClearingActs acts, ClearingAccess access, ClearingView view) {
        this.campaigns = campaigns;
        this.acts = acts;
        this.access = access;
        this.view = view;
    }

    /// 一次行动.
    record Row(Campaign campaign, int units, long published, String href) {}

    @GetMapping
    String list(Model model) {
        var user = ClearingAccess.officer();
        var rows =
                campaigns.all().stream()
                        .map(c ->
                                new Row(
                                        c,
                                        c.organs().size(),
                                        c.organs().stream()
                                                .flatMap(o -> campaigns.file(c.id(), o).stream())
                                                .filter(f -> f.state().stage() == Stage.PUBLISHED)
                                                .count(),
                                        "/catalog/clearing/" + c.id()))
                        .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("mayOpen", access.holds(user.person(), ClearingFacts.STAFFING));
        return "clearing/campaigns";
    }

    @GetMapping("/new")
    String form(Model model) {
        return form(new FormErrors(), Map.of(), List.of(), model);
    }

    private String form(
            FormErrors errors, Map<String, String> typed, List<String> organs, Model model) {
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        model.addAttribute("chosen", organs);
        model.addAttribute("command", UUID.randomUUID());
        model.addAttribute(
                "mayOpen", access.holds(ClearingAccess.officer().person(), ClearingFacts.STAFFING));
        model.addAttribute(
                "organs",
                view.organs().stream()
                        .filter(o -> o.nature().mayHoldPower())
                        .filter(o -> o.kind() != Organ.Kind.VILLAGE)
                        .toList());
        model.addAttribute(
                "planned", List.of(Stage.INVENTORY, Stage.SELF_CHECK, Stage.REVIEW, Stage.FINAL));
        return "clearing/campaign-new";
    }

    @PostMapping
    ModelAndView open(
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") List<String> organ,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        var user = ClearingAccess.officer();
        var errors = new FormErrors();
        var title = typed.getOrDefault("title", "").strip();
        if (title.isEmpty() || title.length() > LONGEST) {
            errors.add("title", "clearing.error.title");
        }
        var organs = organ.stream().filter(o -> !o.isBlank()).toList();
        if (organs.isEmpty()) {
            errors.add("organ-0", "clearing.error.organs");
        }
        var milestones = new EnumMap<Stage, LocalDate>(Stage.class);
        for (var stage : Stage.values()) {
            var day = typed.getOrDefault("m-" + stage.code(), "").strip();
            if (!day.isEmpty()) {
                try {
                    milestones.put(stage, LocalDate.parse(day.replace('/', '-')));
                } catch (DateTimeException _) {
                    errors.add("m-" + stage.code(), "clearing.error.day");
                }
            }
        }
        if (errors.any()) {
            return new ModelAndView(
                    form(errors, typed, organs, model),
                    model.asMap(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var id =
                acts.open(
                        new ClearingActs.Opening(
                                title,
                                typed.getOrDefault("kind", "").equals("dynamic")
                                        ? CampaignKind.DYNAMIC
                                        : CampaignKind.FULL,
                                typed.getOrDefault("basis", "").strip(),
                                organs.stream().map(OrganId::new).toList(),
                                typed.containsKey("exclude"),
                                milestones),
                        user.person(),
                        command);
        flash.addFlashAttribute("notice", Notice.done("clearing.opened", title));
        return new ModelAndView("redirect:/catalog/clearing/" + id);
    }

    /// 进度板.
    @GetMapping("/{campaign:[0-9]{4}-[0-9]{2,6}}")
    String board(@PathVariable String campaign, Model model) {
        var user = ClearingAccess.officer();
        var c = access.campaign(campaign);
        var lines =
                c.organs().stream()
                        .flatMap(o -> campaigns.file(campaign, o).stream())
                        .map(f -> view.line(f, user))
                        .toList();
        model.addAttribute("campaign", c);
        model.addAttribute("lines", lines);
        model.addAttribute("stages", Stage.values());
        model.addAttribute("openedBy", view.person(c.openedBy()));
        return "clearing/board";
    }
}
