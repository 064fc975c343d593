package org.guiju.app.supervision.web;

import org.guiju.app.ledger.Seals;
import org.guiju.app.ledger.Witnessing;
import org.guiju.app.ledger.application.Audit;
import org.guiju.app.ledger.application.PublicLogs;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.LongWork;
import org.guiju.app.supervision.application.Scope;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// 账本核对: how far the log is sealed and who has witnessed it; and, asked for, every stored row held against what was signed. For who supervises every
/// organ.
@Controller
@RequestMapping("/supervision/ledger")
class LedgerPages {
    private final Scope scope;
    private final Seals seals;
    private final PublicLogs logs;
    private final Audit audit;
    private final Witnessing witnessing;

    LedgerPages(Scope scope, Seals seals, PublicLogs logs, Audit audit, Witnessing witnessing) {
        this.scope = scope;
        this.seals = seals;
        this.logs = logs;
        this.audit = audit;
        this.witnessing = witnessing;
    }

    @GetMapping
    String show(Model model) {
        supervisor();
        model.addAttribute("logs", logs.all());
        model.addAttribute("sealing", seals.mayIssue());
        model.addAttribute("alarms", witnessing.alarms());
        return "supervision/ledger";
    }

    @PostMapping
    @LongWork(LongWork.Queue.OFFICE)
    String check(Model model) {
        show(model);
        model.addAttribute("report", audit.run());
        return "supervision/ledger";
    }

    private void supervisor() {
        var wide =
                CurrentUser.now()
                        .flatMap(u -> scope.of(u.person()))
                        .filter(bound -> bound.organ().isEmpty());
        if (wide.isEmpty()) {
            throw new AccessDeniedException("the ledger is checked by supervisors");
        }
    }
}
