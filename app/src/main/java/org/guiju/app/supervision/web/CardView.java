package org.guiju.app.supervision.web;

import java.time.Instant;
import org.guiju.app.supervision.FindingRow;

/// 牌的一行: a card as a page, a file or a program reads it.
///
/// @param post the post in whose hands the case lay, with its organ
/// @param officer who held it, by name
record CardView(
        FindingRow row,
        String href,
        String colour,
        String look,
        String icon,
        String rule,
        String matter,
        String organ,
        String step,
        String post,
        String officer,
        String handler,
        String state,
        Instant first) {

    static CardView of(FindingRow row, SupervisionWords words) {
        return new CardView(
                row,
                "/supervision/cards/" + row.id(),
                words.say("supervision.colour." + row.severity().code()),
                SupervisionWords.look(row.severity()),
                SupervisionWords.icon(row.severity()),
                words.rule(row),
                words.matter(row.power(), row.powerVersion()),
                words.organ(row.organ()),
                words.step(
                        row.power(),
                        row.powerVersion(),
                        row.step().isEmpty() ? row.atStep() : row.step()),
                words.role(row.role()),
                words.officers(row),
                words.person(row.handler()),
                words.say("supervision.state." + row.state().code()),
                row.first());
    }
}
