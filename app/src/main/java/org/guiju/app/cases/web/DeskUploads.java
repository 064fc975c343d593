package org.guiju.app.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.app.cases.application.CommandInput;
import org.guiju.app.cases.application.Sniffer;
import org.guiju.app.ledger.Attachments;
import org.guiju.kernel.cases.Filing;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/// 上传: files of a form, known by their content and never by what they call themselves.
@Component
final class DeskUploads {
    private static final int LONGEST_NAME = 120;
    private final Attachments attachments;

    DeskUploads(Attachments attachments) {
        this.attachments = attachments;
    }

    /// @param field `file.<material>`; @param mediaType empty when the content is of no kind that is taken
    record Sent(String field, MultipartFile file, Optional<String> mediaType) {}

    static List<Sent> of(HttpServletRequest request) {
        var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        var sent = new ArrayList<Sent>();
        if (multipart != null) {
            multipart
                    .getMultiFileMap()
                    .forEach((field, files) -> {
                        for (var file : files) {
                            if (!file.isEmpty() && field.startsWith("file.")) {
                                sent.add(new Sent(field, file, mediaType(file)));
                            }
                        }
                    });
        }
        return sent;
    }

    List<Filing> store(List<Sent> sent, String subject) {
        return sent.stream().map(s -> store(s, subject)).toList();
    }

    private Filing store(Sent sent, String subject) {
        try (InputStream content = sent.file().getInputStream()) {
            var stored = attachments.receive(subject, sent.mediaType().orElseThrow(), content);
            return new Filing(
                    sent.field().substring("file.".length()),
                    stored.id().toString(),
                    stored.commitment(),
                    name(sent),
                    stored.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The last part of the name as sent, without what no ledger keeps; never a path.
    private static String name(Sent sent) {
        var raw =
                sent.file().getOriginalFilename() == null ? "" : sent.file().getOriginalFilename();
        var name =
                Normalizer.normalize(raw, Normalizer.Form.NFC).replaceAll(".*[/\\\\]", "").strip();
        name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return name.isEmpty() || !CommandInput.storable(name) ? sent.field() : name;
    }

    private static Optional<String> mediaType(MultipartFile file) {
        try {
            return Sniffer.mediaType(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
