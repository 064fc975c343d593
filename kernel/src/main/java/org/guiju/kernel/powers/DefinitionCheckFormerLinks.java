package org.guiju.kernel.powers;

import static org.guiju.kernel.powers.DefinitionCheckCode.*;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.powers.DefinitionCheck.Findings;
import org.guiju.kernel.powers.FormerLink.Way;

/// 再造检查: what is said of the flow before its reengineering is whole: each changed link names one of the four ways and why (A61).
final class DefinitionCheckFormerLinks {
    private final List<FormerLink> links;
    private final Set<String> steps;
    private final Findings found;
    private final String at;

    DefinitionCheckFormerLinks(Situation situation, Findings found) {
        this.links = situation.formerLinks();
        this.steps = situation.steps().stream().map(Step::id).collect(Collectors.toSet());
        this.found = found;
        this.at = DefinitionCheck.at(situation);
    }

    void check() {
        var share =
                links.stream()
                        .filter(l -> l.now() != null)
                        .collect(
                                Collectors.groupingBy(
                                        l -> String.valueOf(l.now()), Collectors.counting()));
        for (int i = 0; i < links.size(); i++) {
            var link = links.get(i);
            var path = at + ".former-links[" + i + "]";
            goesOn(link, path);
            if (link.way() != null && link.reason() == null) {
                add(FORMER_LINK_WITHOUT_REASON, path, link);
            }
            long into = link.now() == null ? 0 : share.getOrDefault(link.now(), 0L);
            if (link.way() == Way.MERGE && into == 1) {
                add(MERGE_OF_ONE, path, link);
            } else if (link.kept() && into > 1) {
                add(CHANGED_WITHOUT_WAY, path, link);
            }
        }
    }

    private void goesOn(FormerLink link, String path) {
        if (link.way() == Way.CANCEL) {
            if (link.now() != null) {
                add(CANCELLED_LINK_GOES_ON, path, link);
            }
        } else if (link.now() == null) {
            add(FORMER_LINK_LOST, path, link);
        } else {
            found.reference(steps, link.now(), path + ".now", "now");
        }
    }

    private void add(DefinitionCheckCode code, String path, FormerLink link) {
        found.add(code, path, "found", link.name().zh());
    }
}
