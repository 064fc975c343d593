package org.guiju.kernel.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.shared.PersonId;

/// 会签: what one asks others to sign before the step goes on.
///
/// @param signatories in the order in which they were named
/// @param given what was signed so far, in the order of signing
public record Countersigning(
        String step,
        Mode mode,
        PersonId asker,
        String question,
        List<PersonId> signatories,
        List<VerbEvent.Countersigned> given) {
    /// 会签方式.
    public enum Mode {
        /// 会签: everybody named.
        ALL("all"),
        /// 或签: any one of those named.
        ANY("any"),
        /// 顺签: everybody, one after the other.
        ORDER("order");

        private final String code;

        Mode(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Mode> ofCode(String code) {
            return List.of(values()).stream().filter(m -> m.code.equals(code)).findFirst();
        }
    }

    public Countersigning {
        signatories = List.copyOf(signatories);
        given = List.copyOf(given);
    }

    static Countersigning of(VerbEvent.CountersignAsked e) {
        return new Countersigning(
                e.step(), e.mode(), e.by(), e.question(), e.signatories(), List.of());
    }

    /// Whether the step may go on.
    public boolean complete() {
        return mode == Mode.ANY ? !given.isEmpty() : owing().isEmpty();
    }

    /// 未签: those named who have not signed, in the order of naming.
    public List<PersonId> owing() {
        return signatories.stream().filter(p -> !signed(p)).toList();
    }

    /// 轮到: those who may sign now.
    public List<PersonId> due() {
        if (complete()) {
            return List.of();
        }
        var owing = owing();
        return mode == Mode.ORDER ? owing.subList(0, Math.min(1, owing.size())) : owing;
    }

    /// Whether the person, or a deputy for him, has signed.
    public boolean signed(PersonId person) {
        return given.stream()
                .anyMatch(g -> person.equals(g.actingFor() == null ? g.by() : g.actingFor()));
    }

    Countersigning with(VerbEvent.Countersigned e) {
        var more = new ArrayList<>(given);
        more.add(e);
        return new Countersigning(step, mode, asker, question, signatories, more);
    }

    Countersigning plus(PersonId person) {
        var more = new ArrayList<>(signatories);
        more.add(person);
        return new Countersigning(step, mode, asker, question, more, given);
    }

    Countersigning minus(PersonId person) {
        var fewer = new ArrayList<>(signatories);
        fewer.remove(person);
        return new Countersigning(step, mode, asker, question, fewer, given);
    }
}
