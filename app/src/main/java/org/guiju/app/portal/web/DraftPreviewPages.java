package org.guiju.app.portal.web;

import java.util.Optional;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.editor.Drafts;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.powers.PowerDefinition;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// 草稿预览: the public page of a power as it would be, for those who draft it.
@Controller
class DraftPreviewPages {
    private static final String CLERK = "catalogue-clerk";
    private final Drafts drafts;
    private final PowerPages pages;
    private final Clerks clerks;
    private final DefinitionReader reader = new DefinitionReader(CaseRule.ids());

    DraftPreviewPages(Drafts drafts, PowerPages pages, Clerks clerks) {
        this.drafts = drafts;
        this.pages = pages;
        this.clerks = clerks;
    }

    @GetMapping("/catalog/powers/{code}/draft/preview")
    String preview(
            @PathVariable String code, @RequestParam Optional<String> situation, Model model) {
        var user =
                CurrentUser.now()
                        .filter(CurrentUser::officer)
                        .orElseThrow(() -> new AccessDeniedException("officers only"));
        var draft =
                drafts.open(code)
                        .filter(d -> clerks.holds(user.person(), CLERK, d.organ()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("preview", "/catalog/powers/" + code + "/draft");
        if (!drawn(draft.text(), situation, model)) {
            return "editor/unseen";
        }
        model.addAttribute("old", true);
        return "portal/power";
    }

    /// Only a text that loads has a public page; half a text would show half-truths.
    private boolean drawn(String text, Optional<String> situation, Model model) {
        if (reader.read(text, "draft") instanceof LoadResult.Loaded(PowerDefinition power)) {
            pages.fill(power, situation, model);
            return true;
        }
        return false;
    }
}
