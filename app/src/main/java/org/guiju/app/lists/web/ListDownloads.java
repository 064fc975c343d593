package org.guiju.app.lists.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guiju.app.lists.Lists;
import org.guiju.app.lists.Lists.Head;
import org.guiju.app.lists.application.ListShelf;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.formats.lists.ListFile;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.formats.tables.TableWriter;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/// 清单开放数据: published lists as CSV, XLSX and JSON, with ids that are stable and the history of the versions.
@Controller
class ListDownloads {
    private final Lists lists;
    private final ListShelf shelf;
    private final OfficialClock clock;
    private final MessageSource messages;
    private final JsonMapper json;

    ListDownloads(
            Lists lists,
            ListShelf shelf,
            OfficialClock clock,
            MessageSource messages,
            JsonMapper json) {
        this.lists = lists;
        this.shelf = shelf;
        this.clock = clock;
        this.messages = messages;
        this.json = json;
    }

    @GetMapping("/lists.json")
    void all(HttpServletResponse response) throws IOException {
        var today = clock.today();
        var kinds =
                lists.kinds().stream()
                        .map(k ->
                                Map.of(
                                        "code",
                                        k.code(),
                                        "name",
                                        k.name().zh(),
                                        "columns",
                                        columns(k)))
                        .toList();
        write(
                response,
                Map.of(
                        "kinds",
                        kinds,
                        "lists",
                        lists.inForce(today).stream().map(this::plain).toList()));
    }

    @GetMapping("/lists.csv")
    void allCsv(Locale locale, HttpServletResponse response) throws IOException {
        var columns =
                List.of("organ", "kind", "number", "effective", "rows", "resolution", "digest")
                        .stream()
                        .map(c -> messages.getMessage("lists.col." + c, null, locale))
                        .toList();
        var rows = lists.inForce(clock.today()).stream().map(h -> cells(h, locale));
        Download.csv(
                response,
                "lists",
                new Export("lists", columns, rows, new Export.Note("-", List.of())));
    }

    private List<Cell> cells(Head head, Locale locale) {
        return List.of(
                Cell.of(say(shelf.organ(head.organ()), locale)),
                Cell.of(lists.kind(head.kind()).map(k -> say(k.name(), locale)).orElse("")),
                Cell.of(head.number()),
                Cell.of(head.effective()),
                Cell.of(head.rows()),
                Cell.of(head.source().resolution()),
                Cell.of(head.digest()));
    }

    /// Without a version the one in force; else that version.
    @GetMapping({
        "/lists/{organ}/{kind}.csv",
        "/lists/{organ}/{kind}.xlsx",
        "/lists/{organ}/{kind}.json"
    })
    void one(
            @PathVariable String organ,
            @PathVariable String kind,
            @RequestParam Map<String, String> asked,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var path = request.getRequestURI();
        var form = path.substring(path.lastIndexOf('.') + 1);
        var versions = lists.versions(new OrganId(organ), kind);
        int wanted = Query.number(asked, "version", 0);
        var head =
                versions.stream()
                        .filter(h ->
                                wanted == 0
                                        ? !h.effective().isAfter(clock.today())
                                        : h.number() == wanted)
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var of = lists.kind(kind).orElseThrow();
        var file = new ListFile(of, locale);
        var rows = shelf.rows(head);
        var name = organ + "-" + kind + "-" + head.number();
        switch (form) {
            case "csv" -> {
                Download.head(response, "text/csv;charset=UTF-8", name + ".csv");
                file.csv(response.getOutputStream(), rows);
            }
            case "xlsx" -> {
                Download.head(
                        response,
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        name + ".xlsx");
                TableWriter.xlsx(response.getOutputStream(), file.export(rows, note(head, locale)));
            }
            default -> {
                var facts = plain(head);
                facts.put("columns", columns(of));
                facts.put("history", versions.stream().map(this::plain).toList());
                response.setContentType("application/json");
                response.getOutputStream().write(file.json(rows, facts));
            }
        }
    }

    private Export.Note note(Head head, Locale locale) {
        return new Export.Note(
                messages.getMessage("lists.note", null, locale),
                List.of(
                        line("organ", say(shelf.organ(head.organ()), locale), locale),
                        line("number", String.valueOf(head.number()), locale),
                        line("effective", head.effective().toString(), locale),
                        line("resolution", head.source().resolution(), locale),
                        line("digest", head.digest(), locale)));
    }

    private Export.Note.Line line(String name, String value, Locale locale) {
        return new Export.Note.Line(messages.getMessage("lists.col." + name, null, locale), value);
    }

    private LinkedHashMap<String, Object> plain(Head head) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("organ", head.organ().value());
        plain.put("organName", shelf.organ(head.organ()).zh());
        plain.put("list", head.kind());
        plain.put("version", head.number());
        plain.put("effective", head.effective().toString());
        plain.put("published", head.publishedAt().toString());
        plain.put("digest", head.digest());
        plain.put("count", head.rows());
        plain.put("campaign", head.source().campaign());
        plain.put("resolution", head.source().resolution());
        plain.put("decided", head.source().decidedOn().toString());
        return plain;
    }

    private static List<Map<String, Object>> columns(ListKind kind) {
        return kind.columns().stream()
                .map(c ->
                        Map.<String, Object>of(
                                "code",
                                c.code(),
                                "name",
                                c.name().zh(),
                                "required",
                                c.required(),
                                "choices",
                                c.choices()))
                .toList();
    }

    private void write(HttpServletResponse response, Object plain) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(json.writeValueAsBytes(plain));
    }

    private static String say(Text text, Locale locale) {
        var en = text.en();
        return locale.getLanguage().equals("en") && en != null ? en : text.zh();
    }
}
