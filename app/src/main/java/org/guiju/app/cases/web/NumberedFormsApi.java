package org.guiju.app.cases.web;

import java.util.List;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.application.NumberedForms;
import org.guiju.app.platform.security.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 编号决定书接口: the numbers that an officer can still use, for a device that fills the form in the street.
@RestController
@RequestMapping("/api/v1/numbered-forms")
class NumberedFormsApi {
    private final NumberedForms forms;
    private final Allocation allocation;

    NumberedFormsApi(NumberedForms forms, Allocation allocation) {
        this.forms = forms;
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
}
