package org.guiju.app.cases.application;

import java.io.ByteArrayInputStream;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.Attachments;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.powers.Material;
import org.springframework.stereotype.Component;

/// 材料上传: takes a file for a listed material. What a file is, its content says; its name and the browser's word do not.
@Component
public class Uploads {
    /// Bytes of one file.
    public static final long LARGEST = 20L * 1024 * 1024;

    /// Files for one material.
    public static final int MOST = 10;

    private static final int LONGEST_NAME = 120;
    private final Attachments attachments;

    Uploads(Attachments attachments) {
        this.attachments = attachments;
    }

    /// 收件结果.
    public sealed interface Taken {
        record Stored(Filing filing) implements Taken {}

        /// @param why key below `apply.upload.`
        record Refused(String why) implements Taken {}
    }

    /// @param subject whose key the file is kept under
    /// @param already files that the material has
    public Taken take(String subject, Material material, String name, byte[] content, int already) {
        if (already >= MOST) {
            return new Taken.Refused("too-many");
        }
        if (content.length == 0) {
            return new Taken.Refused("empty");
        }
        if (content.length > LARGEST) {
            return new Taken.Refused("too-large");
        }
        var kind =
                Sniffer.kind(content)
                        .filter(k ->
                                material.formats().isEmpty() || material.formats().contains(k));
        if (kind.isEmpty()) {
            return new Taken.Refused("wrong-type");
        }
        var stored =
                attachments.receive(
                        subject, Sniffer.mediaType(kind.get()), new ByteArrayInputStream(content));
        return new Taken.Stored(
                new Filing(
                        material.id(),
                        stored.id().toString(),
                        stored.commitment(),
                        safe(name),
                        stored.size()));
    }

    /// By attachment, `waiting` for the scanner or `found`; files that can be read are not among them.
    public Map<String, String> held(List<Filing> filings) {
        var held = new LinkedHashMap<String, String>();
        for (var filing : filings) {
            attachments
                    .held(UUID.fromString(filing.attachment()))
                    .ifPresent(h -> held.put(filing.attachment(), h.found() ? "found" : "waiting"));
        }
        return held;
    }

    /// The last part of a path, without what no name can hold; the end is kept, for it says what the file is.
    static String safe(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean =
                Normalizer.normalize(last, Normalizer.Form.NFC)
                        .codePoints()
                        .filter(c -> !Character.isISOControl(c) && !(c >= 0xD800 && c <= 0xDFFF))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                        .strip();
        int length = clean.codePointCount(0, clean.length());
        var kept =
                length <= LONGEST_NAME
                        ? clean
                        : clean.substring(clean.offsetByCodePoints(0, length - LONGEST_NAME));
        return kept.isEmpty() || !CommandInput.storable(kept) ? "file" : kept;
    }
}
