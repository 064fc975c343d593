package org.guiju.app.cases.application;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// 文件识别: what a file is, by its content; its name and the browser's word do not count. A file that is two things at once is
/// none: what one program shows as a picture, another would run or unpack.
public final class Sniffer {
    private static final Map<String, String> MEDIA =
            Map.of("pdf", "application/pdf", "jpg", "image/jpeg", "png", "image/png");
    private static final List<String> ACTIVE = List.of("<script", "<html", "<?php", "<!doctype");
    private static final int HEAD = 1024;
    private static final int ZIP_END = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private Sniffer() {}

    /// `pdf`, `jpg` or `png`; empty for anything else, and for a file that could also be read as something else.
    public static Optional<String> kind(byte[] content) {
        var kind = first(content);
        return kind.isPresent() && !alsoSomethingElse(kind.get(), content)
                ? kind
                : Optional.empty();
    }

    public static Optional<String> mediaType(byte[] content) {
        return kind(content).map(k -> java.util.Objects.requireNonNull(MEDIA.get(k)));
    }

    /// The media type by which a kind is sent.
    public static String mediaType(String kind) {
        return java.util.Objects.requireNonNull(MEDIA.get(kind));
    }

    private static Optional<String> first(byte[] content) {
        if (begins(content, '%', 'P', 'D', 'F', '-')) {
            return Optional.of("pdf");
        }
        if (begins(content, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("jpg");
        }
        return begins(content, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)
                ? Optional.of("png")
                : Optional.empty();
    }

    private static boolean alsoSomethingElse(String kind, byte[] content) {
        boolean image = !kind.equals("pdf");
        var head = text(content, Math.min(HEAD, content.length));
        if (image && head.contains("%pdf-")) {
            return true;
        }
        var looked = image ? text(content, content.length) : head;
        return ACTIVE.stream().anyMatch(looked::contains) || archive(content);
    }

    private static String text(byte[] content, int until) {
        return new String(content, 0, until, StandardCharsets.ISO_8859_1)
                .toLowerCase(java.util.Locale.ROOT);
    }

    /// An end of a ZIP directory that fits the end of the file: an archive whatever stands before it.
    private static boolean archive(byte[] content) {
        int lowest = Math.max(0, content.length - ZIP_END - LONGEST_COMMENT);
        for (int at = content.length - ZIP_END; at >= lowest; at--) {
            if (content[at] == 'P'
                    && content[at + 1] == 'K'
                    && content[at + 2] == 5
                    && content[at + 3] == 6) {
                int comment = (content[at + 20] & 0xFF) | ((content[at + 21] & 0xFF) << 8);
                if (at + ZIP_END + comment <= content.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean begins(byte[] content, int... magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
