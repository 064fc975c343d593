package org.guiju.app.cases.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guiju.app.cases.CasePaperFile;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.cases.CasePapers.Form;
import org.guiju.app.platform.security.CurrentUser;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/// 案件文书, by page and API, for the officers who may read the case.
@Controller
class DeskDocuments {
    private final DeskAccess access;
    private final CasePapers papers;

    DeskDocuments(DeskAccess access, CasePapers papers) {
        this.access = access;
        this.papers = papers;
    }

    /// 文书.
    ///
    /// @param addressee `applicant` or `office`
    record Document(
            UUID id,
            String kind,
            String name,
            String number,
            LocalDate day,
            String addressee,
            String seal,
            String pdf,
            String ofd) {}

    @GetMapping("/desk/cases/{no}/documents/{id}")
    ResponseEntity<byte[]> page(@PathVariable String no, @PathVariable UUID id) {
        var file = access.file(no, DeskAccess.officer());
        return CasePaperFile.answer(papers.open(file.id(), id, Form.PDF));
    }

    @GetMapping("/desk/cases/{no}/documents/{id}/ofd")
    ResponseEntity<byte[]> ofd(@PathVariable String no, @PathVariable UUID id) {
        var file = access.file(no, DeskAccess.officer());
        return CasePaperFile.answer(papers.open(file.id(), id, Form.OFD));
    }

    /// Papers of a case that have their number.
    @GetMapping("/api/v1/cases/{no}/documents")
    @ResponseBody
    List<Document> list(CurrentUser user, @PathVariable String no) {
        var file = access.file(no, officer(user));
        return papers.of(file.id()).stream()
                .map(p ->
                        new Document(
                                p.id(),
                                p.kind(),
                                p.name().zh(),
                                p.number(),
                                p.day(),
                                p.applicant() ? "applicant" : "office",
                                p.seal(),
                                "/api/v1/cases/" + no + "/documents/" + p.id(),
                                "/api/v1/cases/" + no + "/documents/" + p.id() + "/ofd"))
                .toList();
    }

    /// One paper as PDF.
    @GetMapping("/api/v1/cases/{no}/documents/{id}")
    ResponseEntity<byte[]> download(
            CurrentUser user, @PathVariable String no, @PathVariable UUID id) {
        var file = access.file(no, officer(user));
        return CasePaperFile.answer(papers.open(file.id(), id, Form.PDF));
    }

    /// The same paper as OFD (GB/T 33190), as `application/ofd`.
    @GetMapping("/api/v1/cases/{no}/documents/{id}/ofd")
    ResponseEntity<byte[]> downloadOfd(
            CurrentUser user, @PathVariable String no, @PathVariable UUID id) {
        var file = access.file(no, officer(user));
        return CasePaperFile.answer(papers.open(file.id(), id, Form.OFD));
    }

    private static CurrentUser officer(CurrentUser user) {
        if (!user.officer()) {
            throw new AccessDeniedException("the desk is for officers");
        }
        return user;
    }
}
