package org.guiju.app.platform.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// 导航: all entries of both areas, in order. An entry shows itself only once a page answers its address, so the list
/// may be ahead of the pages and a reader never meets a dead link.
@Component
public class Navigation {

    /// @param message key of the label; the label says what is there in two to six characters
    public record Entry(String href, String message) {}

    /// 栏目: entries under one heading.
    public record Group(String message, List<Entry> entries) {}

    private static final List<Entry> PORTAL =
            List.of(
                    new Entry("/", "nav.home"),
                    new Entry("/powers", "nav.powers"),
                    new Entry("/lists", "nav.lists"),
                    new Entry("/track", "nav.track"),
                    new Entry("/results", "nav.results"),
                    new Entry("/pay", "nav.pay"),
                    new Entry("/villages", "nav.villages"),
                    new Entry("/complaints/new", "nav.complaints"),
                    new Entry("/statistics", "nav.statistics"),
                    new Entry("/verify", "nav.verify"));

    private static final List<Group> DESK =
            List.of(
                    new Group(
                            "nav.group.work",
                            List.of(
                                    new Entry("/desk", "nav.desk"),
                                    new Entry("/desk/cases", "nav.cases"),
                                    new Entry("/desk/calendar", "nav.agenda"),
                                    new Entry("/desk/meetings", "nav.meetings"),
                                    new Entry("/meetings", "nav.assemblies"),
                                    new Entry("/matters", "nav.matters"),
                                    new Entry("/desk/window", "nav.window"),
                                    new Entry("/desk/samples", "nav.samples"),
                                    new Entry("/desk/licences", "nav.licences"),
                                    new Entry("/desk/performance", "nav.performance"),
                                    new Entry("/desk/efficiency", "nav.efficiency"),
                                    new Entry("/desk/fees", "nav.fees"),
                                    new Entry("/desk/line-systems", "nav.lineSystems"),
                                    new Entry("/desk/shadow-cases", "nav.shadowCases"),
                                    new Entry("/desk/report-elements", "nav.reportElements"),
                                    new Entry("/desk/intake/new", "nav.intake"),
                                    new Entry("/desk/clues/new", "nav.clues"),
                                    new Entry("/desk/handover", "nav.handover"),
                                    new Entry("/desk/interests", "nav.interests"),
                                    new Entry("/desk/pads", "nav.pads"),
                                    new Entry("/desk/booklets", "nav.booklets"),
                                    new Entry("/desk/archive", "nav.archive"))),
                    new Group(
                            "nav.group.catalog",
                            List.of(
                                    new Entry("/catalog/powers", "nav.catalog"),
                                    new Entry("/catalog/powers/draft", "nav.draft"),
                                    new Entry("/catalog/laws", "nav.laws"),
                                    new Entry("/catalog/clearing", "nav.clearing"),
                                    new Entry("/catalog/adjustments", "nav.adjustments"),
                                    new Entry("/catalog/import", "nav.import"),
                                    new Entry("/catalog/lists", "nav.unitLists"),
                                    new Entry("/catalog/calendar", "nav.calendar"),
                                    new Entry("/catalog/organs", "nav.organs"),
                                    new Entry("/catalog/posts", "nav.posts"),
                                    new Entry("/catalog/certificates", "nav.certificates"),
                                    new Entry("/catalog/separation", "nav.separation"),
                                    new Entry("/catalog/standards", "nav.standards"),
                                    new Entry("/catalog/experts", "nav.experts"),
                                    new Entry("/catalog/authority", "nav.authority"))),
                    new Group(
                            "nav.group.oversight",
                            List.of(
                                    new Entry("/supervision", "nav.alerts"),
                                    new Entry("/supervision/board", "nav.board"),
                                    new Entry("/supervision/pads", "nav.padCheck"),
                                    new Entry("/supervision/handovers", "nav.handovers"),
                                    new Entry("/supervision/ledger", "nav.ledger"),
                                    new Entry("/supervision/readings", "nav.readings"),
                                    new Entry("/supervision/departures", "nav.departures"))),
                    new Group(
                            "nav.group.administration",
                            List.of(
                                    new Entry("/administration", "nav.administration"),
                                    new Entry("/administration/accounts", "nav.accounts"),
                                    new Entry("/administration/line-systems", "nav.lineRegister"),
                                    new Entry("/administration/webhooks", "nav.webhooks"),
                                    new Entry("/administration/records", "nav.records"),
                                    new Entry("/account/security", "nav.account"))));

    private static final String SHOWN = Navigation.class.getName() + ".desk";

    private static final List<Entry> FOOT =
            List.of(
                    new Entry("/about", "nav.about"),
                    new Entry("/organs", "nav.organBoard"),
                    new Entry("/standards", "nav.publicStandards"),
                    new Entry("/sitemap", "nav.sitemap"),
                    new Entry("/accessibility", "nav.accessibility"),
                    new Entry("/open-data", "nav.openData"),
                    new Entry("/licences", "nav.licenceCheck"),
                    new Entry("/draws", "nav.draws"),
                    new Entry("/decisions", "nav.decisions"),
                    new Entry("/trades", "nav.trades"),
                    new Entry("/announcements", "nav.announcements"),
                    new Entry("/log", "nav.log"),
                    new Entry("/help", "nav.help"));

    private final ObjectProvider<RequestMappingHandlerMapping> pages;
    private final ObjectProvider<EntryGate> gates;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    Navigation(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> pages,
            ObjectProvider<EntryGate> gates) {
        this.pages = pages;
        this.gates = gates;
    }

    public List<Entry> portal() {
        return existing(PORTAL);
    }

    public List<Entry> foot() {
        return existing(FOOT);
    }

    /// What this reader sees of the desk, worked out once for a page: a page asks at every entry, and each gate reads posts.
    @SuppressWarnings("unchecked")
    public List<Group> desk() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return groups();
        }
        var known = (List<Group>) request.getAttribute(SHOWN, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = groups();
            request.setAttribute(SHOWN, known, RequestAttributes.SCOPE_REQUEST);
        }
        return known;
    }

    private List<Group> groups() {
        var guards = gates.stream().toList();
        return DESK.stream()
                .map(group -> new Group(group.message(), shown(group.entries(), guards)))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    /// Whether a page answers GET at this address.
    public boolean exists(String href) {
        return known.computeIfAbsent(href, this::answered);
    }

    /// Whether the address leads this reader to a page.
    public boolean open(String href) {
        return exists(href) && gates.stream().allMatch(gate -> gate.shows(href));
    }

    /// Where the name at the head of the desk leads: the desk, the administration, or the home page.
    public String deskHome() {
        return List.of("/desk", "/administration").stream()
                .filter(this::open)
                .findFirst()
                .orElse("/");
    }

    private List<Entry> shown(List<Entry> entries, List<EntryGate> guards) {
        return existing(entries).stream()
                .filter(entry -> guards.stream().allMatch(gate -> gate.shows(entry.href())))
                .toList();
    }

    private List<Entry> existing(List<Entry> entries) {
        return entries.stream().filter(entry -> exists(entry.href())).toList();
    }

    private boolean answered(String href) {
        var path = PathContainer.parsePath(href);
        return pages.getObject().getHandlerMethods().keySet().stream()
                .filter(Navigation::answersGet)
                .map(RequestMappingInfo::getPathPatternsCondition)
                .anyMatch(condition ->
                        condition != null
                                && condition.getPatterns().stream()
                                        .anyMatch(pattern -> pattern.matches(path)));
    }

    private static boolean answersGet(RequestMappingInfo page) {
        var methods = page.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }
}
