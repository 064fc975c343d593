package org.guiju.app.cases.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.application.CommandInput;
import org.guiju.app.cases.application.Sanctions;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Countersigning;
import org.guiju.kernel.cases.EndHandlers;
import org.guiju.kernel.cases.Inspected;
import org.guiju.kernel.cases.Mandate;
import org.guiju.kernel.cases.Minutes;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.cases.VerbCommand;
import org.guiju.kernel.cases.VisitPlanned;
import org.guiju.kernel.powers.Condition;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 表单数据: what each act's form offers, from the definition and the roster; the decider judges what comes back.
@Component
final class DeskForms {
    private final DeskWords words;
    private final DeskSheets sheets;
    private final DeskGates gates;
    private final DeskPenalty penalty;

    DeskForms(DeskWords words, DeskSheets sheets, DeskGates gates, DeskPenalty penalty) {
        this.penalty = penalty;
        this.words = words;
        this.sheets = sheets;
        this.gates = gates;
    }

    DeskForm of(
            CaseFile file,
            DeskAct act,
            String step,
            String command,
            CurrentUser user,
            Map<String, List<String>> values) {
        var at = file.situation().step(step).orElse(null);
        return new DeskForm(
                act.code(),
                step,
                step.isEmpty() ? "" : words.step(file, step),
                command,
                values,
                file.today().toString(),
                persons(file, act, at, user),
                things(file, act, at),
                rows(file, act),
                uploads(file, act),
                fields(file, act),
                resolution(file, at),
                longest(file),
                penalty.preset(file, act, user),
                penalty.form(file, act, user));
    }

    /// 至多可以延长几日; none where no law allows any, and then the act is not offered.
    private static int longest(CaseFile file) {
        var longest = file.situation().limits().extension().limit();
        return longest == null ? 0 : longest.n();
    }

    private List<DeskForm.Option> persons(
            CaseFile file, DeskAct act, @Nullable Step at, CurrentUser user) {
        var roster = file.facts().roster();
        return switch (act) {
            case APPOINT_PAIR ->
                    at == null
                            ? List.of()
                            : options(
                                    roster.holders(at.role(), organ(file, at), file.today()),
                                    Set.of());
            case RECORD_INSPECTION ->
                    at == null
                            ? List.of()
                            : options(
                                    roster.holders(at.role(), organ(file, at), file.today()),
                                    suggested(file, user));
            case PLAN_VISIT ->
                    at == null
                            ? List.of()
                            : options(
                                    roster.holders(at.role(), organ(file, at), file.today()),
                                    planned(file, at, user));
            case RECORD_SCENE ->
                    at == null
                            ? List.of()
                            : options(
                                    roster.holders(at.role(), organ(file, at), file.today()),
                                    Set.of(user.person()));
            case SCHEDULE_HEARING ->
                    at == null
                            ? List.of()
                            : options(
                                    roster.holders(at.role(), organ(file, at), file.today()),
                                    Set.of());
            case FILE_CASE -> enforcers(file, Set.of());
            case TAKE_EVIDENCE -> enforcers(file, file.state().penalty().investigators());
            case PUNISH_ON_THE_SPOT -> enforcers(file, Set.of(user.person()));
            case RECORD_MEETING -> members(file, at);
            case ASK_COUNTERSIGN, ADD_SIGNATORY, INFORM -> colleagues(file, user);
            case REMOVE_SIGNATORY -> owing(file, at);
            case HOLD_HEARING, RECUSE, SEEK_RECUSAL, DECIDE_RECUSAL -> {
                var all = new LinkedHashSet<PersonId>();
                roster.assignments().stream()
                        .filter(a -> a.organ().equals(organ(file, at)))
                        .forEach(a -> all.add(a.person()));
                yield options(all, act == DeskAct.RECUSE ? Set.of(user.person()) : Set.of());
            }
            default -> List.of();
        };
    }

    /// 可以会签、抄送的人: whoever holds a post today, those of the organ that acts first, without the one who asks.
    private List<DeskForm.Option> colleagues(CaseFile file, CurrentUser user) {
        var own = file.definition().organ();
        return file.facts().roster().assignments().stream()
                .filter(a -> a.on(file.today()) && !a.person().equals(user.person()))
                .sorted(Comparator.comparing((Roster.Assignment a) -> !a.organ().equals(own)))
                .map(Roster.Assignment::person)
                .distinct()
                .map(p -> new DeskForm.Option(p.value(), words.officer(p), false))
                .toList();
    }

    /// Those who have not signed yet.
    private List<DeskForm.Option> owing(CaseFile file, @Nullable Step at) {
        return at == null
                ? List.of()
                : file.state()
                        .course()
                        .countersigning(at.id())
                        .map(c -> options(c.owing(), Set.of()))
                        .orElse(List.of());
    }

    /// Those who may investigate: certified and in the role of the step that does.
    private List<DeskForm.Option> enforcers(CaseFile file, Set<PersonId> suggested) {
        var roster = file.facts().roster();
        return file.situation().steps().stream()
                .filter(s -> s.kind() == StepKind.INVESTIGATION || s.kind() == StepKind.ON_THE_SPOT)
                .findFirst()
                .map(s ->
                        options(
                                roster.holders(s.role(), organ(file, s), file.today()).stream()
                                        .filter(p ->
                                                roster.qualified(
                                                        p,
                                                        s.officers().qualification(),
                                                        file.today()))
                                        .toList(),
                                suggested))
                .orElse(List.of());
    }

    /// Who was to go by the last plan, else whoever would go by custom.
    private static Set<PersonId> planned(CaseFile file, Step at, CurrentUser user) {
        return file.visits().stream()
                .filter(v -> v.step().equals(at.id()))
                .filter(v -> file.knows(user.person(), v))
                .findFirst()
                .map(VisitPlanned::inspectors)
                .orElseGet(() -> suggested(file, user));
    }

    /// On site goes whoever writes the record, led by A or B.
    private static Set<PersonId> suggested(CaseFile file, CurrentUser user) {
        var found = new LinkedHashSet<PersonId>();
        found.add(user.person());
        file.state().latest(StepWork.Review.class).map(StepWork.Review::a).ifPresent(found::add);
        return found;
    }

    private List<DeskForm.Option> members(CaseFile file, @Nullable Step at) {
        if (at == null || at.meeting() == null) {
            return List.of();
        }
        var kind = file.definition().meeting(at.meeting());
        if (kind.isEmpty()) {
            return List.of();
        }
        var chairs =
                file.facts().roster().holders(kind.get().chair(), organ(file, at), file.today());
        var due = new ArrayList<>(file.membersDue(at, kind.get(), file.today()));
        // The chair stands last, as he speaks last.
        due.sort((x, y) -> Boolean.compare(chairs.contains(x), chairs.contains(y)));
        return options(due, chairs);
    }

    private List<DeskForm.Option> options(Collection<PersonId> persons, Set<PersonId> suggested) {
        return persons.stream()
                .map(p -> new DeskForm.Option(p.value(), words.person(p), suggested.contains(p)))
                .toList();
    }

    /// Articles to inspect again by, where another organ has inspected; what the step itself rests on is proposed.
    private List<DeskForm.Option> articlesToRepeat(CaseFile file, Step at) {
        return Inspected.before(file.state(), file.situation(), at, Set.of())
                ? Inspected.articles(file.definition()).stream()
                        .map(b ->
                                new DeskForm.Option(
                                        b.id(), b.article().cite(), b.id().equals(at.basis())))
                        .toList()
                : List.of();
    }

    private static OrganId organ(CaseFile file, @Nullable Step at) {
        return at == null ? file.definition().organ() : file.definition().organAt(at);
    }

    private List<DeskForm.Option> things(CaseFile file, DeskAct act, @Nullable Step at) {
        return switch (act) {
            case REQUEST_SUPPLEMENT -> supplement(file, at);
            case PAUSE ->
                    file.situation().limits().pauses().stream()
                            .map(p ->
                                    new DeskForm.Option(
                                            p.id(),
                                            words.say(
                                                    "form.pause.cap." + p.cap().unit().code(),
                                                    words.text(p.name()),
                                                    p.cap().n()),
                                            false))
                            .toList();
            case SETTLE_DIFFERENCE -> differences(file, at);
            case RECORD_INSPECTION -> at == null ? List.of() : articlesToRepeat(file, at);
            case DECIDE ->
                    Cases.standards(file.definition(), file.situation()).values().stream()
                            .map(s ->
                                    new DeskForm.Option(
                                            s.id(), words.text(s.says()), unmet(file, s)))
                            .toList();
            case TAKE_RESOLUTION -> resolutions(file, at);
            case NAME_AGENT -> choices("scope", Mandate.Scope.values(), Mandate.Scope::code);
            case SEE_ORIGINAL, RETURN_ORIGINAL -> originals(file, act);
            case SEND_BACK ->
                    at == null ? List.of() : steps(file, DeskOffers.earlier(file, at.id()));
            case REOPEN -> steps(file, EndHandlers.redone(file.situation()));
            case ASK_COUNTERSIGN -> choices("mode", Countersigning.Mode.values(), c -> c.code());
            case TERMINATE -> choices("endGround", VerbCommand.EndGround.values(), c -> c.code());
            case CORRECT_DECISION -> choices("slip", VerbCommand.Slip.values(), c -> c.code());
            case REVOKE ->
                    choices("revocation", VerbCommand.RevocationGround.values(), c -> c.code());
            case DECIDE_RECUSAL ->
                    resolutions(file, at).stream()
                            .map(o -> new DeskForm.Option(o.value(), o.label(), false))
                            .toList();
            case RECORD_STATEMENT, REQUEST_HEARING, WAIVE_HEARING ->
                    at == null ? List.of() : parties(file, at);
            default -> List.of();
        };
    }

    /// Materials of which an original can be seen, or those whose original the office has.
    private List<DeskForm.Option> originals(CaseFile file, DeskAct act) {
        var seen = file.state().intake().originals();
        return file.situation().materials().stream()
                .filter(m -> m.source().uploaded())
                .filter(m -> {
                    var original = seen.get(m.id());
                    boolean held = original != null && original.held();
                    return act == DeskAct.RETURN_ORIGINAL ? held : !held;
                })
                .map(m -> new DeskForm.Option(m.id(), words.text(m.name()), false))
                .toList();
    }

    private List<DeskForm.Option> steps(CaseFile file, List<String> ids) {
        return ids.stream().map(s -> new DeskForm.Option(s, words.step(file, s), false)).toList();
    }

    private <E> List<DeskForm.Option> choices(String family, E[] values, Function<E, String> code) {
        return Arrays.stream(values)
                .map(v ->
                        new DeskForm.Option(
                                code.apply(v), words.say(family + "." + code.apply(v)), false))
                .toList();
    }

    /// 例会决议: what meetings of the organ have resolved on this case, the newest first.
    private List<DeskForm.Option> resolutions(CaseFile file, @Nullable Step at) {
        return file.facts().council().resolutions(file.state().opening().no()).stream()
                .filter(r -> r.organ().equals(organ(file, at)))
                .map(r ->
                        new DeskForm.Option(
                                r.id(),
                                String.join(
                                        " · ",
                                        r.id(),
                                        r.day().toString(),
                                        words.say(r.agreed() ? "take.agreed" : "take.not"),
                                        r.amountFen() == null
                                                ? r.proposal()
                                                : words.say(
                                                        "sanction.amount",
                                                        Sanctions.yuan(r.amountFen()))),
                                true))
                .toList();
    }

    private static boolean unmet(CaseFile file, Condition.Standard standard) {
        return file.state()
                .review()
                .flatMap(w -> w.finding(standard.id()))
                .filter(v -> v == org.guiju.kernel.cases.Verdict.UNMET)
                .isPresent();
    }

    /// Listed materials and questions; what the gate finds missing is ticked already.
    private List<DeskForm.Option> supplement(CaseFile file, @Nullable Step at) {
        var missing = new LinkedHashSet<String>();
        if (at != null) {
            file.state()
                    .round(at.id())
                    .ifPresent(r ->
                            file.gate(r)
                                    .forEach(i -> {
                                        if (!i.done() && i.details().containsKey("item")) {
                                            missing.add(i.details().get("item"));
                                        }
                                    }));
        }
        var options = new ArrayList<DeskForm.Option>();
        file.situation().materials().stream()
                .filter(m -> m.source().uploaded())
                .forEach(m ->
                        options.add(
                                new DeskForm.Option(
                                        m.id(), words.text(m.name()), missing.contains(m.id()))));
        file.situation()
                .fields()
                .forEach(f ->
                        options.add(
                                new DeskForm.Option(
                                        f.id(),
                                        words.say("form.item.field", words.text(f.label())),
                                        missing.contains(f.id()))));
        return options;
    }

    private List<DeskForm.Option> differences(CaseFile file, @Nullable Step at) {
        var standards = Cases.standards(file.definition(), file.situation());
        if (at == null) {
            return List.of();
        }
        return file.state()
                .round(at.id())
                .map(StepRound::work)
                .filter(StepWork.Review.class::isInstance)
                .map(StepWork.Review.class::cast)
                .map(w ->
                        w.differences().stream()
                                .filter(s -> !w.settled().containsKey(s))
                                .flatMap(s -> Optional.ofNullable(standards.get(s)).stream())
                                .map(s -> new DeskForm.Option(s.id(), words.text(s.says()), false))
                                .toList())
                .orElse(List.of());
    }

    private static List<DeskForm.Option> parties(CaseFile file, Step at) {
        return file.state()
                .round(at.id())
                .map(StepRound::work)
                .filter(StepWork.Notice.class::isInstance)
                .map(StepWork.Notice.class::cast)
                .map(StepWork.Notice::told)
                .map(told ->
                        told.parties().stream().map(p -> new DeskForm.Option(p, p, false)).toList())
                .orElse(List.of());
    }

    private List<DeskForm.Row> rows(CaseFile file, DeskAct act) {
        if (act != DeskAct.GIVE_OPINION && act != DeskAct.RECORD_INSPECTION) {
            return List.of();
        }
        var articles = sheets.articles(file);
        return Cases.standards(file.definition(), file.situation()).values().stream()
                .filter(s -> act == DeskAct.GIVE_OPINION || s.measure() != null)
                .map(s -> {
                    var measure = s.measure();
                    return new DeskForm.Row(
                            s.id(),
                            s.says(),
                            articles.getOrDefault(s.id(), ""),
                            measure == null
                                    ? ""
                                    : words.say(
                                            "measure." + measure.comparison().code(),
                                            measure.bound(),
                                            measure.unit()),
                            measure == null ? "" : measure.unit());
                })
                .toList();
    }

    /// What the one-off notice asked for.
    private static List<String> asked(CaseFile file) {
        return file.state().open().stream()
                .map(r -> r.work())
                .filter(StepWork.Supplement.class::isInstance)
                .map(StepWork.Supplement.class::cast)
                .flatMap(w -> w.items().stream())
                .toList();
    }

    private static List<Field> fields(CaseFile file, DeskAct act) {
        if (act != DeskAct.SUPPLY_MATERIALS) {
            return List.of();
        }
        var asked = asked(file);
        return file.situation().fields().stream().filter(f -> asked.contains(f.id())).toList();
    }

    private List<DeskForm.Upload> uploads(CaseFile file, DeskAct act) {
        if (act == DeskAct.NAME_AGENT) {
            return List.of(new DeskForm.Upload("file.mandate", words.say("field.mandate"), false));
        }
        if (act == DeskAct.TAKE_EVIDENCE) {
            return List.of(new DeskForm.Upload("file.evidence", words.say("field.evidence"), true));
        }
        if (act == DeskAct.RECORD_INSPECTION) {
            return List.of(new DeskForm.Upload("file.photo", words.say("field.photos"), true));
        }
        if (act != DeskAct.SUPPLY_MATERIALS) {
            return List.of();
        }
        var asked = asked(file);
        return file.situation().materials().stream()
                .filter(m -> m.source().uploaded() && (asked.isEmpty() || asked.contains(m.id())))
                .map(m -> new DeskForm.Upload("file." + m.id(), words.text(m.name()), true))
                .toList();
    }

    private static @Nullable Minutes resolution(CaseFile file, @Nullable Step at) {
        return at == null || at.boundTo() == null
                ? null
                : file.state().resolution(at.boundTo()).orElse(null);
    }

    /// The words for a field, for its fault: a standard's text, a person's name, a material's name, or its own label.
    String label(CaseFile file, String field) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            return words.sayOr("field." + field, field);
        }
        var group = field.substring(0, dot);
        var key = field.substring(dot + 1);
        if (!CommandInput.storable(key)) {
            return group;
        }
        return switch (group) {
            case "verdicts", "measured" -> {
                var standard = Cases.standards(file.definition(), file.situation()).get(key);
                yield standard == null ? key : words.text(standard.says());
            }
            case "answers", "file" -> gates.item(file, key);
            case "statements", "ballots", "order" ->
                    words.person(new PersonId(key)) + " " + words.sayOr("field." + group, group);
            default -> key;
        };
    }
}
