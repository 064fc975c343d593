package org.guiju.app.documents.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.documents.TemplateFiller;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.Mandate;
import org.guiju.kernel.cases.OnBehalf;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Occurred;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.Material;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.Redress;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// 文书事实: what the text of a paper may name, taken from the case as it stood behind the paper's event, from the institution
/// it runs under, and from the fields of the event itself (`event.*`), whatever kind it is.
@Component
class PaperFacts {
    private final Allocation allocation;
    private final MessageSource messages;
    private final PaperFilters filters;
    private final StepFacts steps;

    PaperFacts(
            Allocation allocation, MessageSource messages, PaperFilters filters, StepFacts steps) {
        this.allocation = allocation;
        this.messages = messages;
        this.filters = filters;
        this.steps = steps;
    }

    /// @param papers name and number of the papers that the case has served so far
    TemplateFiller.Facts of(CaseFile file, String number, List<Map<String, String>> papers) {
        var entry = file.traces().getLast().entry();
        var texts = new HashMap<String, String>();
        var lists = new HashMap<String, List<Map<String, String>>>();
        var opening = file.state().opening();
        texts.put("applicant", opening.applicant().name());
        texts.put("no", opening.no());
        texts.put("number", number);
        texts.put("matter", file.definition().matter().zh());
        texts.put("situation", file.situation().name().zh());
        texts.put("received", opening.receivedOn().toString());
        texts.put("organ", name(organ(file)));
        texts.put("step", step(file, entry).map(s -> s.name().zh()).orElse(""));
        texts.put("day", day(entry).toString());
        texts.put("entered", OfficialClock.dayOf(entry.at()).toString());
        event(file, texts, lists);
        signed(file, texts);
        agent(file, texts);
        licensing(file, texts);
        earlier(file, texts);
        SanctionFacts.add(file, entry, texts);
        lists.put("papers", papers);
        lists.put("materials", materials(file));
        lists.put("items", items(file, entry));
        lists.put("remedies", remedies(file));
        lists.put("cited", articles(file, set(entry, "cited")));
        lists.put("unmet", unmet(file, set(entry, "unmet")));
        for (var all : List.of("materials", "items", "cited", "unmet")) {
            texts.put(all + ".all", Citations.joined(lists.getOrDefault(all, List.of())));
        }
        steps.add(file, entry, texts, lists);
        return new TemplateFiller.Facts(texts, lists, filters.on(file));
    }

    /// What the licensing law says of taking an application in is said of licences only.
    private static void licensing(CaseFile file, Map<String, String> texts) {
        boolean licence = file.definition().kind() == PowerKind.LICENCE;
        var law = "依照《中华人民共和国行政许可法》第三十二条";
        texts.put("licence", licence ? "1" : "");
        texts.put("law.acceptance", licence ? law + "的规定，" : "");
        texts.put("law.silence", licence ? law + "第一款第四项的规定，" : "");
    }

    /// Every field of the event, so that a paper for a new kind of event needs no Java.
    private static void event(
            CaseFile file,
            Map<String, String> texts,
            Map<String, List<Map<String, String>>> lists) {
        var entry = file.traces().getLast().entry();
        marked(file, file.traces().getLast()).forEach((k, v) -> texts.put("event." + k, v));
        texts.put("event.day", day(entry).toString());
        entry.due().ifPresent(d -> texts.put("event.due", d.toString()));
        entry.fields()
                .forEach((k, v) -> {
                    if (v instanceof Value.Strs(var all)) {
                        lists.put("event." + k, all.stream().map(PaperFacts::pair).toList());
                    }
                });
    }

    /// 代行: who signed for whom and by what, where the act of the paper was done for another (B51); empty otherwise.
    private void signed(CaseFile file, Map<String, String> texts) {
        List.of("signed.by", "signed.for", "signed.mandate").forEach(k -> texts.put(k, ""));
        file.onBehalf(file.traces().getLast())
                .ifPresent(b -> {
                    texts.put("signed.by", allocation.nameOf(b.person()));
                    texts.put("signed.for", allocation.nameOf(b.principal()));
                    texts.put("signed.mandate", mandate(b));
                });
    }

    /// 代理人: who may receive papers for the applicant on the day of the act; empty where nobody may.
    private static void agent(CaseFile file, Map<String, String> texts) {
        var entry = file.traces().getLast().entry();
        texts.put(
                "agent",
                file.state()
                        .intake()
                        .agentOn(day(entry))
                        .filter(m -> m.scope().contains(Mandate.Scope.RECEIVE))
                        .map(m ->
                                m.name()
                                        + "（代收文书，委托期限至"
                                        + PaperFilters.date(m.until().toString())
                                        + "）")
                        .orElse(""));
    }

    private static String mandate(OnBehalf b) {
        return switch (b.mandate()) {
                    case SIGNING -> "代签授权";
                    case ABSENCE -> "外出代理";
                }
                + "，"
                + PaperFilters.date(b.from().toString())
                + "至"
                + PaperFilters.date(b.until().toString())
                + (b.document().isEmpty() ? "" : "，依据" + b.document());
    }

    /// The fields of an event; the officer who acted for another carries whom.
    private static Map<String, String> marked(CaseFile file, CaseFile.Trace trace) {
        var entry = trace.entry();
        var fields = new HashMap<>(fields(entry));
        if (entry.by().equals(fields.get("officer"))) {
            file.onBehalf(trace)
                    .ifPresent(b ->
                            fields.put("officer", entry.by() + PaperFilters.FOR + b.principal()));
        }
        return fields;
    }

    /// The latest event of each kind, this one included: `last.clue-reported.report`.
    private static void earlier(CaseFile file, Map<String, String> texts) {
        for (var trace : file.traces()) {
            var entry = trace.entry();
            var prefix = "last." + entry.kind().substring(entry.kind().indexOf('.') + 1) + ".";
            texts.keySet().removeIf(k -> k.startsWith(prefix));
            marked(file, trace).forEach((k, v) -> texts.put(prefix + k, v));
            texts.put(prefix + "day", day(entry).toString());
        }
    }

    /// `key=value` lines can be named by both halves.
    private static Map<String, String> pair(String line) {
        int equals = line.indexOf('=');
        return equals < 0
                ? Map.of("it", line, "key", "", "value", line)
                : Map.of(
                        "it",
                        line,
                        "key",
                        line.substring(0, equals),
                        "value",
                        line.substring(equals + 1));
    }

    static Map<String, String> fields(EventEntry entry) {
        var texts = new LinkedHashMap<String, String>();
        entry.fields()
                .forEach((name, value) ->
                        texts.put(
                                name,
                                switch (value) {
                                    case Value.Str(var text) -> text;
                                    case Value.Int(var n) -> Long.toString(n);
                                    case Value.Strs(var all) -> String.join("、", all);
                                }));
        return texts;
    }

    /// 落款日期: the day that the event states, the day it is said to have happened on, or the day of its entry.
    static LocalDate day(EventEntry entry) {
        if (entry.fields().get("on") instanceof Value.Str(var on)) {
            return LocalDate.parse(on);
        }
        return entry.occurred()
                .map(o ->
                        switch (o) {
                            case Occurred.OnDay(var day) -> day;
                            case Occurred.AtTime(var time) -> time.toLocalDate();
                        })
                .orElseGet(() -> OfficialClock.dayOf(entry.at()));
    }

    /// The organ that acts in the step of the event, or the one that holds the power.
    static OrganId organ(CaseFile file) {
        return step(file, file.traces().getLast().entry())
                .flatMap(s -> java.util.Optional.ofNullable(s.organ()))
                .orElse(file.definition().organ());
    }

    String name(OrganId organ) {
        return allocation.organ(organ).map(o -> o.name().zh()).orElse(organ.value());
    }

    static java.util.Optional<Step> step(CaseFile file, EventEntry entry) {
        return entry.fields().get("step") instanceof Value.Str(var id)
                ? file.situation().step(id)
                : java.util.Optional.empty();
    }

    private static Set<String> set(EventEntry entry, String name) {
        return entry.fields().get(name) instanceof Value.Strs(var all) ? Set.copyOf(all) : Set.of();
    }

    private static List<Map<String, String>> materials(CaseFile file) {
        var counts =
                file.state().filings().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Filing::material,
                                        LinkedHashMap::new,
                                        Collectors.counting()));
        return file.situation().materials().stream()
                .filter(m -> counts.containsKey(m.id()))
                .map(m -> it(m.name().zh() + counts.get(m.id()) + "份"))
                .toList();
    }

    /// 补正内容: names of the fields and papers that the event lists by id.
    private static List<Map<String, String>> items(CaseFile file, EventEntry entry) {
        var names =
                file.situation().fields().stream()
                        .collect(Collectors.toMap(Field::id, f -> f.label().zh(), (a, _) -> a));
        file.situation()
                .materials()
                .forEach((Material m) -> names.putIfAbsent(m.id(), m.name().zh()));
        return entry.fields().get("items") instanceof Value.Strs(var ids)
                ? ids.stream().map(i -> it(names.getOrDefault(i, i))).toList()
                : List.of();
    }

    private List<Map<String, String>> remedies(CaseFile file) {
        return Redress.of(file.definition(), file.situation(), file.today()).stream()
                .map(w -> {
                    var within = limit(w.within());
                    var to = w.remedy().to().zh();
                    var act = say("remedy." + w.remedy().kind(), w.remedy().kind());
                    return Map.of(
                            "within", within,
                            "to", to,
                            "act", act,
                            "sentence",
                                    say("redress." + w.when().code(), act, within, to, act)
                                            .replace(" ", ""));
                })
                .toList();
    }

    private String limit(Limit limit) {
        return say("limit." + limit.unit().code(), limit.toString(), limit.n()).replace(" ", "");
    }

    /// Articles behind the standards that a decision cites, each once.
    private static List<Map<String, String>> articles(CaseFile file, Set<String> standards) {
        return file.definition().conditions().stream()
                .filter(c -> c.standards().stream().anyMatch(s -> standards.contains(s.id())))
                .flatMap(c -> file.definition().basis(c.basis()).stream())
                .distinct()
                .map(b -> it(b.article().cite()))
                .toList();
    }

    private static List<Map<String, String>> unmet(CaseFile file, Set<String> ids) {
        var standards = Cases.standards(file.definition(), file.situation());
        var found = new ArrayList<Map<String, String>>();
        standards.forEach((id, standard) -> {
            if (ids.contains(id)) {
                found.add(it(standard.says().zh()));
            }
        });
        return found;
    }

    private String say(String key, String otherwise, Object... arguments) {
        var said = messages.getMessage(key, arguments, otherwise, Locale.SIMPLIFIED_CHINESE);
        return said == null ? otherwise : said;
    }

    static Map<String, String> it(String text) {
        return Map.of("it", text);
    }

    /// Names of persons, in the order given.
    static Function<java.util.Collection<PersonId>, String> names(Allocation allocation) {
        return persons -> persons.stream().map(allocation::nameOf).collect(Collectors.joining("、"));
    }
}
