package org.guiju.app.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.Character.UnicodeScript;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.app.platform.i18n.Language;
import org.guiju.app.platform.i18n.Preferences;
import org.guiju.app.platform.i18n.Words;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.security.PostTitles;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// 页面框架: what templates ask while they draw, as `#frame`. A bean and not model attributes, because error pages have
/// no controller of ours that could fill a model.
@Component
public class PageFrame {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final SiteProperties site;
    private final Navigation navigation;
    private final MessageSource messages;
    private final ObjectProvider<PostTitles> posts;
    private final ObjectProvider<StandingNotice> standing;

    PageFrame(
            SiteProperties site,
            Navigation navigation,
            MessageSource messages,
            ObjectProvider<PostTitles> posts,
            ObjectProvider<StandingNotice> standing) {
        this.site = site;
        this.navigation = navigation;
        this.messages = messages;
        this.posts = posts;
        this.standing = standing;
    }

    public SiteProperties site() {
        return site;
    }

    /// 通栏告示: what every page has to say now.
    public List<Notice> standing() {
        return standing.stream().flatMap(s -> s.now().stream()).toList();
    }

    public Navigation nav() {
        return navigation;
    }

    public String lang() {
        return language().tag();
    }

    public Language language() {
        return Preferences.language(request());
    }

    public boolean large() {
        return Preferences.large(request());
    }

    public @Nullable CurrentUser user() {
        return CurrentUser.now().orElse(null);
    }

    /// 职务: the posts of the person signed in, for the head of the desk; empty until posts are allocated.
    public List<Text> posts() {
        var titles = posts.getIfAvailable();
        return CurrentUser.now()
                .filter(_ -> titles != null)
                .map(user ->
                        Optional.ofNullable(titles).map(t -> t.of(user.person())).orElse(List.of()))
                .orElse(List.of());
    }

    /// What stands in `<title>`: the word for an error, the page's name, the site's name.
    ///
    /// @param title a string, a [Text], or null where the site's name is enough
    public String title(@Nullable Object title, boolean desk, @Nullable FormErrors errors) {
        var whole = new StringBuilder();
        if (errors != null && errors.any()) {
            whole.append(messages.getMessage("form.errorPrefix", null, language().locale()));
        }
        if (title != null) {
            whole.append(title instanceof Text text ? say(text) : title).append(" - ");
        }
        return whole.append(say(desk ? site.deskName() : site.name())).toString();
    }

    /// Domain text in the reader's language, with the `lang` it needs; pages use the fragment `layout/parts :: text`.
    public Words words(Text text) {
        return language().of(text);
    }

    /// Domain text where markup cannot stand: titles and attributes.
    public String say(Text text) {
        return words(text).text();
    }

    /// `zh-CN` for words that stand in Chinese on an English page, such as a person's name; else null.
    public @Nullable String langOf(String text) {
        boolean chinese = text.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
        return chinese && language() == Language.EN ? Language.ZH.tag() : null;
    }

    /// Whether a field came back with an error: `th:classappend="${#frame.wrong(errors, 'area')} ? 'invalid'"`.
    public boolean wrong(@Nullable FormErrors errors, String field) {
        return errors != null && errors.of(field) != null;
    }

    public String message(FormErrors.FieldError error) {
        return messages.getMessage(error.key(), error.arguments().toArray(), language().locale());
    }

    public String message(Notice notice) {
        return messages.getMessage(notice.key(), notice.arguments().toArray(), language().locale());
    }

    /// `2026-11-24 10:40`, in official time.
    public String moment(Instant instant) {
        return MOMENT.format(LocalDateTime.ofInstant(instant, OfficialClock.ZONE));
    }

    /// `2026-11-24`; the same in both languages, as government sites write it.
    public String day(LocalDate day) {
        return day.toString();
    }

    /// This same page in another language or size.
    public String with(String parameter, String value) {
        var request = request();
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = original instanceof String uri ? uri : request.getRequestURI();
        var query = Optional.ofNullable(request.getQueryString()).orElse("");
        var kept =
                Arrays.stream(query.split("&", -1))
                        .filter(pair -> !pair.isEmpty() && !pair.startsWith(parameter + "="));
        return Stream.concat(kept, Stream.of(parameter + "=" + value))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    /// What `aria-current` says of a navigation entry: `page` on its own page, `true` on a page below it, else null.
    public @Nullable String current(String href) {
        var path = request().getRequestURI();
        if (path.equals(href)) {
            return "page";
        }
        return href.equals(closest(path)) ? "true" : null;
    }

    private @Nullable String closest(String path) {
        var all =
                Stream.concat(
                        navigation.portal().stream(),
                        navigation.desk().stream().flatMap(g -> g.entries().stream()));
        return all.map(Navigation.Entry::href)
                .filter(href ->
                        !href.equals("/")
                                && (path.equals(href) || path.startsWith(above(href) + "/")))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse(null);
    }

    /// What lies below an entry: `/desk/intake/new` has `/desk/intake` below it, too.
    private static String above(String href) {
        return href.endsWith("/new") ? href.substring(0, href.length() - "/new".length()) : href;
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                .getRequest();
    }
}
