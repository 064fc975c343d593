package org.guiju.app.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// What holds of every page, whoever looks at it: no violation that axe finds, no sideways scroll, one heading, no word of the
/// programme instead of a word of the language, no complaint of the browser.
///
/// With `-Dguiju.shots=DIR` a picture of every page looked at is left there.
final class Looked {
    private static final String AXE = read("/axe.min.js");
    private static final Set<String> KEYS = keys();
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z][\\w-]*(?:\\.[\\w-]+)+");
    private static final Pattern RAW =
            Pattern.compile("\\?\\?|\\{\\d\\}|\\$\\{|#\\{|\\bnull\\b|\\bundefined\\b|Exception\\b");
    private static final String VIOLATIONS =
            """
            async rules => {
              const found = await axe.run(document, {resultTypes: ['violations'], runOnly: rules.length ? rules : {type: 'tag',
                values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}});
              return found.violations.map(v => v.id + ': ' + v.help + ' ' +
                v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(' | '));
            }\
            """;

    /// What a narrow window can break that a wide one does not: sizes, what scrolls, colours of what only it shows. The rest of the
    /// document is the same one.
    private static final List<String> OF_A_PHONE =
            List.of(
                    "color-contrast",
                    "target-size",
                    "scrollable-region-focusable",
                    "button-name",
                    "link-name");

    private static final String TOO_WIDE =
            """
            () => {
              const wide = document.scrollingElement.scrollWidth - innerWidth;
              if (wide <= 0) return '';
              const inside = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
                if (/(auto|scroll|hidden|clip)/.test(getComputedStyle(p).overflowX)) return true; return false; };
              const who = [...document.body.querySelectorAll('*')].filter(e => { const r = e.getBoundingClientRect();
                return r.width && r.right > innerWidth + 1 && !inside(e); }).slice(0, 3)
                .map(e => e.tagName + '.' + (e.getAttribute('class') || '') + ' ' + (e.textContent || '').trim().slice(0, 20));
              return wide + 'px too wide: ' + who.join(' | ');
            }\
            """;
    private static final String CHINESE_IN_ENGLISH =
            """
            () => { const out = []; const it = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (it.nextNode()) { const e = it.currentNode.parentElement;
                const words = it.currentNode.data.replace(/《[^》]*》(第[^，；,;)]*)?/g, "").match(/[A-Za-z]+|[\\u4e00-\\u9fff]+/g) || [];
                const chinese = words.filter(w => /[\\u4e00-\\u9fff]/.test(w));
                if (chinese.length * 2 > words.length && !e.closest('[lang^=zh]') && !e.closest('title,script,style')
                    && e.getClientRects().length) out.push(it.currentNode.data.trim().slice(0, 30)); }
              return out.slice(0, 4).join(' | '); }\
            """;

    private Looked() {}

    /// At the desktop's width and at the phone's.
    static List<String> at(Visitor visitor, String name) {
        var faults = new ArrayList<String>();
        var page = visitor.page();
        faults.addAll(words(visitor));
        page.evaluate(AXE);
        for (int width : new int[] {Visitor.DESKTOP, Visitor.PHONE}) {
            visitor.width(width);
            var rules = width == Visitor.PHONE ? OF_A_PHONE : List.<String>of();
            faults.addAll(shape(page, rules).stream().map(f -> width + "px: " + f).toList());
            picture(page, name, width);
        }
        visitor.width(Visitor.DESKTOP);
        faults.addAll(visitor.complaints());
        return faults.stream().map(f -> name + ": " + f).toList();
    }

    /// A page of a pattern that was looked at before, built of other parts: axe at the desktop's width only.
    static List<String> again(Visitor visitor, String name) {
        var faults = new ArrayList<String>();
        var page = visitor.page();
        faults.addAll(words(visitor));
        page.evaluate(AXE);
        faults.addAll(shape(page, List.of()));
        picture(page, name, Visitor.DESKTOP);
        visitor.width(Visitor.PHONE);
        faults.addAll(tooWide(page));
        picture(page, name, Visitor.PHONE);
        visitor.width(Visitor.DESKTOP);
        faults.addAll(visitor.complaints());
        return faults.stream().map(f -> name + ": " + f).toList();
    }

    /// axe and sideways scroll at the width as it is.
    private static List<String> shape(Page page, List<String> rules) {
        var faults = new ArrayList<>(tooWide(page));
        if (page.evaluate(VIOLATIONS, rules) instanceof List<?> found) {
            found.forEach(v -> faults.add(Objects.toString(v)));
        }
        return faults;
    }

    private static List<String> tooWide(Page page) {
        var wide = Objects.toString(page.evaluate(TOO_WIDE), "");
        return wide.isEmpty() ? List.of() : List.of(wide);
    }

    /// No key, no placeholder, one heading, and in English no Chinese that does not say that it is Chinese; a name or the title of a law
    /// within an English sentence is let pass.
    static List<String> words(Visitor visitor) {
        var faults = new ArrayList<String>();
        var page = visitor.page();
        var text = page.locator("body").innerText() + "\n" + page.title();
        var dotted = DOTTED.matcher(text);
        while (dotted.find()) {
            if (KEYS.contains(dotted.group())) {
                faults.add("untranslated: " + dotted.group());
            }
        }
        // What a test of hostile words typed into a case is no key that nobody translated.
        var raw = RAW.matcher(text.replace("${7*7}", ""));
        while (raw.find()) {
            faults.add(
                    "raw: "
                            + text.substring(
                                    Math.max(0, raw.start() - 20),
                                    Math.min(text.length(), raw.end() + 20)));
        }
        int headings = page.locator("h1").count();
        if (headings != 1) {
            faults.add(headings + " first headings");
        }
        if ("en".equals(page.locator("html").getAttribute("lang"))) {
            var left = Objects.toString(page.evaluate(CHINESE_IN_ENGLISH), "");
            if (!left.isEmpty()) {
                faults.add("Chinese on the English page: " + left);
            }
        }
        return faults;
    }

    static void picture(Page page, String name, int width) {
        var directory = System.getProperty("guiju.shots");
        if (directory != null) {
            var file = name.replaceAll("[^\\w.=-]+", "_").replaceAll("^_+|_+$", "");
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(directory, file + "-" + width + ".png")));
        }
    }

    private static String read(String resource) {
        try (var in = Looked.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keys() {
        try {
            var keys = new HashSet<String>();
            for (var file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:messages/*_en.properties")) {
                var all = new Properties();
                try (var in =
                        new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    all.load(in);
                }
                keys.addAll(all.stringPropertyNames());
            }
            return Set.copyOf(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
