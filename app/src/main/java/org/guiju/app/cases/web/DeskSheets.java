package org.guiju.app.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guiju.app.cases.CaseFile;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseEvent.Side;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.Minutes;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.cases.StepWork.Review;
import org.guiju.kernel.powers.Condition;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.Material;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// 案卷内容: the sections of the case page. The one place that opens opinions: while not all of a round are in, nobody's
/// page gets to know what the one that is in says.
@Component
final class DeskSheets {
    private final DeskWords words;

    DeskSheets(DeskWords words) {
        this.words = words;
    }

    record Answer(Text label, String value, boolean personal) {}

    record Paper(Text name, boolean required, Material.Source source, List<Filing> filings) {}

    /// 对照表 of one round of review.
    ///
    /// @param open whether what the opinions say may be read
    record Table(
            String step,
            boolean paired,
            boolean open,
            String a,
            String b,
            boolean aIn,
            boolean bIn,
            String aNote,
            String bNote,
            long differing,
            List<Row> rows) {}

    record Row(Text says, String article, String a, String b, boolean differs, String settled) {}

    record Inspected(
            String step,
            CaseEvent.InspectionRecorded record,
            List<String> inspectors,
            List<String> signed,
            List<Figure> figures,
            List<Filing> photos) {}

    record Figure(Text says, String verdict, String measured) {}

    record Noticed(String step, StepWork.Notice work, String by) {}

    record Heard(
            String step,
            CaseEvent.@Nullable HearingScheduled scheduled,
            String chair,
            CaseEvent.@Nullable HearingHeld held,
            String recorder) {}

    record Voice(int order, String name, String statement, String ballot, boolean chair) {}

    record Meeting(
            String step,
            String name,
            LocalDate day,
            String chair,
            int due,
            int present,
            List<String> absent,
            List<Voice> voices,
            long agree,
            long against,
            long abstain,
            boolean agreed,
            String dissent,
            String summary,
            String signedBy) {}

    void fill(Model model, CaseFile file) {
        model.addAttribute("answers", answers(file));
        model.addAttribute("papers", papers(file));
        model.addAttribute("tables", tables(file));
        model.addAttribute("inspections", inspections(file));
        model.addAttribute("noticed", notices(file));
        model.addAttribute("heard", hearings(file));
        model.addAttribute("meetings", meetings(file));
        model.addAttribute("opinions", organOpinions(file));
        model.addAttribute("decided", file.state().decided());
        model.addAttribute(
                "decider",
                file.state().decided() == null ? "" : words.person(file.state().decided().by()));
        model.addAttribute("served", file.state().served());
    }

    List<Answer> answers(CaseFile file) {
        return file.situation().fields().stream()
                .map(f ->
                        new Answer(
                                f.label(),
                                answer(f, file.state().answers().getOrDefault(f.id(), "")),
                                f.personal()))
                .toList();
    }

    private String answer(Field field, String raw) {
        if (raw.isEmpty()) {
            return words.say("desk.blank");
        }
        return switch (field.type()) {
            case CHOICE ->
                    field.choices().stream()
                            .filter(c -> c.id().equals(raw))
                            .map(c -> words.text(c.label()))
                            .findFirst()
                            .orElse(raw);
            case CONFIRM -> words.say("desk.confirmed");
            default -> field.unit() == null ? raw : raw + " " + field.unit();
        };
    }

    List<Paper> papers(CaseFile file) {
        return file.situation().materials().stream()
                .map(m ->
                        new Paper(
                                m.name(),
                                m.required(),
                                m.source(),
                                file.state().filings().stream()
                                        .filter(f -> f.material().equals(m.id()))
                                        .toList()))
                .toList();
    }

    List<Table> tables(CaseFile file) {
        var tables = new ArrayList<Table>();
        for (var round : file.state().rounds()) {
            if (round.work() instanceof Review w) {
                tables.add(table(file, round, w));
            }
        }
        return tables.reversed();
    }

    private Table table(CaseFile file, StepRound round, Review w) {
        var standards = Cases.standards(file.definition(), file.situation());
        var articles = articles(file);
        boolean open = w.bothIn();
        var a = w.opinions().get(Side.A);
        var b = w.opinions().get(Side.B);
        var differences = w.differences();
        var rows = new ArrayList<Row>();
        standards.forEach((id, standard) ->
                rows.add(
                        new Row(
                                standard.says(),
                                articles.getOrDefault(id, ""),
                                open ? verdict(a, id, standard) : "",
                                open ? verdict(b, id, standard) : "",
                                differences.contains(id),
                                settled(w, id))));
        return new Table(
                words.step(file, round.step()),
                w.paired(),
                open,
                words.person(a == null ? w.a() : a.by()),
                words.person(b == null ? w.b() : b.by()),
                a != null,
                b != null,
                open && a != null ? a.note() : "",
                open && b != null ? b.note() : "",
                differences.size(),
                rows);
    }

    private String settled(Review w, String standard) {
        var s = w.settled().get(standard);
        return s == null
                ? ""
                : words.say(
                        "ab.settled",
                        words.person(s.by()),
                        words.say("verdict." + s.verdict().code()),
                        s.reason());
    }

    private String verdict(
            Review.@Nullable Opinion opinion, String id, Condition.Standard standard) {
        if (opinion == null || !opinion.verdicts().containsKey(id)) {
            return "";
        }
        var said = words.say("verdict." + opinion.verdicts().get(id).code());
        var measured = opinion.measured().get(id);
        return measured == null
                ? said
                : words.say("verdict.measured", said, measured, unit(standard));
    }

    private static String unit(Condition.Standard standard) {
        return standard.measure() == null ? "" : standard.measure().unit();
    }

    /// The article of the condition that each standard belongs to.
    Map<String, String> articles(CaseFile file) {
        var found = new LinkedHashMap<String, String>();
        for (var condition : file.definition().conditions()) {
            var article =
                    file.definition().basis(condition.basis()).map(b -> b.article()).orElse(null);
            condition
                    .standards()
                    .forEach(s -> found.put(s.id(), article == null ? "" : article.cite()));
        }
        return found;
    }

    /// Articles that a decision rests on, each once.
    List<String> cited(CaseFile file, Set<String> standards) {
        var articles = articles(file);
        return articles.entrySet().stream()
                .filter(e -> standards.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .filter(a -> !a.isEmpty())
                .distinct()
                .toList();
    }

    List<Inspected> inspections(CaseFile file) {
        var found = new ArrayList<Inspected>();
        var standards = Cases.standards(file.definition(), file.situation());
        for (var round : file.state().rounds()) {
            if (round.work() instanceof StepWork.Inspection w && w.recorded() != null) {
                var r = w.recorded();
                var figures = new ArrayList<Figure>();
                standards.forEach((id, standard) -> {
                    var verdict = r.verdicts().get(id);
                    if (verdict != null) {
                        var measured = r.measured().get(id);
                        figures.add(
                                new Figure(
                                        standard.says(),
                                        words.say("verdict." + verdict.code()),
                                        measured == null ? "" : measured + " " + unit(standard)));
                    }
                });
                found.add(
                        new Inspected(
                                words.step(file, round.step()),
                                r,
                                names(r.inspectors()),
                                names(w.signed()),
                                figures,
                                r.filings()));
            }
        }
        return found.reversed();
    }

    private List<String> names(Set<PersonId> persons) {
        return persons.stream().map(words::person).sorted().toList();
    }

    List<Noticed> notices(CaseFile file) {
        var found = new ArrayList<Noticed>();
        for (var round : file.state().rounds()) {
            if (round.work() instanceof StepWork.Notice w && w.told() != null) {
                found.add(
                        new Noticed(
                                words.step(file, round.step()), w, words.person(w.told().by())));
            }
        }
        return found.reversed();
    }

    List<Heard> hearings(CaseFile file) {
        var found = new ArrayList<Heard>();
        for (var round : file.state().rounds()) {
            if (round.work() instanceof StepWork.HearingRound w) {
                found.add(
                        new Heard(
                                words.step(file, round.step()),
                                w.scheduled(),
                                w.scheduled() == null ? "" : words.person(w.scheduled().chair()),
                                w.held(),
                                w.held() == null ? "" : words.person(w.held().recorder())));
            }
        }
        return found.reversed();
    }

    record OrganOpinion(String organ, boolean agrees, String opinion, String by) {}

    List<OrganOpinion> organOpinions(CaseFile file) {
        return file.history().stream()
                .filter(CaseEvent.OrganOpinionGiven.class::isInstance)
                .map(CaseEvent.OrganOpinionGiven.class::cast)
                .map(e ->
                        new OrganOpinion(
                                e.organ().value(), e.agrees(), e.opinion(), words.person(e.by())))
                .toList();
    }

    List<Meeting> meetings(CaseFile file) {
        var found = new ArrayList<Meeting>();
        for (var round : file.state().rounds()) {
            if (round.work() instanceof StepWork.Meeting w && w.minutes() != null) {
                found.add(meeting(file, round, w, Objects.requireNonNull(w.minutes())));
            }
        }
        return found.reversed();
    }

    private Meeting meeting(CaseFile file, StepRound round, StepWork.Meeting w, Minutes m) {
        var voices = new ArrayList<Voice>();
        m.statements()
                .forEach((person, statement) -> {
                    var ballot = m.ballots().get(person);
                    voices.add(
                            new Voice(
                                    voices.size() + 1,
                                    words.person(person),
                                    statement,
                                    ballot == null ? "" : words.say("ballot." + ballot.code()),
                                    person.equals(m.chair())));
                });
        var name =
                file.situation()
                        .step(round.step())
                        .flatMap(s ->
                                s.meeting() == null
                                        ? java.util.Optional.empty()
                                        : file.definition().meeting(s.meeting()))
                        .map(k -> words.text(k.name()))
                        .orElseGet(() -> words.step(file, round.step()));
        return new Meeting(
                round.step(),
                name,
                m.day(),
                words.person(m.chair()),
                m.due().size(),
                m.present().size(),
                m.due().stream().filter(p -> !m.present().contains(p)).map(words::person).toList(),
                voices,
                m.count(org.guiju.kernel.cases.Ballot.FOR),
                m.count(org.guiju.kernel.cases.Ballot.AGAINST),
                m.count(org.guiju.kernel.cases.Ballot.ABSTAIN),
                m.agreed(),
                m.dissent(),
                m.summary(),
                words.person(w.signedBy()));
    }
}
