package org.guiju.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.guiju.app.cases.CasePaperFile;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.cases.CasePapers.Form;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// 我的文书: a paper addressed to the applicant, for whoever may follow the case; any other paper is not there.
@Controller
class TrackDocuments {
    private final TrackDoor door;
    private final CasePapers papers;

    TrackDocuments(TrackDoor door, CasePapers papers) {
        this.door = door;
        this.papers = papers;
    }

    @GetMapping("/track/{no}/documents/{id}")
    ResponseEntity<byte[]> open(
            @PathVariable String no, @PathVariable UUID id, HttpServletRequest request) {
        return open(no, id, request, Form.PDF);
    }

    @GetMapping("/track/{no}/documents/{id}/ofd")
    ResponseEntity<byte[]> ofd(
            @PathVariable String no, @PathVariable UUID id, HttpServletRequest request) {
        return open(no, id, request, Form.OFD);
    }

    private ResponseEntity<byte[]> open(String no, UUID id, HttpServletRequest request, Form form) {
        var file =
                door.allowed(no, request)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean his =
                papers.of(file.id()).stream().anyMatch(p -> p.id().equals(id) && p.applicant());
        if (!his) {
            throw new CasePapers.NoPaper();
        }
        return CasePaperFile.answer(papers.open(file.id(), id, form));
    }
}
