package org.guiju.tools.fuzz;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// 目标: one thing that the server offers to do, as its own description or its own page says.
///
/// @param path with variables in braces; a form's has none
/// @param query names of parameters of the address, each with a harmless value
/// @param type of the body; empty when there is none
/// @param fields of a form, each with the value that the page proposed
/// @param files names of fields that take a file
/// @param text a harmless body of the API, with its parts as the description has them; empty for a form
/// @param people who saw it; empty for everybody
record Target(
        String method,
        String path,
        Map<String, String> query,
        String type,
        Map<String, String> fields,
        List<String> files,
        String text,
        List<String> people) {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String MULTIPART = "multipart/form-data";
    static final String JSON = "application/json";

    Target {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        files = List.copyOf(files);
        people = List.copyOf(people);
    }

    boolean api() {
        return path.startsWith("/api/");
    }

    boolean reading() {
        return method.equals("GET");
    }

    /// Doors lock who tries them too often, so they come last.
    boolean door() {
        return path.startsWith("/login")
                || path.startsWith("/logout")
                || path.startsWith("/register")
                || !reading()
                        && (path.startsWith("/account") || path.startsWith("/api/v1/account"));
    }

    String words() {
        return method + " " + path;
    }
}
