package org.guiju.app.cases.web;

import java.util.UUID;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.cases.application.Readings;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.kernel.cases.CaseFacts;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// 查阅范围: a case is read by officers of the organs that handle it, and of the one that supervises the power; and that it was read is on record.
@Component
final class DeskAccess {
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final Readings readings;

    DeskAccess(CaseQuery cases, CaseDesk desk, Readings readings) {
        this.cases = cases;
        this.desk = desk;
        this.readings = readings;
    }

    /// The officer who asks.
    static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("the desk is for officers"));
    }

    static CaseFacts.Actor actor(CurrentUser user) {
        return new CaseFacts.Actor.Officer(user.person());
    }

    /// The case by its number, if the officer may read it.
    CaseFile file(String no, CurrentUser user) {
        UUID id =
                cases.byNo(no).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var file =
                desk.file(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!file.readableBy(user.person())) {
            throw new AccessDeniedException("another organ's case");
        }
        readings.opened(file, user.person());
        return file;
    }
}
