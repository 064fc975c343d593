package org.guiju.app.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/// 差错处理: what a controller throws becomes an answer here; nothing thrown reaches a reader.
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorAdvice {

    private final ErrorAnswers answers;

    ErrorAdvice(ErrorAnswers answers) {
        this.answers = answers;
    }

    /// Whether somebody must sign in or may not go on is for the security filter to answer.
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException thrown) {
        throw thrown;
    }

    @ExceptionHandler(Throwable.class)
    @Nullable ModelAndView answer(
            Throwable thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()
                || DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            // Half an answer is on its way, or nobody is left to read one.
            Incidents.record(request, Fault.of(thrown), thrown);
            return null;
        }
        return answers.answer(request, response, Fault.of(thrown), thrown);
    }
}
