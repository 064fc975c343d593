package org.guiju.app.portal.application;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.app.cases.application.Drafts;
import org.guiju.kernel.cases.Answers;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.Bringing;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.IntakeCommand;
import org.guiju.kernel.cases.IssuedResult;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.Material;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;

/// 填表进度: what of an application is done and what is missing, and the command that it becomes.
///
/// @param definition the version that an application sent today would be handled under
public record Applying(
        Drafts.Draft draft, PowerDefinition definition, Situation situation, LocalDate today) {

    /// Before the name of a field: the case that its answer was taken from.
    public static final String FROM = "~from.";

    /// 分组状态: as a message key below `apply.status.`.
    public enum Status {
        NOT_STARTED("not-started"),
        COMPLETED("completed"),
        TO_CORRECT("to-correct");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Map<String, String> answers() {
        return draft.content().answers();
    }

    public String answer(String field) {
        return answers().getOrDefault(field, "");
    }

    /// Sections of the form, in the order of their fields.
    public List<String> sections() {
        var sections = new LinkedHashSet<String>();
        situation.fields().forEach(f -> sections.add(f.section()));
        return List.copyOf(sections);
    }

    public List<Field> fields(String section) {
        return situation.fields().stream().filter(f -> f.section().equals(section)).toList();
    }

    /// 来件方式: done unless an agent is named and something of his mandate is missing.
    public Status bringingStatus() {
        return Bringings.complete(draft.content()) ? Status.COMPLETED : Status.TO_CORRECT;
    }

    /// 取自以往办件: the number of the case that an answer comes from, while the applicant has not looked at it; else empty.
    public String from(String field) {
        return answers().getOrDefault(FROM + field, "");
    }

    public Status status(String section) {
        if (!draft.content().seen().contains(section)) {
            return Status.NOT_STARTED;
        }
        return fields(section).stream().anyMatch(this::open) ? Status.TO_CORRECT : Status.COMPLETED;
    }

    /// Required and empty, or answered in a way that the version in force does not take.
    public boolean open(Field field) {
        var answer = answer(field.id());
        return answer.isEmpty()
                ? field.required()
                : Answers.problem(field, answer, today).isPresent();
    }

    /// Materials that are handed in as files.
    public List<Material> materials() {
        return situation.materials().stream().filter(m -> m.source().uploaded()).toList();
    }

    public List<Filing> filings(String material) {
        return draft.content().filings().stream()
                .filter(f -> f.material().equals(material))
                .toList();
    }

    public Status materialsStatus() {
        if (draft.content().filings().isEmpty() && !draft.content().seen().contains("materials")) {
            return Status.NOT_STARTED;
        }
        return missingMaterials().isEmpty() ? Status.COMPLETED : Status.TO_CORRECT;
    }

    public List<Material> missingMaterials() {
        return materials().stream().filter(m -> m.required() && filings(m.id()).isEmpty()).toList();
    }

    public List<Field> missingFields() {
        return situation.fields().stream().filter(this::open).toList();
    }

    /// Without these nobody could answer the application: who applies, and the declarations that only he can make. All
    /// else the office has to ask for, once (行政许可法 32).
    public List<Field> indispensable() {
        return situation.fields().stream()
                .filter(this::open)
                .filter(f -> f.type() == Field.Type.CONFIRM || f.equals(nameField().orElse(null)))
                .toList();
    }

    /// The field that holds the applicant's name: an organisation's before a person's.
    private Optional<Field> nameField() {
        return situation.fields().stream()
                .filter(f -> f.type() == Field.Type.TEXT && f.id().endsWith("name"))
                .findFirst()
                .or(() ->
                        situation.fields().stream()
                                .filter(f -> f.type() == Field.Type.PERSON_NAME)
                                .findFirst());
    }

    public Applicant applicant() {
        boolean code =
                situation.fields().stream()
                        .anyMatch(f ->
                                f.type() == Field.Type.CREDIT_CODE && !answer(f.id()).isEmpty());
        var name = nameField().map(f -> answer(f.id())).orElse("");
        boolean personal = nameField().filter(f -> f.type() == Field.Type.PERSON_NAME).isPresent();
        var kind = code ? Applicant.Kind.ORGANISATION : Applicant.Kind.PERSON;
        return new Applicant(
                draft.subject(),
                draft.follower(),
                kind,
                name,
                code && !personal ? name : masked(name));
    }

    /// 张*伟: the first and the last character stay; of two only the first.
    static String masked(String name) {
        var points = name.codePoints().toArray();
        if (points.length <= 1) {
            return "*";
        }
        var first = Character.toString(points[0]);
        return points.length == 2
                ? first + "*"
                : first
                        + "*".repeat(points.length - 2)
                        + Character.toString(points[points.length - 1]);
    }

    /// What is sent: the application, with the agent who brings it and what the office fetches itself, where there is either.
    public CaseCommand.Opening command(String no, List<IssuedResult> fetched) {
        var content = draft.content();
        var bringing = Bringings.input(content).bringing(Bringings.paper(content));
        var application = command(no);
        return bringing.way() == Bringing.Way.SELF && fetched.isEmpty()
                ? application
                : new IntakeCommand.Handed(application, bringing, List.of(), fetched);
    }

    /// The command, once its number is drawn; only what the situation lists goes with it.
    public CaseCommand.SubmitApplication command(String no) {
        var listed = new LinkedHashMap<String, String>();
        situation.fields().stream()
                .filter(f -> !answer(f.id()).isEmpty())
                .filter(f -> Answers.problem(f, answer(f.id()), today).isEmpty())
                .forEach(f -> listed.put(f.id(), answer(f.id())));
        var filed = materials().stream().flatMap(m -> filings(m.id()).stream()).toList();
        return new CaseCommand.SubmitApplication(
                no,
                definition.code().value(),
                situation.id(),
                "online",
                applicant(),
                listed,
                filed,
                today,
                "");
    }
}
