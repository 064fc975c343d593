package org.guiju.app.portal.web;

import java.io.IOException;
import org.guiju.app.ledger.Receipts;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.formats.ledger.ReceiptHtml;
import org.guiju.formats.ledger.ReceiptQr;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.guiju.kernel.ledger.note.ProofVerdict;
import org.guiju.kernel.ledger.tree.LogException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// 核验: a receipt or a code from a paper, checked in the browser; without JavaScript here, in memory and kept nowhere.
@Controller
class ProofPages {
    private static final int LONGEST_CODE = 8000;
    private final Receipts receipts;

    ProofPages(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/verify")
    String form(Model model) {
        model.addAttribute("policy", receipts.policy());
        return "portal/verify";
    }

    /// 核验结果.
    ///
    /// @param content whether the words of the entry were shown too, or only its hash
    record Result(ProofVerdict verdict, boolean content) {}

    @PostMapping("/verify")
    ModelAndView check(
            @RequestParam(required = false) @Nullable MultipartFile receipt,
            @RequestParam(defaultValue = "") String code,
            Model model)
            throws IOException {
        form(model);
        byte[] file = receipt == null || receipt.isEmpty() ? new byte[0] : receipt.getBytes();
        var errors = new FormErrors();
        if (file.length == 0 && code.isBlank()) {
            errors.add("receipt", "verify.error.nothing");
            return invalid(errors, model);
        }
        try {
            var policy =
                    LogPolicy.parse(
                            receipts.policy().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            model.addAttribute(
                    "result",
                    file.length > 0
                            ? new Result(ReceiptHtml.read(file).check(policy).verdict(), true)
                            : new Result(code(code).check(policy), false));
            return new ModelAndView("portal/verify", model.asMap());
        } catch (LogException e) {
            errors.add(file.length > 0 ? "receipt" : "code", "verify.error.unreadable");
            model.addAttribute("code", code);
            return invalid(errors, model);
        }
    }

    private static ReceiptQr code(String text) {
        return ReceiptQr.parse(text.substring(0, Math.min(text.length(), LONGEST_CODE)));
    }

    private static ModelAndView invalid(FormErrors errors, Model model) {
        model.addAttribute("errors", errors);
        var page = new ModelAndView("portal/verify", model.asMap());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
