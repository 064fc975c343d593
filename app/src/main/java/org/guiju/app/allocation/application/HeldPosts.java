package org.guiju.app.allocation.application;

import java.util.List;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.platform.security.PostTitles;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.springframework.stereotype.Component;

/// 现任职务: what the head of the desk shows beside a name.
@Component
class HeldPosts implements PostTitles {

    private final Allocation allocation;

    HeldPosts(Allocation allocation) {
        this.allocation = allocation;
    }

    @Override
    public List<Text> of(PersonId person) {
        return allocation.officer(person).map(Officer::post).map(List::of).orElse(List.of());
    }
}
