package org.guiju.app.matters.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.matters.MatterFile;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.matters.MatterAct;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 终身责任追究记录: everybody who had a hand in the decision, the members of the meeting with their votes.
@Component
class MatterRecords {
    private final Allocation allocation;

    MatterRecords(Allocation allocation) {
        this.allocation = allocation;
    }

    /// One who is responsible.
    ///
    /// @param part code of the act, or `vote`
    /// @param position what he said yes or no to; the vote of a member
    record Responsible(String part, PersonId person, String name, String position, LocalDate on) {}

    List<Responsible> of(MatterFile file) {
        var found = new ArrayList<Responsible>();
        for (var e : file.state().course()) {
            switch (e.act()) {
                case COMMENT, ANSWER, RULE, OPINION, REPLY, INSPECT -> {
                    // These prepare or watch; nobody decides by them.
                }
                case DECIDE -> {
                    for (var vote : e.fact("votes").split(",")) {
                        int at = vote.indexOf('=');
                        if (at > 0) {
                            var who = new PersonId(vote.substring(0, at));
                            found.add(
                                    new Responsible(
                                            "vote",
                                            who,
                                            allocation.nameOf(who),
                                            vote.substring(at + 1),
                                            e.on()));
                        }
                    }
                }
                default ->
                        found.add(
                                new Responsible(
                                        e.act().code(),
                                        e.by(),
                                        allocation.nameOf(e.by()),
                                        e.fact("approved"),
                                        e.on()));
            }
        }
        return List.copyOf(found);
    }

    Export export(MatterFile file) {
        var resolution =
                file.state().done(MatterAct.DECIDE).map(e -> e.fact("resolution")).orElse("");
        return new Export(
                file.id(),
                List.of("matter", "part", "person", "name", "position", "day", "resolution"),
                of(file).stream()
                        .map(r ->
                                List.of(
                                        Cell.of(file.id()),
                                        Cell.of(r.part()),
                                        Cell.of(r.person().value()),
                                        Cell.of(r.name()),
                                        Cell.of(r.position()),
                                        Cell.of(r.on()),
                                        Cell.of(resolution))),
                null);
    }

    static Export list(List<MatterFile> files) {
        return new Export(
                "matters",
                List.of("matter", "class", "tier", "route", "fen", "title", "filed", "stage"),
                files.stream()
                        .map(f -> {
                            var filed = f.state().filed();
                            return List.of(
                                    Cell.of(f.id()),
                                    Cell.of(filed.fact("class")),
                                    Cell.of(filed.fact("tier")),
                                    Cell.of(filed.fact("route")),
                                    Cell.of(f.state().fen()),
                                    Cell.of(filed.fact("title")),
                                    Cell.of(filed.on()),
                                    Cell.of(f.state().stage()));
                        }),
                null);
    }
}
