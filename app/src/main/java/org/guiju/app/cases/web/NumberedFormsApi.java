package org.guiju.app.cases.web;

import java.time.LocalDate;
import java.util.List;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.FormPads;
import org.guiju.app.cases.application.NumberedForms;
import org.guiju.app.platform.security.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 编号决定书接口: the numbers that an officer can still use, for a device that fills the form in the street, and what became of his
/// organ's pads.
@RestController
@RequestMapping("/api/v1/numbered-forms")
class NumberedFormsApi {
    private static final int MOST = 1000;
    private final NumberedForms forms;
    private final FormPads pads;
    private final Allocation allocation;

    NumberedFormsApi(NumberedForms forms, FormPads pads, Allocation allocation) {
        this.forms = forms;
        this.pads = pads;
        this.allocation = allocation;
    }

    /// 未使用的号码 of the officer who asks, in order.
    @GetMapping
    List<String> unused(CurrentUser user) {
        if (!user.officer()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return allocation
                .officer(user.person())
                .map(o -> List.copyOf(forms.unused(o.organ(), user.person())))
                .orElse(List.of());
    }

    /// 领用核对 of the officer's organ, the latest pads first.
    @GetMapping("/pads")
    List<PadBody> pads(CurrentUser user) {
        if (!user.officer()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return allocation
                .officer(user.person())
                .map(o -> pads.pads(o.organ().value(), MOST, 0).stream().map(PadBody::of).toList())
                .orElse(List.of());
    }

    /// 一本.
    record PadBody(
            String first,
            String last,
            String officer,
            LocalDate issuedOn,
            long issued,
            long used,
            long spoilt,
            long returned,
            long unused) {
        static PadBody of(FormPads.FormPad p) {
            return new PadBody(
                    p.first(),
                    p.last(),
                    p.person().value(),
                    p.issuedOn(),
                    p.issued(),
                    p.used(),
                    p.spoilt(),
                    p.returned(),
                    p.unused());
        }
    }
}
