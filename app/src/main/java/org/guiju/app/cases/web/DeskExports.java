package org.guiju.app.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 列表导出: exactly the rows of the list in the address, in words; who took it out and when stands on a sheet of its own.
@Controller
class DeskExports {
    private static final List<String> COLUMNS =
            List.of("no", "matter", "situation", "applicant", "step", "due", "status", "received");
    private final DeskQueue queue;
    private final DeskLists lists;
    private final DeskWords words;
    private final PageFrame frame;
    private final OfficialClock clock;

    DeskExports(
            DeskQueue queue,
            DeskLists lists,
            DeskWords words,
            PageFrame frame,
            OfficialClock clock) {
        this.queue = queue;
        this.lists = lists;
        this.words = words;
        this.frame = frame;
        this.clock = clock;
    }

    @GetMapping("/desk/cases.csv")
    void csv(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String power,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        Download.csv(response, "cases", export(state, power, q));
    }

    @GetMapping("/desk/cases.xlsx")
    void xlsx(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String power,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        Download.xlsx(response, "cases", export(state, power, q));
    }

    private Export export(String state, String power, String q) {
        var user = DeskAccess.officer();
        var asked = queue.asked(user, state, power, q);
        var reader = lists.reader();
        Stream<List<Cell>> rows = queue.all(asked).map(reader::row).map(this::cells);
        var shown = asked.state().isEmpty() ? "all" : asked.state();
        var note =
                new Export.Note(
                        words.say("export.note"),
                        List.of(
                                line("export.state", words.say("cases.state." + shown)),
                                line("cases.power", asked.power()),
                                line("cases.text", asked.text()),
                                line("export.at", frame.moment(clock.now())),
                                line("export.by", user.displayName())));
        var columns =
                COLUMNS.stream()
                        .map(c -> words.say(c.equals("situation") ? "export.situation" : head(c)))
                        .toList();
        return new Export(words.say("cases.title"), columns, rows, note);
    }

    private static String head(String column) {
        return column.equals("received") ? "export.received" : "desk.col." + column;
    }

    private Export.Note.Line line(String label, String value) {
        return new Export.Note.Line(
                words.say(label), value.isEmpty() ? words.say("export.any") : value);
    }

    private List<Cell> cells(DeskTask task) {
        return List.of(
                Cell.of(task.no()),
                Cell.of(words.text(task.matter())),
                Cell.of(words.text(task.situation())),
                Cell.of(task.applicant()),
                Cell.of(task.step()),
                Cell.of(task.due()),
                Cell.of(words.say("status." + task.tag().code())),
                Cell.of(task.receivedOn()));
    }
}
