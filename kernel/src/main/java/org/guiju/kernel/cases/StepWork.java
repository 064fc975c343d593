package org.guiju.kernel.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.guiju.kernel.cases.CaseEvent.Side;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 环节工作: what has been done so far in one round of a step. The outcome follows from it; nobody presses "next".
public sealed interface StepWork {

    /// The outcome once everything the kind asks for is there.
    Optional<String> outcome();

    /// Steps that end by a single act: its outcome, once there.
    record Single(@Nullable String done) implements StepWork {
        static final Single NONE = new Single(null);

        @Override
        public Optional<String> outcome() {
            return Optional.ofNullable(done);
        }
    }

    /// 决定前公示期内的意见: what is planned stays up for its whole time, whoever objects (土地管理法 47: 至少三十日); then the
    /// objections are looked into, all at once.
    record Objected(boolean over) implements StepWork {
        @Override
        public Optional<String> outcome() {
            return over ? Optional.of("objection") : Optional.empty();
        }
    }

    /// 一次性告知: what was asked for.
    record Supplement(List<String> items, String reasons, boolean supplied) implements StepWork {
        public Supplement {
            items = List.copyOf(items);
        }

        @Override
        public Optional<String> outcome() {
            return supplied ? Optional.of("supplied") : Optional.empty();
        }
    }

    /// 审查: one opinion (form review) or two, blind to each other, and the settled differences.
    record Review(
            boolean paired,
            @Nullable PersonId a,
            @Nullable PersonId b,
            SequencedMap<Side, Opinion> opinions,
            SequencedMap<String, CaseEvent.DifferenceSettled> settled)
            implements StepWork {
        public Review {
            opinions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(opinions));
            settled = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settled));
        }

        static Review start(boolean paired) {
            return new Review(paired, null, null, new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        /// 审查意见.
        public record Opinion(
                PersonId by,
                @Nullable PersonId actingFor,
                Map<String, Verdict> verdicts,
                Map<String, Long> measured,
                String note) {}

        /// Both opinions are in: only now may either see the other's.
        public boolean bothIn() {
            return opinions.size() == (paired ? 2 : 1);
        }

        /// Standards on which the two differ, or on which one doubts; settled ones included.
        public Set<String> differences() {
            var found = new LinkedHashSet<String>();
            if (!bothIn()) {
                return found;
            }
            var a = opinions.firstEntry().getValue();
            var b = opinions.lastEntry().getValue();
            for (var standard : a.verdicts().keySet()) {
                var left = a.verdicts().get(standard);
                if (left != b.verdicts().get(standard) || left == Verdict.DOUBT) {
                    found.add(standard);
                }
            }
            return found;
        }

        /// What the review found on a standard, differences settled; empty before.
        public Optional<Verdict> finding(String standard) {
            var settlement = settled.get(standard);
            if (settlement != null) {
                return Optional.of(settlement.verdict());
            }
            if (!bothIn() || differences().contains(standard)) {
                return Optional.empty();
            }
            return Optional.ofNullable(opinions.firstEntry().getValue().verdicts().get(standard));
        }

        @Override
        public Optional<String> outcome() {
            return bothIn() && settled.keySet().containsAll(differences())
                    ? Optional.of("done")
                    : Optional.empty();
        }
    }

    /// 现场核查: recorded by one, signed by every inspector.
    record Inspection(CaseEvent.@Nullable InspectionRecorded recorded, Set<PersonId> signed)
            implements StepWork {
        public Inspection {
            signed = Collections.unmodifiableSet(new LinkedHashSet<>(signed));
        }

        @Override
        public Optional<String> outcome() {
            return recorded != null && signed.containsAll(recorded.inspectors())
                    ? Optional.of("done")
                    : Optional.empty();
        }
    }

    /// 现场实施: recorded by one, signed by every officer who was there.
    record Scene(OfficeEvent.@Nullable SceneRecorded recorded, Set<PersonId> signed)
            implements StepWork {
        public Scene {
            signed = Collections.unmodifiableSet(new LinkedHashSet<>(signed));
        }

        @Override
        public Optional<String> outcome() {
            return recorded != null && signed.containsAll(recorded.officers())
                    ? Optional.of("done")
                    : Optional.empty();
        }
    }

    /// 告知利害关系人, or the person about to be punished.
    ///
    /// @param answered whether what is said leads to a step of its own, as the defence against a penalty does
    record Notice(
            CaseEvent.@Nullable PartiesTold told,
            List<CaseEvent.StatementRecorded> statements,
            Set<String> waived,
            CaseEvent.@Nullable HearingRequested hearing,
            boolean over,
            boolean answered)
            implements StepWork {
        public Notice {
            statements = List.copyOf(statements);
            waived = Collections.unmodifiableSet(new LinkedHashSet<>(waived));
        }

        @Override
        public Optional<String> outcome() {
            if (hearing != null) {
                return Optional.of("hearing");
            }
            boolean nobodyLeft = told != null && waived.containsAll(told.parties());
            if (!over && !nobodyLeft) {
                return Optional.empty();
            }
            return Optional.of(answered && !statements.isEmpty() ? "stated" : "over");
        }
    }

    /// 调查取证: evidence piece by piece, then the report, signed by every investigator.
    record Investigation(
            List<PenaltyEvent.EvidenceTaken> evidence,
            PenaltyEvent.@Nullable InvestigationConcluded report,
            Set<PersonId> signed,
            Set<PersonId> due)
            implements StepWork {
        public Investigation {
            evidence = List.copyOf(evidence);
            signed = Collections.unmodifiableSet(new LinkedHashSet<>(signed));
            due = Collections.unmodifiableSet(new LinkedHashSet<>(due));
        }

        @Override
        public Optional<String> outcome() {
            if (report == null || !signed.containsAll(due)) {
                return Optional.empty();
            }
            return Optional.of(report.sanction() == null ? "no-penalty" : "punish");
        }
    }

    /// 收缴、催告、强制执行: all three end when everything is paid, each in another way when it is not.
    ///
    /// @param ended how the court's enforcement ended
    /// @param over whether the period has run out
    record Dues(
            StepKind kind,
            boolean settled,
            PenaltyEvent.@Nullable Demanded demanded,
            PenaltyEvent.@Nullable EnforcementEnded ended,
            boolean over)
            implements StepWork {
        @Override
        public Optional<String> outcome() {
            return switch (kind) {
                case COLLECTION -> answer("paid", over ? "unpaid" : null);
                case DEMAND -> answer("complied", over ? "defied" : null);
                default -> answer("enforced", ended == null ? null : "enforced");
            };
        }

        private Optional<String> answer(String paid, @Nullable String otherwise) {
            return settled ? Optional.of(paid) : Optional.ofNullable(otherwise);
        }
    }

    /// 听证.
    record HearingRound(
            CaseEvent.@Nullable HearingScheduled scheduled, CaseEvent.@Nullable HearingHeld held)
            implements StepWork {
        @Override
        public Optional<String> outcome() {
            return held == null ? Optional.empty() : Optional.of("held");
        }
    }

    /// 会议: recorded by the secretary, signed by the chair.
    ///
    /// @param objection whether the meeting answers an objection, so that its outcome upholds or corrects
    /// @param resolution id of the resolution that was taken in; empty where the case held a meeting of its own
    record Meeting(
            boolean objection,
            @Nullable Minutes minutes,
            @Nullable PersonId signedBy,
            String resolution)
            implements StepWork {
        static Meeting start(boolean objection) {
            return new Meeting(objection, null, null, "");
        }

        Meeting recorded(Minutes held) {
            return new Meeting(objection, held, null, "");
        }

        Meeting signed(CaseEvent.MinutesSigned e) {
            return new Meeting(objection, minutes, e.by(), e.resolution());
        }

        @Override
        public Optional<String> outcome() {
            if (minutes == null || signedBy == null) {
                return Optional.empty();
            }
            if (!objection) {
                return Optional.of("resolved");
            }
            return Optional.of(minutes.agreed() ? "upheld" : "corrected");
        }
    }
}
