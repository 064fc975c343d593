package org.guiju.app.platform.web;

import java.util.Locale;
import org.guiju.app.platform.web.SentFields.Unreadable;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// 填写有误, by the API: 422 with the field and what to do. Pages catch it themselves and give the form back.
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableFields {
    private final MessageSource messages;

    UnreadableFields(MessageSource messages) {
        this.messages = messages;
    }

    /// 填写有误: which field, and what to do.
    record Fault(int status, String code, String field, String title) {}

    @ExceptionHandler(Unreadable.class)
    ResponseEntity<Fault> unreadable(Unreadable fault, Locale locale) {
        int status = HttpStatus.UNPROCESSABLE_CONTENT.value();
        return ResponseEntity.status(status)
                // Said, so that it does not depend on what the asker would accept.
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        new Fault(
                                status,
                                "FIELD_UNREADABLE",
                                fault.field(),
                                messages.getMessage(fault.key(), null, locale)));
    }
}
