package org.guiju.app.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// 差错页: what filters and the server itself refuse before any controller is asked, with the same words as [ErrorAdvice].
@Controller
class ErrorPages implements ErrorController {

    private final ErrorAnswers answers;

    ErrorPages(ErrorAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("${server.error.path:/error}")
    @Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof Throwable cause) {
            return answers.answer(request, response, Fault.of(cause), cause);
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Whoever types /error into the address bar has found a page that does not exist.
        var fault = Fault.of(status instanceof Integer code ? code : HttpStatus.NOT_FOUND.value());
        return answers.answer(request, response, fault, null);
    }
}
