package org.guiju.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.guiju.app.cases.Hands;

/// People at their pages: each follows what his case page offers, fills the form's fields, sends it and reads what is answered. Every
/// form is looked at the first time that anybody opens it.
final class HandsAtTheDesk implements Hands, AutoCloseable {
    /// What the address or the page itself says, and nobody types.
    private static final Set<String> GIVEN = Set.of("step", "power", "situation", "files");

    private final OnTheDesk desk;

    /// Forms that somebody has looked at in this run; the same form of another case looks the same.
    private static final Set<String> LOOKED = ConcurrentHashMap.newKeySet();

    private final Consumer<String> timePasses;

    /// @param timePasses what the timekeeper does every minute, for the case with this number
    HandsAtTheDesk(int port, Consumer<String> timePasses) {
        desk = new OnTheDesk(port);
        this.timePasses = timePasses;
    }

    @Override
    public String begin(String user, boolean applied, Map<String, ?> body) {
        var visitor = desk.of(user);
        var page = applied ? "/desk/intake/new" : "/desk/clues/new";
        visitor.go(page + "?power=" + body.get("power") + "&situation=" + body.get("situation"));
        look(visitor, page + " " + body.get("power"));
        var fields = new LinkedHashMap<String, List<String>>();
        flat("", body, fields);
        fields.forEach((name, values) -> {
            var named =
                    name.equals("applicantKind") ? "kind" : name.replaceFirst("^answers\\.", "a-");
            // At the window there is one way in, which the page names.
            if (!applied || !named.equals("channel")) {
                fill(visitor, named, values);
            }
        });
        for (var paper : visitor.main().locator("input[type=checkbox][name^='m-']").all()) {
            paper.check();
        }
        visitor.main().locator("form[method=post] button.primary").click();
        if (applied) {
            assertThat(visitor.main().locator("#no").count()).as(visitor.text()).isEqualTo(1);
            look(visitor, page + " receipt");
            return visitor.main().locator("#no").innerText();
        }
        var at = visitor.where();
        assertThat(at).as(visitor.text()).startsWith("/desk/cases/");
        look(visitor, page + " case");
        return at.substring("/desk/cases/".length());
    }

    @Override
    public Answer act(String user, String no, String act, Map<String, ?> body) {
        timePasses.accept(no);
        if (!at(desk.of(user), no)) {
            // Days have passed: whoever was signed in then signs in again.
            desk.later();
            assertThat(at(desk.of(user), no)).as("%s signs in", user).isTrue();
        }
        var visitor = desk.of(user);
        var address = "/desk/cases/" + no + "/acts/" + act + "?step=" + body.get("step");
        var offered = visitor.main().locator("#acts a[href='" + address + "']:visible");
        if (offered.count() == 0) {
            return new Answer(
                    false, List.of(), "is not offered " + address + ":\n" + visitor.text());
        }
        var name = offered.first().innerText();
        offered.first().click();
        visitor.main().getByRole(AriaRole.HEADING, level(1)).first().waitFor();
        look(visitor, act);
        var fields = new LinkedHashMap<String, List<String>>();
        flat("", body, fields);
        fields.forEach((field, values) -> fill(visitor, field, values));
        visitor.main().locator("form[method=post] button.primary").click();
        var said = visitor.text();
        return new Answer(said.contains("已办理：" + name), List.of(), said);
    }

    private static boolean at(Visitor visitor, String no) {
        visitor.go("/desk/cases/" + no);
        // Whose sign-in has ended is asked for it at the same address.
        return visitor.main().locator("#username").count() == 0;
    }

    private static Locator.GetByRoleOptions level(int level) {
        return new Locator.GetByRoleOptions().setLevel(level);
    }

    private void look(Visitor visitor, String what) {
        if (LOOKED.add(what)) {
            assertThat(Looked.at(visitor, what)).as(what).isEmpty();
        }
    }

    /// Nested names as the forms write them: `ballots.p-limin`.
    private static void flat(String prefix, Map<?, ?> body, Map<String, List<String>> fields) {
        body.forEach((key, value) -> {
            var name = prefix + key;
            if (prefix.isEmpty() && GIVEN.contains(name)) {
                return;
            }
            switch (value) {
                case Map<?, ?> inner -> flat(name + ".", inner, fields);
                case List<?> many -> fields.put(name, many.stream().map(Object::toString).toList());
                default -> fields.put(name, List.of(value.toString()));
            }
        });
    }

    private static void fill(Visitor visitor, String name, List<String> values) {
        var field = visitor.main().locator("[name='" + name + "']");
        assertThat(field.count())
                .as("the form has no field %s:\n%s", name, visitor.text())
                .isPositive();
        var first = field.first();
        switch (kind(first)) {
            case "radio" ->
                    visitor.main()
                            .locator("[name='" + name + "'][value='" + values.getFirst() + "']")
                            .check();
            case "checkbox" -> tick(field, values);
            case "select-one" -> first.selectOption(values.getFirst());
            default -> first.fill(String.join("\n", values));
        }
    }

    private static String kind(Locator field) {
        return (String) field.evaluate("e => e.type");
    }

    private static void tick(Locator boxes, List<String> values) {
        for (var box : boxes.all()) {
            box.setChecked(values.contains(box.getAttribute("value")));
        }
    }

    @Override
    public void close() {
        desk.close();
    }
}
