package org.guiju.formats.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// 压缩包检查: the package is unpacked once into nothing, counting, before anything parses it. What the directory says
/// about sizes is not believed. The same library that reads the workbook opens it here, so that both see one archive.
final class XlsxGuard {
    private static final long SMALL = 1L << 20;
    private static final int PROLOGUE = 4096;

    private final String file;
    private final TableLimits limits;
    private long total;

    private XlsxGuard(String file, TableLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    static void check(String file, byte[] bytes, TableLimits limits) {
        try (var zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .get()) {
            new XlsxGuard(file, limits).check(zip);
        } catch (IOException | IllegalArgumentException damaged) {
            throw Sniffer.problem(TableProblem.XLSX_DAMAGED, file, "zip");
        }
    }

    private void check(ZipFile zip) throws IOException {
        var names = new HashSet<String>();
        for (var entry : Collections.list(zip.getEntries())) {
            if (names.size() >= limits.entries()) {
                throw bomb("> " + limits.entries() + " entries", limits.entries() + " entries");
            }
            if (!names.add(entry.getName())) {
                throw new ZipException("two parts of one name");
            }
            inflate(zip, entry);
        }
        for (var entry : Collections.list(zip.getEntries())) {
            try (var in = zip.getInputStream(entry)) {
                XlsxBounds.check(file, entry.getName(), in, limits);
            }
        }
        if (!names.contains("xl/workbook.xml")) {
            throw Sniffer.problem(
                    TableProblem.NOT_A_TABLE,
                    file,
                    names.contains("word/document.xml") ? "Word" : "ZIP");
        }
    }

    private void inflate(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        var buffer = new byte[1 << 16];
        long size = 0;
        long packed = Math.max(1, entry.getCompressedSize());
        try (var in = zip.getInputStream(entry)) {
            if (in == null) {
                throw new ZipException("unreadable part");
            }
            var prologue = in.readNBytes(PROLOGUE);
            refuseDocumentTypes(prologue);
            for (int read = prologue.length; read >= 0; read = in.read(buffer)) {
                size += read;
                total += read;
                if (total > limits.inflated()) {
                    throw bomb("> " + megabytes(limits.inflated()), megabytes(limits.inflated()));
                }
                if (size > SMALL && size / packed > limits.ratio()) {
                    throw bomb(size / packed + " : 1", limits.ratio() + " : 1");
                }
            }
        }
    }

    /// No workbook needs a document type; entities that name each other or a local file do.
    private void refuseDocumentTypes(byte[] prologue) {
        var text = new String(prologue, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            throw Sniffer.problem(TableProblem.XLSX_DAMAGED, file, "DOCTYPE");
        }
    }

    private TableException bomb(String found, String limit) {
        return new TableException(
                TableProblem.ZIP_BOMB, Map.of("file", file, "found", found, "limit", limit));
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
