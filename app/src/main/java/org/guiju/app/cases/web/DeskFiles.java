package org.guiju.app.cases.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.cases.application.PublicCopy;
import org.guiju.app.cases.application.Uploads;
import org.guiju.app.ledger.Attachments;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.kernel.cases.Filing;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// 案卷附件: what of a case's files can be read, and what the scanner holds.
@Component
final class DeskFiles {
    private final Attachments attachments;
    private final Uploads uploads;
    private final MessageSource messages;
    private final PageFrame frame;

    DeskFiles(Attachments attachments, Uploads uploads, MessageSource messages, PageFrame frame) {
        this.attachments = attachments;
        this.uploads = uploads;
        this.messages = messages;
        this.frame = frame;
    }

    /// By attachment, `waiting` or `found`.
    Map<String, String> held(List<Filing> filings) {
        return uploads.held(filings);
    }

    ResponseEntity<byte[]> download(Filing filing, UUID id, boolean forThePublic) {
        var held = attachments.held(id);
        if (held.isPresent()) {
            return locked(held.get());
        }
        var stored =
                attachments
                        .find(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var bytes =
                attachments
                        .read(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE));
        var sent =
                forThePublic
                        ? PublicCopy.of(stored.mediaType(), bytes)
                                .orElseThrow(
                                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        : bytes;
        var name = filing.name();
        if (forThePublic) {
            // The name is the applicant's own word; the copy goes without it.
            name = filing.material() + (stored.mediaType().equals("image/png") ? ".png" : ".jpg");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(stored.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(sent);
    }

    private ResponseEntity<byte[]> locked(Attachments.Held held) {
        var said =
                messages.getMessage(
                        held.found() ? "upload.held.found.office" : "upload.held.waiting.office",
                        null,
                        frame.language().locale());
        return ResponseEntity.status(HttpStatus.LOCKED)
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(said.getBytes(StandardCharsets.UTF_8));
    }
}
