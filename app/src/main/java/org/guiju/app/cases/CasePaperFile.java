package org.guiju.app.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// 文书下载: a paper as an answer: shown in place, under its own name, kept by no cache.
public final class CasePaperFile {
    private CasePaperFile() {}

    /// Browsers show a PDF; an OFD is opened by a program of its own.
    private static ContentDisposition.Builder disposition(CasePapers.Form form) {
        return form == CasePapers.Form.PDF
                ? ContentDisposition.inline()
                : ContentDisposition.attachment();
    }

    public static ResponseEntity<byte[]> answer(CasePapers.Drawn paper) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(paper.form().type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition(paper.form())
                                .filename(paper.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(paper.bytes());
    }

    /// The same, where a page could have been the answer as well.
    public static void write(CasePapers.Drawn paper, HttpServletResponse response)
            throws IOException {
        var answer = answer(paper);
        answer.getHeaders()
                .forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
        response.getOutputStream().write(paper.bytes());
    }
}
