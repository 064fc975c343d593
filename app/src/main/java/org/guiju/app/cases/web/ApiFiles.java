package org.guiju.app.cases.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.guiju.app.cases.application.CommandInput;
import org.guiju.app.cases.application.Sniffer;
import org.guiju.app.ledger.Attachments;
import org.guiju.kernel.cases.Filing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 接口附件: files that come inside a JSON body, base64; known by their content, never by their name.
@Component
class ApiFiles {
    private static final int MOST = 50;
    private static final int LARGEST = 20 << 20;
    private final Attachments attachments;

    ApiFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    /// 附件.
    record Sent(@Nullable String material, @Nullable String name, @Nullable String content) {}

    /// Stores them under ids that follow from the command, so that asking again is the same command to the letter.
    List<Filing> store(
            UUID command,
            String subject,
            @Nullable List<Sent> files,
            List<CommandInput.Fault> faults) {
        var filings = new ArrayList<Filing>();
        if (files == null) {
            return filings;
        }
        if (files.size() > MOST) {
            faults.add(new CommandInput.Fault("files", "too-many"));
            return filings;
        }
        for (int i = 0; i < files.size(); i++) {
            var sent = files.get(i);
            var field = "files." + i;
            var type = type(sent, field, faults);
            var content = sent.content();
            if (type != null && content != null && sent.material() != null && sent.name() != null) {
                var bytes = Base64.getDecoder().decode(content);
                var id =
                        UUID.nameUUIDFromBytes(
                                (command + ":" + i + ":" + content.hashCode())
                                        .getBytes(StandardCharsets.UTF_8));
                var stored =
                        attachments.receive(id, subject, type, new ByteArrayInputStream(bytes));
                filings.add(
                        new Filing(
                                sent.material(),
                                stored.id().toString(),
                                stored.commitment(),
                                sent.name(),
                                stored.size()));
            }
        }
        return filings;
    }

    private static @Nullable String type(Sent sent, String field, List<CommandInput.Fault> faults) {
        if (sent.material() == null || !sent.material().matches("[A-Za-z0-9_-]{1,64}")) {
            faults.add(new CommandInput.Fault(field + ".material", "required"));
            return null;
        }
        if (sent.name() == null
                || sent.name().isBlank()
                || sent.name().length() > 200
                || !CommandInput.storable(sent.name())) {
            faults.add(new CommandInput.Fault(field + ".name", "required"));
            return null;
        }
        if (sent.content() == null || sent.content().length() > LARGEST * 4L / 3) {
            faults.add(
                    new CommandInput.Fault(
                            field + ".content", sent.content() == null ? "required" : "too-long"));
            return null;
        }
        try {
            var found = Sniffer.mediaType(Base64.getDecoder().decode(sent.content())).orElse(null);
            if (found == null) {
                faults.add(new CommandInput.Fault(field + ".content", "not-a-choice"));
            }
            return found;
        } catch (IllegalArgumentException _) {
            faults.add(new CommandInput.Fault(field + ".content", "control-character"));
            return null;
        }
    }
}
