package org.guiju.app.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// 无页面的网址: addresses that no controller answers. Everybody may learn that there is nothing there; a page that a later
/// hand adds and lists nowhere is closed until somebody opens it.
@Component
class UnansweredPaths implements RequestMatcher {

    private final ObjectProvider<RequestMappingHandlerMapping> pages;

    UnansweredPaths(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> pages) {
        this.pages = pages;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return pages.getObject().getHandlerMethods().keySet().stream()
                .noneMatch(page -> {
                    var condition = page.getPathPatternsCondition();
                    return condition != null
                            && condition.getPatterns().stream()
                                    .anyMatch(pattern -> pattern.matches(path));
                });
    }
}
