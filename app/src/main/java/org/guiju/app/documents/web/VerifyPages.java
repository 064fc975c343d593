package org.guiju.app.documents.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.documents.application.PaperDesk;
import org.guiju.app.documents.application.SealKeys;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.formats.documents.PaperSeal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// 文书核验: where the code on a paper leads. Tells what anybody may know, and whether a file is the one on record.
@Controller
class VerifyPages {
    private final PaperDesk papers;
    private final SealKeys keys;

    VerifyPages(PaperDesk papers, SealKeys keys) {
        this.papers = papers;
        this.keys = keys;
    }

    /// 签章核验结果, as the page names it.
    ///
    /// @param own whether the certificate is the one that this organ seals with here
    record Seal(String signer, String issuer, Instant at, boolean holds, boolean own) {}

    /// Where a code with a proof leads. The proof stands behind the `#`: the browser takes it along, no server sees it.
    @GetMapping("/v")
    String proof() {
        return "redirect:/verify";
    }

    @GetMapping("/verify/documents/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("known", papers.known(id).orElseThrow(CasePapers.NoPaper::new));
        model.addAttribute(
                "sealed",
                papers.organ(id).filter(o -> keys.certificate(o).isPresent()).orElse(null));
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
        page.addObject("seals", seals(id, pdf.getBytes()));
        return page;
    }

    private List<Seal> seals(UUID id, byte[] pdf) {
        var key = papers.organ(id).flatMap(keys::of);
        try {
            return PaperSeal.check(pdf).stream()
                    .map(c ->
                            new Seal(
                                    name(c.certificate().getSubjectX500Principal()),
                                    name(c.certificate().getIssuerX500Principal()),
                                    c.at(),
                                    c.holds(),
                                    key.filter(k -> k.certificate().equals(c.certificate()))
                                            .isPresent()))
                    .toList();
        } catch (IOException _) {
            // No PDF, or one whose signature cannot be read: what is said of its bytes says enough.
            return List.of();
        }
    }

    private static String name(X500Principal of) {
        return of.getName().replaceFirst("^(?:.*,)?CN=([^,]*).*$", "$1");
    }

    /// 印章证书 of the organ, for whoever checks its papers with a program of his own.
    @GetMapping(value = "/verify/seals/{organ}.pem", produces = "application/x-pem-file")
    @ResponseBody
    String certificate(@PathVariable String organ) {
        return keys.certificate(organ)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
