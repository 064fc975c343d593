package org.guiju.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.platform.security.CurrentUser;
import org.springframework.stereotype.Component;

/// 查询权限: who may follow a case: who showed its query code in this session, or the citizen whose case it is.
@Component
class TrackDoor {
    private final CaseQuery cases;
    private final CaseDesk desk;

    TrackDoor(CaseQuery cases, CaseDesk desk) {
        this.cases = cases;
        this.desk = desk;
    }

    Optional<CaseFile> allowed(String no, HttpServletRequest request) {
        return cases.byNo(Asked.text(no))
                .flatMap(id -> {
                    if (Followed.has(request, id)) {
                        return desk.file(id);
                    }
                    return CurrentUser.now()
                            .filter(u -> !u.officer())
                            .flatMap(u ->
                                    desk.file(id)
                                            .filter(f ->
                                                    account(f).equals(u.accountId().toString())));
                });
    }

    /// The follower that the case knows; empty for an application from the window.
    static String account(CaseFile file) {
        return file.state().opening().applicant().account();
    }
}
