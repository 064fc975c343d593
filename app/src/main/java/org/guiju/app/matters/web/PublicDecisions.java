package org.guiju.app.matters.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.matters.MatterFile;
import org.guiju.app.matters.application.MatterDesk;
import org.guiju.app.platform.security.RateLimits;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Notice;
import org.guiju.kernel.matters.BookEvent;
import org.guiju.kernel.matters.MatterAct;
import org.guiju.kernel.matters.MatterRoute;
import org.guiju.kernel.shared.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 公众看到的重大决策: drafts with their period, comments by anybody, what became of each, the decision itself; 财务公开.
@Controller
class PublicDecisions {
    private static final String ID = "/{id:S[0-9]{4}-[0-9]{4,6}}";
    private static final int MOST = 200;
    private static final RateLimits.Limit COMMENTS =
            new RateLimits.Limit("decision-comment", 20, Duration.ofMinutes(10));
    private final MatterDesk desk;
    private final MatterAccess access;
    private final Allocation allocation;
    private final OfficialClock clock;
    private final RateLimits limits;

    PublicDecisions(
            MatterDesk desk,
            MatterAccess access,
            Allocation allocation,
            OfficialClock clock,
            RateLimits limits) {
        this.desk = desk;
        this.access = access;
        this.allocation = allocation;
        this.clock = clock;
        this.limits = limits;
    }

    /// A published finance statement.
    record Statement(Text organ, String until, String income, String spending, String text) {}

    /// 公开的决策.
    record DecisionBody(
            String id,
            String organ,
            String title,
            String draft,
            String from,
            String until,
            boolean open,
            String decision,
            List<CommentBody> comments) {}

    /// 意见与采纳情况. The text stands here with its answer; before that only its receipt does.
    record CommentBody(String receipt, String text, String adopted, String reason) {}

    private DecisionBody body(MatterFile f) {
        var s = f.state();
        var draft = s.done(MatterAct.DRAFT).orElseThrow();
        var comments =
                s.comments().values().stream()
                        .map(c ->
                                c.answer() == null
                                        ? new CommentBody(c.who(), "", "", "")
                                        : new CommentBody(
                                                c.who(),
                                                c.text(),
                                                c.adopted() ? "yes" : "no",
                                                c.reason()))
                        .toList();
        return new DecisionBody(
                f.id(),
                allocation.organ(s.organ()).map(o -> o.name().zh()).orElse(s.organ().value()),
                s.filed().fact("title"),
                draft.fact("text"),
                draft.fact("from"),
                draft.fact("until"),
                s.takesComments(clock.today()),
                s.done(MatterAct.ANNOUNCE).map(e -> e.fact("text")).orElse(""),
                comments);
    }

    private MatterFile published(String id) {
        return desk.file(id)
                .filter(f ->
                        f.state().route() == MatterRoute.FIVE_PROCEDURES
                                && f.state().done(MatterAct.DRAFT).isPresent())
                .orElseThrow(MatterAccess::missing);
    }

    @GetMapping("/decisions")
    String list(Model model) {
        model.addAttribute("rows", desk.published(MOST).stream().map(this::body).toList());
        var statements = new ArrayList<Statement>();
        for (var organ : allocation.organs()) {
            for (var e : desk.book(organ.id()).all(BookEvent.Act.STATEMENT).reversed()) {
                statements.add(
                        new Statement(
                                organ.name(),
                                e.fact("until"),
                                e.fact("income"),
                                e.fact("spending"),
                                e.fact("text")));
            }
        }
        model.addAttribute("statements", statements);
        return "matters/decisions";
    }

    @GetMapping("/decisions" + ID)
    String one(@PathVariable String id, Model model) {
        model.addAttribute("d", body(published(id)));
        model.addAttribute("command", UUID.randomUUID());
        return "matters/decision";
    }

    @PostMapping("/decisions" + ID + "/comments")
    String comment(
            @PathVariable String id,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            RedirectAttributes flash) {
        if (text.isBlank()) {
            flash.addFlashAttribute("notice", Notice.warn("decisions.comment.empty"));
        } else {
            var receipt = commented(id, command, text, request);
            flash.addFlashAttribute("notice", Notice.done("decisions.comment.done", receipt));
        }
        return "redirect:/decisions/" + id;
    }

    private String commented(String id, UUID command, String text, HttpServletRequest request) {
        published(id);
        if (limits.count(COMMENTS, request.getRemoteAddr()).isPresent()) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var receipt = MatterAccess.receipt(command);
        var in = MatterAccess.typed(Map.of("receipt", receipt, "text", text));
        desk.act(id, MatterAct.COMMENT, in, access.citizen(command));
        return receipt;
    }

    @GetMapping("/api/v1/public/decisions")
    @ResponseBody
    List<DecisionBody> decisions() {
        return desk.published(MOST).stream().map(this::body).toList();
    }

    @GetMapping("/api/v1/public/decisions" + ID)
    @ResponseBody
    DecisionBody decision(@PathVariable String id) {
        return body(published(id));
    }

    /// 意见回执.
    record Receipt(String receipt) {}

    @PostMapping("/api/v1/public/decisions" + ID + "/comments")
    @ResponseBody
    Receipt comment(
            @PathVariable String id,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, Object> sent,
            HttpServletRequest request) {
        return new Receipt(
                commented(id, key, String.valueOf(sent.getOrDefault("text", "")), request));
    }
}
