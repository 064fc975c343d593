package org.guiju.app.platform.web;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.CommandGate;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// Pages that fail in every way the error answers know.
@RestController
@TestComponent
class FailingPages {

    enum Code {
        RECEIPT_FIRST,
        MATERIALS_COMPLETE
    }

    record Body(int days) {}

    @GetMapping({"/fail/refused", "/api/v1/fail/refused"})
    String refused() {
        var basis = new Article("行政许可法", "第三十二条");
        throw new RefusalException(
                new Outcome.Refused<>(
                        List.of(
                                new Refusal(Code.RECEIPT_FIRST, basis, Map.of("step", "受理")),
                                Refusal.of(Code.MATERIALS_COMPLETE, basis))));
    }

    @GetMapping({"/fail/bug", "/api/v1/fail/bug"})
    String bug() {
        throw new IllegalStateException("secret-inner-word");
    }

    @GetMapping("/fail/rollback")
    String rollback() {
        throw new TransactionSystemException("JDBC rollback failed: secret-inner-word");
    }

    @GetMapping("/fail/disk")
    String disk() {
        throw new UncheckedIOException(
                new FileSystemException("secret-inner-word", null, "No space left on device"));
    }

    @GetMapping("/api/v1/fail/sheet")
    ResponseEntity<Map<String, Object>> sheet() {
        return ResponseEntity.unprocessableContent()
                .body(Map.of("faults", List.of("line 7"), "title", "own words"));
    }

    @GetMapping("/api/v1/fail/lines")
    ResponseEntity<List<String>> lines() {
        return ResponseEntity.unprocessableContent().body(List.of("line 7", "line 9"));
    }

    @GetMapping("/api/v1/fail/twice")
    String twice() {
        throw new CommandGate.AnotherBody(new UUID(7, 7));
    }

    @GetMapping("/api/v1/fail/day")
    String day() {
        throw new SentFields.Unreadable("from", "clearing.error.day");
    }

    @GetMapping({"/fail/person", "/api/v1/fail/person"})
    String person(@RequestParam String id) {
        return new PersonId(id).value();
    }

    @GetMapping("/fail/database")
    String database() {
        throw new IllegalStateException(new DataAccessResourceFailureException("no connection"));
    }

    @GetMapping("/fail/busy")
    String busy() {
        throw new TooManyRequestsException(Duration.ofSeconds(90));
    }

    @GetMapping("/fail/gone")
    String gone() {
        throw new ResponseStatusException(HttpStatus.GONE);
    }

    @GetMapping("/fail/page")
    String page(@RequestParam int page) {
        return "page " + page;
    }

    @GetMapping("/fail/echo")
    String echo(@RequestParam String q) {
        return q;
    }

    @GetMapping("/fail/id/{id}")
    String id(@PathVariable UUID id) {
        return id.toString();
    }

    @PostMapping("/fail/body")
    String body(@RequestBody Body body) {
        return "days " + body.days();
    }

    record Named(String name) {}

    @PostMapping("/fail/named")
    String named(@RequestBody Named named) {
        return named.name();
    }

    @PostMapping("/fail/text")
    String text(@RequestBody String text) {
        return "length " + text.length();
    }

    @PostMapping("/fail/form")
    String form(@RequestParam String q) {
        return "length " + q.length();
    }

    @PostMapping("/fail/upload")
    String upload(@RequestParam MultipartFile file) {
        return "size " + file.getSize();
    }

    /// A page whose template fails half-way.
    @Controller
    @TestComponent
    static class HalfPage {

        @GetMapping("/fail/template")
        String template() {
            return "sample/half";
        }

        @GetMapping("/fail/download")
        @ResponseBody
        String download(jakarta.servlet.http.HttpServletResponse response) {
            response.setHeader("Content-Disposition", "attachment; filename=list.xlsx");
            response.setContentType("application/vnd.ms-excel");
            throw new IllegalStateException("too late");
        }
    }
}
