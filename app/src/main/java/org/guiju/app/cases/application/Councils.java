package org.guiju.app.cases.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.Gradings;
import org.guiju.app.cases.HeldLicences;
import org.guiju.app.experts.Conclusions;
import org.guiju.app.meetings.MeetingFile;
import org.guiju.app.meetings.Resolutions;
import org.guiju.kernel.cases.Ballot;
import org.guiju.kernel.cases.Council;
import org.guiju.kernel.cases.Licensing;
import org.guiju.kernel.meetings.ItemState;
import org.guiju.kernel.meetings.MatterRef;
import org.guiju.kernel.meetings.MatterSort;
import org.guiju.kernel.meetings.Resolution;
import org.guiju.kernel.powers.LicenceTerms;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// 会议与专家评审事实: asks the meetings and the experts what they have on a case; each decision asks once.
@Component
class Councils {
    private final Resolutions resolutions;
    private final Conclusions conclusions;
    private final ObjectProvider<Gradings> gradings;
    private final ObjectProvider<HeldLicences> licences;
    private final CaseQuery cases;

    Councils(
            Resolutions resolutions,
            Conclusions conclusions,
            ObjectProvider<Gradings> gradings,
            ObjectProvider<HeldLicences> licences,
            CaseQuery cases) {
        this.resolutions = resolutions;
        this.conclusions = conclusions;
        this.gradings = gradings;
        this.licences = licences;
        this.cases = cases;
    }

    /// For one decision, on the day.
    Council now(LocalDate day) {
        return new Asked(day);
    }

    private final class Asked implements Council {
        private final LocalDate day;
        private final Map<String, List<Resolved>> resolved = new HashMap<>();
        private final Map<String, List<Pending>> awaited = new HashMap<>();
        private final Map<String, Optional<Reviewed>> reviewed = new HashMap<>();

        Asked(LocalDate day) {
            this.day = day;
        }

        @Override
        public Optional<Licensing.Held> licence(String number) {
            return licences.getObject().held(number, day);
        }

        @Override
        public Licensing.Places places(PowerDefinition power, String no) {
            var terms = power.licence();
            var issuing =
                    terms == null
                            ? List.<String>of()
                            : terms.deeds().stream()
                                    .filter(d -> d.act() == LicenceTerms.Act.ISSUE)
                                    .map(LicenceTerms.Deed::situation)
                                    .toList();
            var code = power.code().value();
            return new Licensing.Places(
                    licences.getObject().inForce(code, day),
                    cases.acceptedBefore(code, issuing, no));
        }

        @Override
        public List<Resolved> resolutions(String no) {
            return resolved.computeIfAbsent(no, Councils.this::resolved);
        }

        @Override
        public List<Pending> pending(String no) {
            return awaited.computeIfAbsent(no, Councils.this::awaited);
        }

        @Override
        public Optional<Reviewed> experts(String no) {
            return reviewed.computeIfAbsent(
                    no, n -> conclusions.of(n).map(c -> new Reviewed(c.review(), !c.blocks())));
        }

        @Override
        public Optional<Graded> graded(String no) {
            return gradings.getObject().of(no);
        }

        @Override
        public boolean everyPenaltyReviewed(OrganId organ, LocalDate day) {
            return resolutions.adopted(JOINT_REVIEW, organ, day);
        }
    }

    private static Stream<MatterRef> matters(String no) {
        return Stream.of(MatterSort.LICENCE_CASE, MatterSort.PENALTY_CASE)
                .flatMap(s -> MatterRef.of(s, no).stream());
    }

    private List<Council.Resolved> resolved(String no) {
        return matters(no)
                .flatMap(m -> resolutions.of(m).stream())
                .flatMap(r -> resolutions.file(r.meeting()).stream().map(f -> resolved(r, f)))
                .toList();
    }

    private static Council.Resolved resolved(Resolution r, MeetingFile file) {
        var votes = new LinkedHashMap<PersonId, Ballot>();
        file.state().items().stream()
                .filter(i -> r.id().equals(r.meeting() + "-" + i.item().no()))
                .map(ItemState::votes)
                .forEach(all ->
                        all.forEach((p, b) -> votes.put(p, Ballot.valueOf(b.vote().name()))));
        return new Council.Resolved(
                r.id(),
                r.kind(),
                r.body(),
                r.day(),
                file.state().notice().chair(),
                votes,
                r.carried(),
                r.amountFen(),
                r.proposal(),
                r.minutes());
    }

    /// Who speaks last; where no chief is a member, the one in the chair.
    private static PersonId chief(MeetingFile file) {
        var notice = file.state().notice();
        var chief = notice.chief();
        return chief == null ? notice.chair() : chief;
    }

    private List<Council.Pending> awaited(String no) {
        var found = new ArrayList<Council.Pending>();
        matters(no)
                .flatMap(m -> resolutions.pending(m).stream())
                .flatMap(id -> resolutions.file(id).stream())
                .forEach(f -> found.add(new Council.Pending(f.id(), chief(f))));
        return found;
    }
}
