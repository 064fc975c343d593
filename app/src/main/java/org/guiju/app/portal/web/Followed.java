package org.guiju.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// 已验证的办件: cases whose code this visitor has shown in this session. The code itself stays out of addresses.
final class Followed {
    private static final String NAME = "guiju.followed";

    private Followed() {}

    static void allow(HttpServletRequest request, UUID caseId) {
        var all = new HashSet<>(of(request));
        all.add(caseId);
        request.getSession(true).setAttribute(NAME, all);
    }

    static boolean has(HttpServletRequest request, UUID caseId) {
        return of(request).contains(caseId);
    }

    private static Set<UUID> of(HttpServletRequest request) {
        var session = request.getSession(false);
        var found = new HashSet<UUID>();
        if (session != null && session.getAttribute(NAME) instanceof Set<?> kept) {
            kept.forEach(k -> {
                if (k instanceof UUID id) {
                    found.add(id);
                }
            });
        }
        return found;
    }
}
