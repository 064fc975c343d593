package org.guiju.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Somebody at a window who has no mouse: goes on by Tab, and sees at every stop where he stands.
final class KeyboardOnly {
    /// More stops than a page may ask for before what is wanted.
    private static final int MOST = 160;

    /// What stands in focus: its words, and what is wrong with how it shows that it does.
    private static final String FOCUS =
            """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body) return {name: '', kind: '', wrong: ''};
              const label = e.labels && e.labels.length ? [...e.labels].map(l => l.innerText).join(' ') : '';
              const name = (e.getAttribute('aria-label') || label || e.innerText || e.value || '').trim().replace(/\\s+/g, ' ');
              const r = e.getBoundingClientRect(), s = getComputedStyle(e);
              const rings = x => { const c = getComputedStyle(x);
                return (c.outlineStyle !== 'none' && parseFloat(c.outlineWidth) >= 2) || c.boxShadow !== 'none'; };
              const seen = rings(e) || (e.nextElementSibling && rings(e.nextElementSibling)) || rings(e.parentElement);
              const wrong = [];
              if (!seen) wrong.push('no ring');
              if (r.bottom < 0 || r.top > innerHeight || r.right < 0 || r.left > innerWidth) wrong.push('out of sight');
              if (!name) wrong.push('no name');
              return {name, kind: e.tagName.toLowerCase() + ':' + (e.type || ''), wrong: wrong.join(', ')};
            }\
            """;

    private final Visitor visitor;
    private final List<String> wrong = new ArrayList<>();
    private int stops;

    KeyboardOnly(Visitor visitor) {
        this.visitor = visitor;
    }

    /// What stands in focus.
    record Focus(String name, String kind) {}

    Focus next() {
        page().keyboard().press("Tab");
        stops++;
        return focus();
    }

    private Focus focus() {
        var found = (Map<?, ?>) Objects.requireNonNull(page().evaluate(FOCUS));
        var name = Objects.toString(found.get("name"));
        var fault = Objects.toString(found.get("wrong"));
        var kind = Objects.toString(found.get("kind"));
        if (!fault.isEmpty()) {
            wrong.add(visitor.where() + " " + kind + " “" + name + "”: " + fault);
        }
        return new Focus(name, kind);
    }

    /// Goes on until something of this name stands in focus.
    KeyboardOnly to(String name) {
        for (int i = 0; i < MOST; i++) {
            if (next().name().contains(name)) {
                return this;
            }
        }
        throw new AssertionError("no way by Tab to “" + name + "” on " + visitor.where());
    }

    KeyboardOnly type(String text) {
        page().keyboard().insertText(text);
        return this;
    }

    KeyboardOnly tick() {
        page().keyboard().press("Space");
        return this;
    }

    /// Enter, and the page that it leads to.
    KeyboardOnly enter() {
        page().evaluate("() => { window.left = true; }");
        page().keyboard().press("Enter");
        page().waitForFunction("() => !window.left && document.readyState === 'complete'");
        return this;
    }

    /// 跳到主要内容: the first stop of every page, and the way past its menus.
    KeyboardOnly skip() {
        assertThat(next().name()).isEqualTo("跳到主要内容");
        page().keyboard().press("Enter");
        return this;
    }

    int stops() {
        return stops;
    }

    List<String> wrong() {
        return wrong;
    }

    private Page page() {
        return visitor.page();
    }
}
