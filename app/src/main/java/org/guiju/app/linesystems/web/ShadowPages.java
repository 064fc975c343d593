package org.guiju.app.linesystems.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.linesystems.LineSystem;
import org.guiju.app.linesystems.ShadowFile;
import org.guiju.app.linesystems.ShadowRow;
import org.guiju.app.linesystems.application.LineDesk;
import org.guiju.app.linesystems.application.ShadowDesk;
import org.guiju.app.platform.web.Pager;
import org.guiju.app.supervision.FindingRow;
import org.guiju.app.supervision.Findings;
import org.guiju.formats.calendar.DerivationWords;
import org.guiju.kernel.linesystems.ShadowRule;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.supervision.CardRule;
import org.guiju.kernel.supervision.Schemes;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// 影子办件页: cases that another system runs, in a list and one by one.
@Controller
class ShadowPages {
    private static final int PAGE = 20;
    private final ShadowDesk shadows;
    private final LineDesk desk;
    private final LineAccess access;
    private final LineWords words;
    private final Findings findings;
    private final org.guiju.app.platform.web.PageFrame frame;

    ShadowPages(
            ShadowDesk shadows,
            LineDesk desk,
            LineAccess access,
            LineWords words,
            Findings findings,
            org.guiju.app.platform.web.PageFrame frame) {
        this.shadows = shadows;
        this.desk = desk;
        this.access = access;
        this.words = words;
        this.findings = findings;
        this.frame = frame;
    }

    /// 列表行.
    public record Row(
            ShadowRow row, String system, String organ, String matter, List<Card> cards) {}

    /// 牌, as it stands beside a case.
    public record Card(FindingRow row, String look, String name, String why) {
        public String href() {
            return "/supervision/cards/" + row.id();
        }
    }

    private Card card(FindingRow row) {
        var name =
                Schemes.byId(row.scheme())
                        .flatMap(s -> s.rule(row.rule()))
                        .map(CardRule::name)
                        .or(() ->
                                java.util.Arrays.stream(ShadowRule.values())
                                        .filter(r -> r.id().equals(row.rule()))
                                        .findFirst()
                                        .map(ShadowRule::title))
                        .map(frame::say)
                        .orElse(row.rule());
        var look =
                switch (row.severity()) {
                    case RED -> "red";
                    case YELLOW -> "yellow";
                    case WARNING -> "soon";
                };
        return new Card(row, look, name, words.english() ? row.derivationEn() : row.derivationZh());
    }

    @GetMapping("/desk/shadow-cases")
    String list(
            @RequestParam(defaultValue = "") String system,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var bound = access.organ(organ);
        var sought = text.strip();
        var pager =
                Pager.of(
                        page,
                        PAGE,
                        shadows.count(bound, system, sought),
                        "/desk/shadow-cases",
                        query(system, sought));
        model.addAttribute(
                "rows",
                shadows.find(bound, system, sought, pager.offset(), PAGE).stream()
                        .map(this::row)
                        .toList());
        model.addAttribute("systems", desk.visible(LineAccess.officer()));
        model.addAttribute("system", system);
        model.addAttribute("text", sought);
        model.addAttribute("pager", pager);
        model.addAttribute("words", words);
        return "linesystems/shadows";
    }

    private static String query(String system, String text) {
        return "system="
                + URLEncoder.encode(system, StandardCharsets.UTF_8)
                + "&text="
                + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Row row(ShadowRow r) {
        return new Row(
                r,
                desk.byId(r.system()).map(LineSystem::name).orElse(r.system()),
                words.organ(new OrganId(r.organ())),
                matter(r),
                cards(r.id()).stream().filter(c -> c.row().counts()).toList());
    }

    private String matter(ShadowRow r) {
        return desk.power(r.power()).map(words::matter).orElse(r.power());
    }

    private List<Card> cards(UUID id) {
        return findings.ofCase(id).stream().map(this::card).toList();
    }

    /// 时间线的一行, said to the reader.
    public record Line(ShadowFile.Line line, String what, String outcome, String who) {}

    /// 时钟, said to the reader.
    public record Clock(ShadowFile.Running running, String name, String how) {}

    @GetMapping("/desk/shadow-cases/{id}")
    String one(@PathVariable UUID id, Model model) {
        var file = shadows.file(id).orElseThrow(LineAccess::missing);
        var organ = new OrganId(file.row().organ());
        if (!desk.reads(LineAccess.officer(), organ)) {
            throw new AccessDeniedException("another organ's case");
        }
        var situation = file.known().situation();
        model.addAttribute("row", row(file.row()));
        model.addAttribute("situation", words.situation(situation));
        model.addAttribute(
                "lines",
                file.lines().stream()
                        .sorted(
                                java.util.Comparator.comparing(
                                                (ShadowFile.Line l) -> l.record().happened())
                                        .thenComparing(ShadowFile.Line::seq))
                        .map(l ->
                                new Line(
                                        l,
                                        words.target(situation, l.record().target()),
                                        outcome(l),
                                        String.join("、", l.record().officers())))
                        .toList());
        model.addAttribute(
                "clocks",
                file.clocks().stream()
                        .map(c ->
                                new Clock(
                                        c,
                                        c.clock().step().isEmpty()
                                                ? words.say(
                                                        "supervision.measure."
                                                                + c.clock().measure().code())
                                                : words.target(situation, c.clock().step()),
                                        words.english()
                                                ? DerivationWords.en(c.derivation())
                                                : DerivationWords.zh(c.derivation())))
                        .toList());
        model.addAttribute("cards", cards(id));
        model.addAttribute("words", words);
        return "linesystems/shadow";
    }

    private String outcome(ShadowFile.Line l) {
        var code = l.record().outcome();
        var said = words.say("linesystems.outcome." + code);
        return Optional.of(said).filter(s -> !s.startsWith("linesystems.")).orElse(code);
    }
}
