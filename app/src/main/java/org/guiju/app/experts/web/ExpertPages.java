package org.guiju.app.experts.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.experts.DrawFile;
import org.guiju.app.experts.application.ExpertDesk;
import org.guiju.app.experts.web.ExpertActs.Input;
import org.guiju.app.experts.web.ExpertActs.Unreadable;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.kernel.experts.Expert;
import org.guiju.kernel.experts.PoolEvent;
import org.guiju.kernel.experts.PoolState;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 专家库页与抽选台: for the keeper, for the section that asks, and for the expert.
@Controller
@RequestMapping("/catalog/experts")
class ExpertPages {
    private static final String ID = "/draws/{draw:[0-9]{4}-[0-9]{3,6}}";
    private final ExpertDesk desk;
    private final ExpertActs acts;
    private final DrawView view;
    private final Clerks clerks;

    ExpertPages(ExpertDesk desk, ExpertActs acts, DrawView view, Clerks clerks) {
        this.desk = desk;
        this.acts = acts;
        this.view = view;
        this.clerks = clerks;
    }

    private static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }

    /// 专家一览的一行.
    record Row(Expert expert, boolean outside, List<PoolEvent.Appraised> appraisals) {}

    @GetMapping
    String pool(Model model) {
        return pool(new FormErrors(), Map.of(), model);
    }

    private String pool(FormErrors errors, Map<String, String> typed, Model model) {
        var user = officer();
        var pool = desk.pool();
        model.addAttribute("pool", pool);
        model.addAttribute(
                "rows",
                pool.experts().values().stream()
                        .map(e -> new Row(e, pool.outside(e), pool.appraisals(e.number())))
                        .toList());
        model.addAttribute("keeper", clerks.holds(user.person(), ExpertDesk.KEEPER));
        model.addAttribute("me", pool.of(user.person()).orElse(null));
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        model.addAttribute("kinds", PoolEvent.Kind.values());
        model.addAttribute("command", UUID.randomUUID());
        return "experts/pool";
    }

    @PostMapping("/commands/{name}")
    ModelAndView keep(
            @PathVariable String name,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        try {
            if (!acts.keep(name, new Input(typed), officer().person(), command)) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
        } catch (Unreadable e) {
            var errors = new FormErrors().add(e.field(), "experts.error.field");
            return new ModelAndView(
                    pool(errors, typed, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("notice", Notice.done("experts.done"));
        return new ModelAndView("redirect:/catalog/experts");
    }

    @GetMapping("/draws")
    String draws(Model model) {
        officer();
        model.addAttribute("rows", desk.draws());
        model.addAttribute("section", clerks.holds(officer().person(), ExpertDesk.SECTION));
        return "experts/draws";
    }

    @GetMapping("/draws/new")
    String form(Model model) {
        return form(new FormErrors(), Map.of(), model);
    }

    private String form(FormErrors errors, Map<String, String> typed, Model model) {
        model.addAttribute("section", clerks.holds(officer().person(), ExpertDesk.SECTION));
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        model.addAttribute("sources", EntropySources.ALL);
        model.addAttribute("fields", ExpertsApi.fields(desk.pool().members()));
        model.addAttribute("command", UUID.randomUUID());
        return "experts/draw-new";
    }

    @PostMapping("/draws")
    ModelAndView announce(
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        try {
            var id = acts.announce(new Input(typed), officer().person(), command);
            flash.addFlashAttribute("notice", Notice.done("experts.done"));
            return new ModelAndView("redirect:/catalog/experts/draws/" + id);
        } catch (Unreadable e) {
            var errors = new FormErrors().add(e.field(), "experts.error.field");
            return new ModelAndView(
                    form(errors, typed, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping(ID)
    String one(@PathVariable String draw, Model model) {
        return one(draw, new FormErrors(), Map.of(), model);
    }

    private String one(String draw, FormErrors errors, Map<String, String> typed, Model model) {
        var user = officer();
        var file =
                desk.draw(draw)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var pool = desk.pool();
        model.addAttribute("d", view.of(file));
        model.addAttribute("panel", file.state().panel());
        model.addAttribute("given", file.state().entries().size());
        model.addAttribute("confirmed", file.state().confirmed());
        model.addAttribute("section", clerks.holds(user.person(), ExpertDesk.SECTION));
        model.addAttribute("criteria", file.state().announced().orElseThrow().form().criteria());
        model.addAttribute("course", course(file));
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        model.addAttribute("command", UUID.randomUUID());
        member(file, pool, user, model);
        return "experts/draw";
    }

    /// What the expert sees of it, once he has confirmed rights and duties.
    private void member(DrawFile file, PoolState pool, CurrentUser user, Model model) {
        pool.of(user.person())
                .filter(e -> file.state().panel().contains(e.number()))
                .ifPresent(e -> {
                    model.addAttribute("me", e);
                    model.addAttribute("mine", file.state().entries().containsKey(e.number()));
                    if (e.terms()) {
                        model.addAttribute(
                                "materials", file.state().announced().orElseThrow().materials());
                    }
                });
    }

    /// 经过的一行.
    record Course(String kind, java.time.Instant at) {}

    private static List<Course> course(DrawFile file) {
        return file.course().stream()
                .map(s ->
                        new Course(
                                s.event()
                                        .getClass()
                                        .getSimpleName()
                                        .replaceAll("([a-z])([A-Z])", "$1-$2")
                                        .toLowerCase(Locale.ROOT),
                                s.at()))
                .toList();
    }

    @PostMapping(ID + "/commands/{name}")
    ModelAndView act(
            @PathVariable String draw,
            @PathVariable String name,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        try {
            if (!acts.act(draw, name, new Input(typed), officer().person(), command)) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
        } catch (Unreadable e) {
            var errors = new FormErrors().add(e.field(), "experts.error.field");
            return new ModelAndView(
                    one(draw, errors, typed, model),
                    model.asMap(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("notice", Notice.done("experts.done"));
        return new ModelAndView("redirect:/catalog/experts/draws/" + draw);
    }
}
