package org.guiju.app.agenda.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.guiju.app.agenda.AgendaEntry;
import org.guiju.app.agenda.application.Agenda;
import org.guiju.app.agenda.application.Agenda.Scope;
import org.guiju.app.agenda.application.AgendaFeed;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.SentFields.Unreadable;
import org.guiju.formats.agenda.ICalendar;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/// 日程接口: what stands on the officer's own calendar, or on his organ's; and the subscribed file.
@RestController
class AgendaApi {
    private static final int LONGEST_SPAN = 366;
    private final Agenda agenda;
    private final AgendaFeed feed;

    AgendaApi(Agenda agenda, AgendaFeed feed) {
        this.agenda = agenda;
        this.feed = feed;
    }

    /// 日程.
    ///
    /// @param kind `hearing`, `visit`, `meeting` or `due`, the last day of a step that waits for the officer
    /// @param missed whether the day is over and it was not held
    /// @param clash whether somebody who has to be there, or its room, is taken at that hour
    record EntryBody(
            String kind,
            LocalDate day,
            @Nullable LocalTime hour,
            Text what,
            String no,
            String place,
            List<String> persons,
            String href,
            boolean missed,
            boolean clash) {}

    /// From one day to another, both included, a year at most; 422 for what is no span of days.
    ///
    /// @param scope `own` or `organ`
    @GetMapping("/api/v1/calendar")
    List<EntryBody> entries(
            CurrentUser user,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "own") String scope) {
        if (!user.officer()) {
            throw new AccessDeniedException("the calendar is for officers");
        }
        var first = day("from", from);
        var last = day("to", to);
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_SPAN))) {
            throw new Unreadable("to", "agenda.error.span");
        }
        var whose =
                Scope.ofCode(scope)
                        .orElseThrow(() -> new Unreadable("scope", "agenda.error.scope"));
        return agenda.of(user.person(), whose, first, last).stream().map(AgendaApi::body).toList();
    }

    private static EntryBody body(AgendaEntry e) {
        return new EntryBody(
                e.kind(),
                e.day(),
                e.hour(),
                e.what(),
                e.no(),
                e.place(),
                e.persons().stream().map(PersonId::value).toList(),
                e.href(),
                e.missed(),
                e.clash());
    }

    private static LocalDate day(String field, String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException _) {
            throw new Unreadable(field, "agenda.error.day");
        }
    }

    /// Without a sign-in: whoever has the address sees it, until it is taken back. An address that opens nothing is like one that never was.
    @GetMapping("/calendar/{feed:[A-Za-z0-9_-]{43}}.ics")
    @Nullable ResponseEntity<byte[]> subscribed(
            @PathVariable("feed") String token, WebRequest request) {
        var file =
                feed.read(token)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (request.checkNotModified("\"" + file.tag() + "\"")) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ICalendar.MEDIA_TYPE))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("Referrer-Policy", "no-referrer")
                .body(file.text().getBytes(StandardCharsets.UTF_8));
    }
}
