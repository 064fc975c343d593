package org.guiju.app.portal.web;

import org.guiju.app.portal.application.PortalWords;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Gives every page of the portal its words, as `pw`.
@ControllerAdvice(basePackageClasses = PortalModel.class)
class PortalModel {
    private final PortalWords words;

    PortalModel(PortalWords words) {
        this.words = words;
    }

    @ModelAttribute("pw")
    PortalWords words() {
        return words;
    }
}
