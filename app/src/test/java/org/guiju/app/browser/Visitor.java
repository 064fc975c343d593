package org.guiju.app.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// One person at one browser window. Finds things as people do: by their role and their visible name.
final class Visitor implements AutoCloseable {
    static final int DESKTOP = 1280;
    static final int PHONE = 360;
    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(int port, int width, boolean script, String locale) {
        base = "http://localhost:" + port;
        context =
                Chromium.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(width, width == PHONE ? 780 : 900)
                                        .setLocale(locale)
                                        .setJavaScriptEnabled(script)
                                        .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onConsoleMessage(m -> {
            // Chromium reports the status of the page itself as an error of its console.
            if ("error".equals(m.type()) && !m.text().startsWith("Failed to load resource")) {
                complaints.add(m.text());
            }
        });
        page.onPageError(complaints::add);
        page.onResponse(r -> {
            if (r.status() >= 400 && !r.request().isNavigationRequest()) {
                complaints.add(r.status() + " " + r.url());
            }
        });
        page.onRequest(r -> {
            if (!r.url().startsWith(base) && !r.url().startsWith("data:")) {
                complaints.add("asks a stranger: " + r.url());
            }
        });
    }

    static Visitor at(int port) {
        return new Visitor(port, DESKTOP, true, "zh-CN");
    }

    static Visitor onPhone(int port) {
        return new Visitor(port, PHONE, true, "zh-CN");
    }

    static Visitor onPhoneWithoutScript(int port) {
        return new Visitor(port, PHONE, false, "zh-CN");
    }

    static Visitor signedIn(int port, String username) {
        return at(port).signIn(username);
    }

    Visitor signIn(String username) {
        go("/login");
        page.locator("#username").fill(username);
        page.locator("#password").fill("qinglan-2026");
        // The answer carries the session; who goes on before it has come would not be signed in.
        page.waitForResponse(
                r -> "POST".equals(r.request().method()),
                () -> page.locator("main button").click());
        page.waitForLoadState();
        return this;
    }

    Page page() {
        return page;
    }

    /// What the browser itself had to say since it was last asked.
    List<String> complaints() {
        var all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    /// Opens the address and answers the status.
    int go(String address) {
        return Objects.requireNonNull(page.navigate(base + address)).status();
    }

    /// The address as this person gets it, without drawing it.
    APIResponse fetch(String address) {
        return context.request().get(base + address);
    }

    /// Path and query of where the window stands.
    String where() {
        return page.url().substring(base.length());
    }

    Visitor width(int width) {
        page.setViewportSize(width, width == PHONE ? 780 : 900);
        return this;
    }

    Visitor follow(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        return this;
    }

    Visitor press(String name) {
        main().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        return this;
    }

    /// Fills the field with this label, whatever kind of field it is.
    Visitor fill(String label, String value) {
        main().getByLabel(label).first().fill(value);
        return this;
    }

    /// Where the label begins like another's.
    Visitor fillOnly(String label, String value) {
        main().getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).fill(value);
        return this;
    }

    Visitor choose(String label, String option) {
        main().getByLabel(label)
                .first()
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
        return this;
    }

    Visitor tick(String label) {
        main().getByLabel(label).first().check();
        return this;
    }

    Locator main() {
        return page.locator("main");
    }

    /// What a reader reads on the page.
    String text() {
        return main().innerText();
    }

    String heading() {
        return main().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(1))
                .innerText();
    }

    @Override
    public void close() {
        context.close();
    }
}
