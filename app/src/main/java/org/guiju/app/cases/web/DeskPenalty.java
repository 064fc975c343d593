package org.guiju.app.cases.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.application.NumberedForms;
import org.guiju.app.cases.application.Sanctions;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.Fines;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.Sanction;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.Penalty;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 处罚表单: conducts with their grades to choose from, and what is on the table already, so that nobody types it twice.
@Component
final class DeskPenalty {
    private static final String GRADING = "grading";
    private final DeskWords words;
    private final NumberedForms pads;

    DeskPenalty(DeskWords words, NumberedForms pads) {
        this.pads = pads;
        this.words = words;
    }

    /// 阶次行: one grade of one conduct; choosing the row names both.
    ///
    /// @param value `conduct/grade`
    record Grade(String value, Text conduct, Text name, Text when, String from, String to) {}

    /// @param table what stands on the table; @param hearing from this fine on a hearing may be asked for
    /// @param cap 当场处罚上限 for this person concerned, in yuan
    /// @param none whether the form may also resolve not to punish
    record Form(
            List<Grade> grades,
            boolean warning,
            Sanctions.@Nullable Read table,
            String hearing,
            boolean hearingDue,
            String cap,
            boolean none,
            List<String> pads,
            Sanctions.@Nullable Account account) {}

    /// A row chosen in the table says conduct and grade at once.
    static void graded(Map<String, List<String>> values) {
        var chosen = values.getOrDefault(GRADING, List.of());
        if (!chosen.isEmpty()) {
            var parts = chosen.getFirst().split("/", 2);
            values.put("violation", List.of(parts[0]));
            values.put("grade", List.of(parts.length > 1 ? parts[1] : ""));
        }
    }

    @Nullable Form form(CaseFile file, DeskAct act, CurrentUser user) {
        var penalty = file.definition().penalty();
        if (penalty == null) {
            return null;
        }
        var grades = new ArrayList<Grade>();
        for (var v : penalty.violations()) {
            for (var g : v.grades()) {
                grades.add(
                        new Grade(
                                v.id() + "/" + g.id(),
                                v.name(),
                                g.name(),
                                g.when(),
                                Sanctions.yuan(g.fine().from()),
                                Sanctions.yuan(g.fine().to())));
            }
        }
        boolean organisation =
                file.state().opening().applicant().kind() == Applicant.Kind.ORGANISATION;
        var table = file.state().penalty().onTable();
        long hearing =
                organisation ? penalty.hearing().organisation() : penalty.hearing().citizen();
        var cap =
                (organisation ? Fines.ON_SPOT_ORGANISATION : Fines.ON_SPOT_CITIZEN)
                        .on(file.today())
                        .orElseThrow()
                        .value();
        return new Form(
                grades,
                penalty.violations().stream().anyMatch(Penalty.Violation::warning),
                Sanctions.read(file.definition(), table).orElse(null),
                Sanctions.yuan(hearing),
                table != null && penalty.hearing().reached(organisation, table.fine()),
                Sanctions.yuan(cap),
                act == DeskAct.CONCLUDE_INVESTIGATION
                        || act == DeskAct.RECORD_MEETING
                        || act == DeskAct.DECIDE_PENALTY,
                act == DeskAct.PUNISH_ON_THE_SPOT ? unused(file, user) : List.of(),
                Sanctions.account(file).orElse(null));
    }

    private List<String> unused(CaseFile file, CurrentUser user) {
        return List.copyOf(pads.unused(file.definition().organ(), user.person()));
    }

    /// What the case says already, by field.
    Map<String, String> preset(CaseFile file, DeskAct act, CurrentUser user) {
        if (file.definition().penalty() == null) {
            return Map.of();
        }
        var found = new LinkedHashMap<String, String>();
        var state = file.state();
        var opening = state.opening();
        switch (act) {
            case FILE_CASE -> found.put("conductEnded", opening.receivedOn().toString());
            case CONCLUDE_INVESTIGATION -> {
                put(found, state.penalty().onTable());
                var last = state.penalty().report();
                found.put(
                        "facts", last == null ? evidence(state.rounds().reversed()) : last.facts());
            }
            case RECHECK, RECORD_MEETING -> put(found, state.penalty().onTable());
            case DECIDE_PENALTY -> decision(file, found);
            case PUNISH_ON_THE_SPOT -> {
                found.put("day", opening.receivedOn().toString());
                found.put("place", answer(file, Field.Type.TEXT));
                found.put("facts", answer(file, Field.Type.LONG_TEXT));
                unused(file, user).stream().findFirst().ifPresent(p -> found.put("pad", p));
            }
            case RECORD_PAYMENT ->
                    Sanctions.account(file)
                            .ifPresent(a -> found.put("amount", Sanctions.plain(a.rest())));
            case APPLY_TO_COURT ->
                    file.definition().remedies().stream()
                            .filter(r -> r.kind().equals("lawsuit"))
                            .findFirst()
                            .ifPresent(r -> found.put("court", r.to().zh()));
            case RECORD_STATEMENT, REQUEST_HEARING, WAIVE_HEARING ->
                    found.put("party", opening.applicant().name());
            case SERVE -> found.put("recipient", opening.applicant().name());
            default -> {}
        }
        return found;
    }

    /// The first answer of the type: a clue's form asks for the place in a line and for what was seen in a paragraph.
    private static String answer(CaseFile file, Field.Type type) {
        return file.situation().fields().stream()
                .filter(f -> f.type() == type)
                .findFirst()
                .map(f -> file.state().answers().getOrDefault(f.id(), ""))
                .orElse("");
    }

    /// Records of the evidence, one a line: the draft of the facts found.
    private static String evidence(List<org.guiju.kernel.cases.StepRound> rounds) {
        return rounds.stream()
                .map(r -> r.work())
                .filter(StepWork.Investigation.class::isInstance)
                .map(StepWork.Investigation.class::cast)
                .findFirst()
                .map(w ->
                        w.evidence().stream()
                                .map(PenaltyEvent.EvidenceTaken::record)
                                .collect(Collectors.joining("\n")))
                .orElse("");
    }

    private static void decision(CaseFile file, Map<String, String> found) {
        var resolved = file.state().penalty().resolved();
        if (resolved != null) {
            put(found, resolved.sanction());
            found.put("result", resolved.sanction() == null ? "spared" : "punished");
        }
        var report = file.state().penalty().report();
        if (report != null) {
            found.put("reasons", report.reasons());
        }
    }

    private static void put(Map<String, String> found, @Nullable Sanction sanction) {
        if (sanction == null) {
            return;
        }
        found.put(GRADING, sanction.violation() + "/" + sanction.grade());
        found.put("fine", sanction.fine() == 0 ? "" : Sanctions.plain(sanction.fine()));
        found.put("warning", sanction.warning() ? "yes" : "");
        found.put("correction", sanction.correction());
    }

    /// `罚款 1,500 元`, with a warning where there is one.
    String words(@Nullable Sanction sanction) {
        if (sanction == null) {
            return words.say("sanction.none");
        }
        var parts = new ArrayList<String>();
        if (sanction.warning()) {
            parts.add(words.say("sanction.warning"));
        }
        if (sanction.fine() > 0) {
            parts.add(words.say("sanction.fine", Sanctions.yuan(sanction.fine())));
        }
        return String.join(words.say("desk.comma"), parts);
    }

    /// 调查 of the case page, round by round, the last first.
    record Investigated(
            List<Piece> evidence,
            PenaltyEvent.@Nullable InvestigationConcluded report,
            String by,
            List<String> signed,
            Optional<Sanctions.Read> proposed) {}

    record Piece(PenaltyEvent.EvidenceTaken taken, List<String> officers) {}

    List<Investigated> investigations(CaseFile file) {
        var found = new ArrayList<Investigated>();
        for (var round : file.state().rounds()) {
            if (round.work() instanceof StepWork.Investigation w) {
                var report = w.report();
                found.add(
                        new Investigated(
                                w.evidence().stream()
                                        .map(e ->
                                                new Piece(
                                                        e,
                                                        e.officers().stream()
                                                                .map(words::person)
                                                                .sorted()
                                                                .toList()))
                                        .toList(),
                                report,
                                report == null ? "" : words.person(report.by()),
                                w.signed().stream().map(words::person).sorted().toList(),
                                Sanctions.read(
                                        file.definition(),
                                        report == null ? null : report.sanction())));
            }
        }
        return found.reversed();
    }

    /// 过程意见: what was said on the way, in order: finding of the clue, filing, recheck, legality review.
    record Opinion(String what, String conclusion, String text, String by) {}

    List<Opinion> opinions(CaseFile file) {
        var found = new ArrayList<Opinion>();
        for (var event : file.history()) {
            switch (event) {
                case PenaltyEvent.ClueReported e ->
                        add(
                                file,
                                found,
                                e.step(),
                                yes("worthFiling", e.worthFiling()),
                                e.report(),
                                e.by());
                case PenaltyEvent.FilingChecked e ->
                        add(file, found, e.step(), yes("passes", e.passes()), e.opinion(), e.by());
                case PenaltyEvent.CaseFiled e ->
                        add(file, found, e.step(), yes("file", e.filed()), e.reasons(), e.by());
                case PenaltyEvent.Rechecked e ->
                        add(
                                file,
                                found,
                                e.step(),
                                yes("adopted", e.adopted()),
                                e.reasons(),
                                e.by());
                case PenaltyEvent.LegalityReviewed e ->
                        add(file, found, e.step(), yes("passes", e.passes()), e.opinion(), e.by());
                default -> {}
            }
        }
        return found;
    }

    private String yes(String option, boolean yes) {
        return words.say("option." + option + (yes ? ".yes" : ".no"));
    }

    private void add(
            CaseFile file,
            List<Opinion> found,
            String step,
            String conclusion,
            String text,
            org.guiju.kernel.shared.PersonId by) {
        found.add(new Opinion(words.step(file, step), conclusion, text, words.person(by)));
    }
}
