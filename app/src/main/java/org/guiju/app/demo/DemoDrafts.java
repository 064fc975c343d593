package org.guiju.app.demo;

import java.time.Instant;
import org.guiju.app.editor.Drafts;
import org.guiju.app.editor.application.Beginnings;
import org.guiju.app.editor.application.DraftRoom;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.definition.DraftNode;
import org.guiju.formats.definition.DraftNode.Word;
import org.guiju.formats.definition.DraftPath;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// 示例草稿: an institution in the making, begun from the licence and not yet fit to be submitted, so that the editor shows what is still wrong.
@Component
@ConditionalOnProperty("guiju.demo")
@Order(27)
class DemoDrafts implements ApplicationRunner {
    private static final String CODE = "330899-WL-XK-0019";
    private static final OrganId CULTURE = new OrganId("qinglan-culture");
    private static final PersonId CLERK = new PersonId("p-zhengwenbo");
    private final Drafts drafts;
    private final DraftRoom room;
    private final Beginnings beginnings;
    private final OfficialClock clock;

    DemoDrafts(Drafts drafts, DraftRoom room, Beginnings beginnings, OfficialClock clock) {
        this.drafts = drafts;
        this.room = room;
        this.beginnings = beginnings;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (drafts.open(CODE).isPresent()) {
            return;
        }
        var now = clock.now();
        room.open(CODE, CULTURE, beginnings.text(CODE, CULTURE, "wangba-licence"), CLERK, now);
        put("in-force", new Word(clock.today().plusMonths(2).toString()), now);
        put("matter", new Word("娱乐场所设立"), now);
        // What a draft is for: the limit was promised above the statute, and the fee not yet
        // decided on.
        put("situations[0].limits.promise.n", new Word("30"), now);
        put("fees", new Word(""), now);
    }

    private void put(String place, DraftNode value, Instant at) {
        int seen = drafts.open(CODE).orElseThrow().n();
        room.put(CODE, seen, DraftPath.of(place), value, CLERK, at);
    }
}
