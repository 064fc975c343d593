package org.guiju.app.clearing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.clearing.ClearingFile;
import org.guiju.app.clearing.application.ClearingDesk;
import org.guiju.app.clearing.application.ClearingInput;
import org.guiju.app.clearing.application.ClearingReader;
import org.guiju.app.clearing.application.SelfCheck;
import org.guiju.app.clearing.application.TakeOver;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.Pager;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.platform.web.RefusalWords;
import org.guiju.app.platform.web.SentFields.Unreadable;
import org.guiju.app.powers.Inventory;
import org.guiju.kernel.clearing.ClearingCommand;
import org.guiju.kernel.clearing.ClearingEntry;
import org.guiju.kernel.clearing.Disposition;
import org.guiju.kernel.clearing.Item;
import org.guiju.kernel.clearing.ItemField;
import org.guiju.kernel.clearing.ItemRules;
import org.guiju.kernel.clearing.Mapping;
import org.guiju.kernel.clearing.Opinion;
import org.guiju.kernel.clearing.Taxonomy;
import org.guiju.kernel.shared.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/// 事项登记册: items grouped by category, each with its number; one item with all that is said of it; taking over what is written
/// down elsewhere.
@Controller
@RequestMapping("/catalog/clearing/{campaign:[0-9]{4}-[0-9]{2,6}}/{organ:[a-z0-9-]{1,64}}")
class RegisterPages {
    private static final int PAGE = 100;
    private static final List<ItemField> FILLED =
            List.of(
                    ItemField.HOLDER_KIND,
                    ItemField.HOLDER,
                    ItemField.SOURCE,
                    ItemField.LIMITS,
                    ItemField.MATERIALS,
                    ItemField.CONDITIONS,
                    ItemField.PROCEDURE,
                    ItemField.TIME,
                    ItemField.LEVEL,
                    ItemField.NATURE,
                    ItemField.SCOPE,
                    ItemField.SUPERVISION,
                    ItemField.BASIS,
                    ItemField.ARTICLE,
                    ItemField.RANK);
    private final ClearingAccess access;
    private final ClearingView view;
    private final ClearingDesk desk;
    private final ClearingActs acts;
    private final TakeOver takeOver;
    private final SelfCheck selfCheck;
    private final OfficialClock clock;
    private final RefusalWords words;

    RegisterPages(
            ClearingAccess access,
            ClearingView view,
            ClearingDesk desk,
            ClearingActs acts,
            TakeOver takeOver,
            SelfCheck selfCheck,
            OfficialClock clock,
            RefusalWords words) {
        this.access = access;
        this.view = view;
        this.desk = desk;
        this.acts = acts;
        this.takeOver = takeOver;
        this.selfCheck = selfCheck;
        this.clock = clock;
        this.words = words;
    }

    /// 登记册 with its filter and the acts on many items at once.
    @GetMapping("/items")
    String items(
            @PathVariable String campaign,
            @PathVariable String organ,
            @RequestParam Map<String, String> where,
            Model model) {
        return register(campaign, organ, where, "items", "clearing/items", model);
    }

    /// 审查论证: the same register with what the reviewers said.
    @GetMapping("/review")
    String review(
            @PathVariable String campaign,
            @PathVariable String organ,
            @RequestParam Map<String, String> where,
            Model model) {
        return register(campaign, organ, where, "review", "clearing/review", model);
    }

    private String register(
            String campaign,
            String organ,
            Map<String, String> where,
            String place,
            String template,
            Model model) {
        var _ = ClearingAccess.officer();
        var file = access.file(campaign, organ);
        view.common(file, model);
        var filter = new ItemFilter(where);
        var found =
                filter.of(file.state()).stream()
                        .sorted(
                                Comparator.comparingInt(RegisterPages::order)
                                        .thenComparing(ClearingEntry::id))
                        .toList();
        var query = UriComponentsBuilder.newInstance();
        where.forEach((name, value) -> {
            if (!value.isBlank() && !name.equals("page")) {
                query.queryParam(name, "{" + name + "}");
            }
        });
        var text = query.encode().buildAndExpand(where).toUriString();
        var asked = where.getOrDefault("page", "1");
        var pager =
                Pager.of(
                        asked.matches("[0-9]{1,5}") ? Integer.parseInt(asked) : 1,
                        PAGE,
                        found.size(),
                        ClearingView.href(file) + "/" + place,
                        text.isEmpty() ? "" : text.substring(1));
        var shown = found.stream().skip(pager.offset()).limit(PAGE).toList();
        var groups = new LinkedHashMap<String, List<ClearingEntry>>();
        for (var entry : shown) {
            groups.computeIfAbsent(category(entry), _ -> new ArrayList<>()).add(entry);
        }
        model.addAttribute("groups", groups);
        model.addAttribute("found", found.size());
        model.addAttribute("pager", pager);
        model.addAttribute("filter", filter);
        model.addAttribute("categories", UnitPages.categories(file));
        model.addAttribute("services", count(file, "service"));
        model.addAttribute("unsorted", count(file, "none"));
        model.addAttribute("states", ItemFilter.STATES);
        model.addAttribute("dispositions", Disposition.values());
        model.addAttribute("filled", FILLED);
        model.addAttribute("organs", view.organs());
        model.addAttribute("ten", Taxonomy.TEN);
        model.addAttribute("query", text);
        model.addAttribute("back", ClearingView.href(file) + "/" + place + ascii(text));
        var fields = new LinkedHashMap<String, String>();
        filter.fields().forEach((f, value) -> fields.put(f.code(), value));
        model.addAttribute("where", fields);
        return template;
    }

    /// A query with Chinese in it is not sent back: the page is then shown without it.
    private static String ascii(String query) {
        return query.matches("[A-Za-z0-9/?=&._:%#-]*") ? query : "";
    }

    private static long count(ClearingFile file, String category) {
        return file.state().items().stream()
                .filter(file.state()::counted)
                .filter(e -> category(e).equals(category))
                .count();
    }

    /// The ten, public service, and what has no kind yet.
    private static String category(ClearingEntry entry) {
        return entry.item()
                .kind()
                .map(Mapping::ten)
                .map(t -> t.isEmpty() ? "service" : t)
                .orElse("none");
    }

    private static int order(ClearingEntry entry) {
        var terms = Taxonomy.TEN.terms();
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).code().equals(category(entry))) {
                return i;
            }
        }
        return terms.size();
    }

    @GetMapping("/items.csv")
    void csv(
            @PathVariable String campaign,
            @PathVariable String organ,
            @RequestParam Map<String, String> where,
            HttpServletResponse response)
            throws IOException {
        var file = access.file(campaign, organ);
        Download.csv(
                response,
                "clearing-" + campaign + "-" + organ,
                selfCheck.table(file, new ItemFilter(where).of(file.state())));
    }

    @GetMapping("/items.xlsx")
    void xlsx(
            @PathVariable String campaign,
            @PathVariable String organ,
            @RequestParam Map<String, String> where,
            HttpServletResponse response)
            throws IOException {
        var file = access.file(campaign, organ);
        Download.xlsx(
                response,
                "clearing-" + campaign + "-" + organ,
                selfCheck.table(file, new ItemFilter(where).of(file.state())));
    }

    /// 自查报告.
    @GetMapping("/report")
    String report(@PathVariable String campaign, @PathVariable String organ, Model model) {
        var _ = ClearingAccess.officer();
        var file = access.file(campaign, organ);
        view.common(file, model);
        model.addAttribute("report", selfCheck.report(file));
        return "clearing/report";
    }

    @GetMapping("/report.pdf")
    void pdf(
            @PathVariable String campaign, @PathVariable String organ, HttpServletResponse response)
            throws IOException {
        var file = access.file(campaign, organ);
        Download.head(response, "application/pdf", "self-check-" + campaign + "-" + organ + ".pdf");
        response.getOutputStream()
                .write(selfCheck.pdf(file, view.organ(file.organ()).zh(), clock.now()));
    }

    @GetMapping("/items/new")
    String blank(@PathVariable String campaign, @PathVariable String organ, Model model) {
        var file = access.file(campaign, organ);
        var subject = Map.of(ItemField.SUBJECT, view.organ(file.organ()).zh());
        return form(file, new Item("", subject), List.of(), model);
    }

    @GetMapping("/items/{id:[0-9]{4,6}}")
    String item(
            @PathVariable String campaign,
            @PathVariable String organ,
            @PathVariable String id,
            Model model) {
        var file = access.file(campaign, organ);
        var entry =
                file.state()
                        .item(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return form(file, entry.item(), List.of(), model);
    }

    private String form(
            ClearingFile file, Item item, List<RefusalWords.Said> refusals, Model model) {
        var user = ClearingAccess.officer();
        view.common(file, model);
        var party = view.facts(file, user).party();
        model.addAttribute("item", item);
        model.addAttribute("entry", file.state().item(item.id()).orElse(null));
        model.addAttribute("fields", Arrays.asList(ItemField.values()));
        model.addAttribute("missing", item.missing(party));
        model.addAttribute("offered", ItemRules.offered(item, party));
        model.addAttribute("refusals", refusals);
        model.addAttribute(
                "opinions",
                file.state().item(item.id()).stream()
                        .flatMap(e -> e.opinions().values().stream())
                        .sorted(Comparator.comparing(Opinion::aspect))
                        .map(o ->
                                new Said(
                                        o.aspect().code(),
                                        o.favourable(),
                                        o.text(),
                                        view.person(o.by()),
                                        view.organ(o.organ())))
                        .toList());
        model.addAttribute("organs", view.organs());
        model.addAttribute("party", party);
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", new FormErrors());
        }
        return "clearing/item";
    }

    /// 一条审查意见 with names.
    record Said(String aspect, boolean favourable, String text, String by, Text organ) {}

    /// Saves an item; what was typed comes back with the reason when it cannot stand.
    @PostMapping("/items")
    ModelAndView save(
            @PathVariable String campaign,
            @PathVariable String organ,
            @RequestParam UUID command,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            Locale locale,
            RedirectAttributes flash) {
        var person = ClearingAccess.officer().person();
        var file = access.file(campaign, organ);
        if (!access.unit(file, person)) {
            model.addAttribute("needed", access.needed(file.organ()));
            model.addAttribute("organ", view.organ(file.organ()));
            return new ModelAndView("catalog/organs-refused", model.asMap(), HttpStatus.FORBIDDEN);
        }
        Item item;
        try {
            item = ClearingReader.item(new ClearingInput(new HashMap<>(sent)));
        } catch (Unreadable e) {
            var errors = new FormErrors().add(e.field(), e.key());
            model.addAttribute("errors", errors);
            return new ModelAndView(
                    form(file, new Item("", Map.of()), List.of(), model),
                    model.asMap(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            desk.act(
                    file.campaign(),
                    file.organ(),
                    new ClearingCommand.EnterItems(List.of(item)),
                    acts.stamp(person, command));
        } catch (RefusalException e) {
            var said = e.refusals().stream().map(r -> words.of(r, locale)).toList();
            return new ModelAndView(
                    form(file, item, said, model), model.asMap(), HttpStatus.CONFLICT);
        }
        flash.addFlashAttribute(
                "notice",
                item.listed()
                        ? Notice.done("clearing.saved", item.get(ItemField.NAME))
                        : Notice.warn("clearing.saved.incomplete", item.get(ItemField.NAME)));
        return new ModelAndView(
                "redirect:"
                        + ClearingView.href(file)
                        + (item.id().isEmpty() ? "/items" : "/items/" + item.id()));
    }

    /// 带入.
    @GetMapping("/take")
    String take(
            @PathVariable String campaign,
            @PathVariable String organ,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String text,
            Model model) {
        var _ = ClearingAccess.officer();
        var file = access.file(campaign, organ);
        view.common(file, model);
        model.addAttribute("departments", takeOver.departments());
        model.addAttribute("department", department);
        model.addAttribute("text", text);
        var asked = !department.isBlank() || !text.isBlank();
        model.addAttribute("asked", asked);
        model.addAttribute(
                "items",
                asked
                        ? takeOver.inventory(
                                new Inventory.Filter(text, department, "", false),
                                Set.of(),
                                file.organ(),
                                file.state())
                        : List.of());
        model.addAttribute("powers", takeOver.powers(file.organ(), file.state(), clock.today()));
        return "clearing/take";
    }

    @PostMapping("/take")
    String taken(
            @PathVariable String campaign,
            @PathVariable String organ,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "inventory") String from,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") List<String> code,
            @RequestParam(defaultValue = "") String everything,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var person = ClearingAccess.officer().person();
        var file = access.file(campaign, organ);
        if (!access.unit(file, person)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            model.addAttribute("needed", access.needed(file.organ()));
            model.addAttribute("organ", view.organ(file.organ()));
            return "catalog/organs-refused";
        }
        int taken = 0;
        if (from.equals("catalogue")) {
            taken = acts.fromCatalogue(file, person, command);
        } else if (everything.equals("yes") || !code.isEmpty()) {
            taken =
                    acts.fromInventory(
                            file,
                            new Inventory.Filter(text, department, "", false),
                            everything.equals("yes") ? List.of() : code,
                            Map.of(),
                            person,
                            command);
        }
        flash.addFlashAttribute(
                "notice",
                taken > 0
                        ? Notice.done("clearing.taken", taken)
                        : Notice.warn("clearing.taken.none"));
        return "redirect:" + ClearingView.href(file) + (taken > 0 ? "/items" : "/take");
    }
}
