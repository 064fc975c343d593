package org.guiju.app.platform.web;

import java.util.Map;
import org.guiju.app.platform.i18n.Preferences;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.ObjectNode;

/// 接口差错: an API that refuses with a body of its own (which field, which line of a sheet) answers as all others do: what it says
/// stays where it was, and what every problem+json has stands beside it.
@ControllerAdvice
class ProblemBodies implements ResponseBodyAdvice<Object> {
    private static final int REFUSED = 400;
    private final ErrorAnswers answers;
    private final JsonMapper json;

    ProblemBodies(ErrorAnswers answers, JsonMapper json) {
        this.answers = answers;
        this.json = json;
    }

    @Override
    public boolean supports(
            MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body == null
                || !(request instanceof ServletServerHttpRequest asked)
                || !(response instanceof ServletServerHttpResponse given)
                || given.getServletResponse().getStatus() < REFUSED
                || !Incidents.path(asked.getServletRequest()).startsWith("/api/")
                || !(json.valueToTree(body) instanceof ContainerNode<?> own)) {
            return body;
        }
        // A bare list of what is wrong has no room for the rest: it gets a name.
        var said =
                own instanceof ObjectNode object
                        ? object
                        : json.createObjectNode().set("problems", own);
        var fault = Fault.of(given.getServletResponse().getStatus());
        var number = Incidents.record(asked.getServletRequest(), fault, null);
        var locale = Preferences.language(asked.getServletRequest()).locale();
        Map<String, Object> problem = answers.problem(fault, number, java.util.List.of(), locale);
        problem.forEach((name, value) -> {
            if (!said.has(name)) {
                said.set(name, json.valueToTree(value));
            }
        });
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return said;
    }
}
