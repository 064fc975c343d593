package org.guiju.app.archive.application;

import java.util.List;
import java.util.Set;
import org.guiju.app.cases.CaseFile;
import org.guiju.formats.dossier.Dossier.Profile;
import org.guiju.formats.dossier.Dossier.Traced;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.ledger.Disclosure;

/// 披露范围: whose fields of an entry go into a package.
final class Disclosing {
    /// What a clue tells may tell who gave it: that stays with the office.
    private static final Set<String> OF_CLUES = Set.of("answers", "file_names");

    private Disclosing() {}

    /// The office's file has all. A person's copy has his own, and what he himself said; never what others said or wrote.
    static List<String> subjects(CaseFile file, CaseFile.Trace trace, Profile profile) {
        var applicant = file.state().opening().applicant();
        // The handling of a case is a subject of its own (CaseForms).
        var handling = "case:" + file.id();
        if (profile == Profile.ARCHIVE) {
            return List.of(applicant.subject(), handling);
        }
        var said =
                switch (trace.event()) {
                    case CaseEvent.StatementRecorded e -> e.party();
                    case CaseEvent.HearingRequested e -> e.party();
                    case CaseEvent.HearingWaived e -> e.party();
                    default -> "";
                };
        return !said.isEmpty() && said.equals(applicant.name())
                ? List.of(applicant.subject(), handling)
                : List.of(applicant.subject());
    }

    static Traced within(Traced whole, CaseFile.Trace trace, Profile profile) {
        if (profile == Profile.ARCHIVE || !(trace.event() instanceof CaseEvent.ClueRegistered)) {
            return whole;
        }
        return new Traced(
                whole.stream(),
                whole.seq(),
                whole.entry(),
                whole.disclosures().stream()
                        .filter(d -> !OF_CLUES.contains(Disclosure.parse(d).name()))
                        .toList(),
                whole.proof());
    }
}
