package org.guiju.app.editor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 草稿查询: texts that clerks work on. A draft is no official act; it drives no case and stands on no list.
public interface Drafts {

    /// 草稿的一个状态.
    ///
    /// @param n counts the states of all drafts of the power, from 1
    /// @param section what was changed; empty where the whole was
    record State(
            String code,
            int n,
            Kind kind,
            OrganId organ,
            String section,
            PersonId by,
            Instant at,
            String text) {}

    /// 变化.
    enum Kind {
        OPENED,
        SAVED,
        SUBMITTED,
        CLOSED
    }

    /// The draft of the power as it stands; empty where none is open.
    Optional<State> open(String code);

    /// Every draft that is open, by code.
    List<State> open();

    /// The state by its number.
    Optional<State> state(String code, int n);

    /// What happened to the draft that is open, newest first, without the texts.
    List<State> history(String code);
}
