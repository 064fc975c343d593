package org.guiju.app.cases.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseRow;
import org.guiju.kernel.cases.Answers;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.IssuedResult;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.Material;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.OrganId;
import org.springframework.stereotype.Component;

/// 以往办件: what the applicant has told this organ before is offered and not asked again; what this organ issued to him and still
/// stands is fetched and not asked for.
@Component
public class EarlierCases {
    private static final int MOST = 50;
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final CasePapers papers;

    EarlierCases(CaseQuery cases, CaseDesk desk, CasePapers papers) {
        this.cases = cases;
        this.desk = desk;
        this.papers = papers;
    }

    /// 以往填写的内容: an answer, and the case in which it was given.
    public record Told(Field field, String answer, String no) {}

    /// 免于提交的结果.
    ///
    /// @param paper id of the document, by which anybody can verify it
    public record Fetched(Material material, IssuedResult result, UUID paper) {}

    /// Cases of an account at the organ, the newest first; none for nobody.
    public List<CaseFile> of(String account, OrganId organ) {
        return account.isEmpty()
                ? List.of()
                : cases.ofAccount(account).stream()
                        .filter(r -> r.organ().equals(organ.value()))
                        .limit(MOST)
                        .map(CaseRow::caseId)
                        .flatMap(id -> desk.file(id).stream())
                        .toList();
    }

    /// What of a form was told before, as it would still be taken today; declarations are made anew each time.
    public Map<String, Told> told(List<CaseFile> earlier, Situation situation) {
        var told = new LinkedHashMap<String, Told>();
        for (var file : earlier) {
            for (var field : situation.fields()) {
                var answer = file.state().answers().getOrDefault(field.id(), "");
                boolean same =
                        file.situation()
                                .field(field.id())
                                .filter(f -> f.type() == field.type())
                                .isPresent();
                if (same
                        && field.type() != Field.Type.CONFIRM
                        && !answer.isEmpty()
                        && Answers.problem(field, answer, file.today()).isEmpty()) {
                    told.putIfAbsent(
                            field.id(), new Told(field, answer, file.state().opening().no()));
                }
            }
        }
        return told;
    }

    /// Results that stand: granted, served or on the way, not revoked, not set aside; by the name that the material has.
    public List<Fetched> fetched(List<CaseFile> earlier, Situation situation) {
        var fetched = new ArrayList<Fetched>();
        for (var material : situation.materials()) {
            if (material.source() == Material.Source.SHARED_REGISTER) {
                earlier.stream()
                        .filter(f -> stands(f) && issues(f, material))
                        .findFirst()
                        .ifPresent(f -> paper(f, material, fetched));
            }
        }
        return fetched;
    }

    private void paper(CaseFile file, Material material, List<Fetched> fetched) {
        papers.latest(file.id(), "case.decided")
                .ifPresent(p ->
                        fetched.add(
                                new Fetched(
                                        material,
                                        new IssuedResult(
                                                material.id(),
                                                p.number(),
                                                file.state().opening().no(),
                                                file.state().opening().organ().value()),
                                        p.id())));
    }

    private static boolean stands(CaseFile file) {
        var state = file.state();
        return state.decided() instanceof CaseEvent.Decided d
                && d.granted()
                && state.course().revoked().isEmpty();
    }

    private static boolean issues(CaseFile file, Material material) {
        var names = Set.of(plain(material.name().zh()));
        return file.situation().results().stream()
                .map(EarlierCases::plain)
                .anyMatch(names::contains);
    }

    private static String plain(String name) {
        return name.replaceAll("[《》\\s]", "");
    }
}
