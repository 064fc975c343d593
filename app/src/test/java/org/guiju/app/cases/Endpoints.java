package org.guiju.app.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.guiju.app.GuijuApplication;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address that the product itself answers, as the server knows them.
final class Endpoints {
    private static final Pattern EXPRESSION = Pattern.compile("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}");

    private Endpoints() {}

    /// @param pattern without the expressions behind the names of its variables
    record Endpoint(String method, String pattern) implements Comparable<Endpoint> {
        @Override
        public String toString() {
            return method + " " + pattern;
        }

        @Override
        public int compareTo(Endpoint other) {
            int by = pattern.compareTo(other.pattern);
            return by == 0 ? method.compareTo(other.method) : by;
        }
    }

    static List<Endpoint> of(RequestMappingHandlerMapping mapping) {
        var all = new TreeSet<Endpoint>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    var patterns = info.getPathPatternsCondition();
                    if (patterns == null || !isOurs(handler.getBeanType())) {
                        return;
                    }
                    var methods = info.getMethodsCondition().getMethods();
                    for (var pattern : patterns.getPatternValues()) {
                        var plain = EXPRESSION.matcher(pattern).replaceAll("{$1}");
                        if (methods.isEmpty()) {
                            all.add(new Endpoint("GET", plain));
                        }
                        methods.forEach(m -> all.add(new Endpoint(m.name(), plain)));
                    }
                });
        return new ArrayList<>(all);
    }

    /// Not the pages that tests bring with them.
    private static boolean isOurs(Class<?> type) {
        return place(type).equals(place(GuijuApplication.class));
    }

    private static String place(Class<?> type) {
        var source = type.getProtectionDomain().getCodeSource();
        return source == null ? "" : source.getLocation().toString();
    }
}
