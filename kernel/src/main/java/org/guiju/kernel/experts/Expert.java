package org.guiju.kernel.experts;

import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;

/// 入库专家.
///
/// @param number 专家编号, under which he stands on lists before his name may be known
/// @param person his account's person
/// @param fields 专业领域
/// @param outsideSystem 系统外
/// @param outsideRegion 区域外
/// @param qualification 资格记录: certificate, title or years of practice, as checked
/// @param terms whether he has confirmed rights and duties
/// @param exit why he left; empty while he is in the pool
public record Expert(
        String number,
        String name,
        PersonId person,
        Set<String> fields,
        boolean outsideSystem,
        boolean outsideRegion,
        String qualification,
        boolean terms,
        Optional<String> exit) {
    public Expert {
        fields = Set.copyOf(fields);
    }

    /// Whether he may be drawn.
    public boolean active() {
        return exit.isEmpty();
    }

    Expert confirmed() {
        return new Expert(
                number,
                name,
                person,
                fields,
                outsideSystem,
                outsideRegion,
                qualification,
                true,
                exit);
    }

    Expert left(String reason) {
        return new Expert(
                number,
                name,
                person,
                fields,
                outsideSystem,
                outsideRegion,
                qualification,
                terms,
                Optional.of(reason));
    }
}
