package org.guiju.app.lists.application;

import java.util.List;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.lists.store.KindProjection;
import org.guiju.kernel.lists.ListKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 清单种类管理: an administrator adds a kind of list; from then on it has its register, its examination and its publication (A67).
@Service
public class ListKindsDesk {
    /// 清单种类管理员.
    public static final String ADMINISTRATOR = "list-administrator";

    private final EventStore events;
    private final KindProjection projection;

    ListKindsDesk(EventStore events, KindProjection projection) {
        this.events = events;
        this.projection = projection;
    }

    /// Adds the kind.
    ///
    /// @return whether it is there now as asked for; false when the code is another kind's
    @Transactional
    public boolean add(ListKind kind, Stamp stamp) {
        var there =
                projection.kinds().stream().filter(k -> k.code().equals(kind.code())).findFirst();
        if (there.isPresent()) {
            return there.get().equals(kind);
        }
        var stream = KindProjection.stream(kind.code());
        events.append(stream, 0, List.of(KindProjection.added(kind)), stamp);
        projection.project(events.read(stream));
        return true;
    }
}
