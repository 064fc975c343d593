package org.guiju.app.lists.web;

import java.util.List;
import java.util.Optional;
import org.guiju.app.lists.application.ListDesk;
import org.guiju.kernel.lists.ListCourse;
import org.guiju.kernel.lists.ListDraft;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;

/// What is shown or hidden on a page; the kernel decides again when something is done.
final class ListsRights {
    private ListsRights() {}

    static boolean mayWrite(
            ListDesk desk, PersonId person, OrganId organ, String kind, Optional<ListDraft> draft) {
        return ListCourse.write(kind, desk.isClerk(person, organ), draft).isEmpty();
    }

    static List<Refusal> write(ListDesk desk, PersonId person, OrganId organ, String kind) {
        return ListCourse.write(kind, desk.isClerk(person, organ), desk.draft(organ, kind));
    }
}
