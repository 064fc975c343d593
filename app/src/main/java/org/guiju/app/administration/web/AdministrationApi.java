package org.guiju.app.administration.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guiju.app.administration.application.AdminInput;
import org.guiju.app.administration.application.AdministrationDesk;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.kernel.administration.AdminRole;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 三员管理接口: in the session of a browser that has shown a second factor. 403 to everybody who is none of the three, 409
/// with rule, article and remedy, 422 with the field that cannot be read.
@RestController
@RequestMapping("/api/v1/administration")
class AdministrationApi {
    private final AdministrationDesk desk;
    private final AdminInput input;
    private final MessageSource messages;

    AdministrationApi(AdministrationDesk desk, AdminInput input, MessageSource messages) {
        this.desk = desk;
        this.input = input;
        this.messages = messages;
    }

    @GetMapping
    Map<String, Object> now(CurrentUser user) {
        role(user);
        return plain();
    }

    @GetMapping("/records")
    List<AdministrationDesk.Line> records(CurrentUser user) {
        if (role(user) != AdminRole.AUDIT) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return desk.lines();
    }

    @PostMapping("/commands/{act}")
    Map<String, Object> act(
            CurrentUser user,
            @RequestHeader("Idempotency-Key") UUID key,
            @PathVariable String act,
            @RequestBody Map<String, String> fields) {
        role(user);
        var done = desk.act(user.person(), input.read(act, fields, key), key);
        if (!done.refusals().isEmpty()) {
            throw new RefusalException(done.refusals());
        }
        var answer = plain();
        if (!done.password().isEmpty()) {
            answer.put("firstPassword", done.password());
        }
        return answer;
    }

    /// The field, and what to fill in.
    @ExceptionHandler
    ResponseEntity<Object> unreadable(AdminInput.Unreadable e, Locale locale) {
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        Map.of(
                                "field",
                                e.field(),
                                "message",
                                Objects.requireNonNull(
                                        messages.getMessage(e.key(), null, locale))));
    }

    private AdminRole role(CurrentUser user) {
        return desk.of(user.person())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private Map<String, Object> plain() {
        var now = desk.state();
        var holders = new LinkedHashMap<String, String>();
        now.holders().forEach((person, role) -> holders.put(person.value(), role.code()));
        var data = new LinkedHashMap<String, Object>();
        data.put("holders", holders);
        data.put(
                "bound",
                now.bound().entrySet().stream()
                        .map(b ->
                                Map.of(
                                        "account", b.getKey(),
                                        "issuer", b.getValue().issuer(),
                                        "subject", b.getValue().subject()))
                        .toList());
        data.put(
                "open",
                now.open().values().stream()
                        .map(r -> {
                            var role = r.role();
                            return Map.of(
                                    "request", r.id().toString(),
                                    "what", r.kind().code(),
                                    "person", r.person().value(),
                                    "role", role == null ? "" : role.code(),
                                    "account", r.account(),
                                    "by", r.by().value());
                        })
                        .toList());
        return data;
    }
}
