package org.guiju.app.documents.web;

import java.io.IOException;
import java.util.UUID;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.documents.application.PaperDesk;
import org.guiju.app.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// 文书核验: where the code on a paper leads. Tells what anybody may know, and whether a file is the one on record.
@Controller
class VerifyPages {
    private final PaperDesk papers;

    VerifyPages(PaperDesk papers) {
        this.papers = papers;
    }

    /// Where a code with a proof leads. The proof stands behind the `#`: the browser takes it along, no server sees it.
    @GetMapping("/v")
    String proof() {
        return "redirect:/verify";
    }

    @GetMapping("/verify/documents/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("known", papers.known(id).orElseThrow(CasePapers.NoPaper::new));
        return "documents/verify";
    }

    /// The file is compared in memory and kept nowhere.
    @PostMapping("/verify/documents/{id}")
    ModelAndView compare(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile pdf,
            Model model)
            throws IOException {
        show(id, model);
        var page = new ModelAndView("documents/verify", model.asMap());
        if (pdf == null || pdf.isEmpty()) {
            model.addAttribute("errors", new FormErrors().add("pdf", "documents.missing"));
            page = new ModelAndView("documents/verify", model.asMap());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        page.addObject("same", papers.same(id, pdf.getBytes()));
        return page;
    }
}
