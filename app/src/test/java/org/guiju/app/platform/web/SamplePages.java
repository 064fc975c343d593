package org.guiju.app.platform.web;

import org.guiju.kernel.shared.Text;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// A page that holds every part of the design language, for the tests and for whoever wants to look at it.
@Controller
@TestComponent
class SamplePages {

    @GetMapping("/sample")
    String components(Model model) {
        model.addAttribute("errors", new FormErrors().add("area", "form.errorSummary"));
        model.addAttribute("notice", Notice.done("layout.skip"));
        model.addAttribute("pager", Pager.of(3, 20, 312, "/sample", "org=wlj"));
        model.addAttribute("chinese", Text.zh("科务会"));
        model.addAttribute("both", new Text("许可", "licence"));
        return "sample/components";
    }

    @GetMapping("/desk/sample")
    String desk() {
        return "sample/desk";
    }

    @GetMapping("/powers")
    String powers() {
        return "sample/desk";
    }
}
