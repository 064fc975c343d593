package org.guiju.app.windows.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.app.platform.web.SentFields;
import org.guiju.app.windows.application.WindowAsked;
import org.guiju.kernel.windows.Grade;
import org.guiju.kernel.windows.Windows;

/// 填写内容 of a window's form or of the API, as what is asked.
final class WindowSent extends SentFields {
    private static final List<String> HOMES = List.of("general", "members", "cadres", "talents");

    WindowSent(Map<String, ?> fields) {
        super(texts(fields), "windows.error");
    }

    private static Map<String, List<String>> texts(Map<String, ?> fields) {
        var texts = new LinkedHashMap<String, List<String>>();
        fields.forEach((k, v) ->
                texts.put(
                        k,
                        v instanceof List<?> list
                                ? list.stream().map(String::valueOf).toList()
                                : List.of(String.valueOf(v))));
        return texts;
    }

    private String needed(String name) {
        var text = one(name).strip();
        if (text.isEmpty()) {
            throw unreadable(name, "required");
        }
        return text;
    }

    /// Several numbers, one a line or parted by commas and blanks.
    private List<String> numbers(String name) {
        return all(name).stream()
                .flatMap(v -> List.of(v.split("[\\s,，、;；]+")).stream())
                .filter(v -> !v.isBlank())
                .toList();
    }

    private long fen() {
        var text = one("fee").strip();
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
            throw unreadable("fee", "amount");
        }
        return new BigDecimal(text).movePointRight(2).longValueExact();
    }

    private int pages() {
        int pages = number("pages");
        if (pages < 1 || pages > 1000) {
            throw unreadable("pages", "pages");
        }
        return pages;
    }

    /// What begins; empty where nothing has the name.
    Optional<WindowAsked> begins(String act) {
        return switch (act) {
            case "window" -> Optional.of(set());
            case "bundle" ->
                    Optional.of(new WindowAsked.Bundle(needed("window"), numbers("cases")));
            case "inquiry" ->
                    Optional.of(
                            new WindowAsked.Inquire(
                                    needed("window"), needed("question"), needed("inquirer")));
            case "copy" ->
                    Optional.of(
                            new WindowAsked.Copy(
                                    needed("window"), pages(), needed("what"), one("case"), fen()));
            case "rating" -> Optional.of(new WindowAsked.Invite(needed("case")));
            case "conduct" -> Optional.of(conduct());
            default -> Optional.empty();
        };
    }

    private WindowAsked set() {
        var id = needed("id");
        if (!id.matches("[a-z0-9-]{2,40}")) {
            throw unreadable("id", "id");
        }
        var home = has("home") ? one("home") : "general";
        if (!HOMES.contains(home)) {
            throw unreadable("home", "home");
        }
        var zh = needed("zh");
        return new WindowAsked.Set(id, zh, has("en") ? one("en") : zh, home, numbers("matters"));
    }

    private WindowAsked conduct() {
        var items = new LinkedHashMap<String, Boolean>();
        for (var item : Windows.ITEMS) {
            if (has(item)) {
                items.put(item, yes(item));
            }
        }
        return new WindowAsked.Inspect(needed("window"), needed("person"), items, one("note"));
    }

    /// What happens to something that is there; empty where nothing has the name.
    Optional<WindowAsked> goesOn(String act) {
        return switch (act) {
            case "return" -> Optional.of(new WindowAsked.GiveBack(needed("receiver")));
            case "hand-over" ->
                    Optional.of(new WindowAsked.HandOver(needed("to"), one("informed")));
            case "answer" -> Optional.of(new WindowAsked.Reply(needed("answer")));
            case "follow-up" -> Optional.of(new WindowAsked.FollowUp(one("found"), one("told")));
            default -> Optional.empty();
        };
    }

    WindowAsked.Rate rating() {
        return new WindowAsked.Rate(
                Grade.ofCode(one("grade").strip()).orElseThrow(() -> unreadable("grade", "grade")),
                one("words"));
    }
}
