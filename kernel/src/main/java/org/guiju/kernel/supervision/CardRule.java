package org.guiju.kernel.supervision;

import java.util.Set;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 监察规则: which clocks it watches and when it lights which card.
///
/// @param id stable, unique within its scheme, such as `HN-02`
/// @param basis where the rule comes from
public record CardRule(
        String id,
        Text name,
        Set<SupervisedObject> objects,
        Measure measure,
        Severity severity,
        Trigger trigger,
        Article basis) {
    public CardRule {
        objects = Set.copyOf(objects);
    }

    boolean watches(WatchedClock clock) {
        return objects.contains(clock.object()) && measure == clock.measure();
    }
}
