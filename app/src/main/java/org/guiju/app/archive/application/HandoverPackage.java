package org.guiju.app.archive.application;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guiju.app.archive.Dossiers;
import org.guiju.app.archive.Handover;
import org.guiju.app.archive.Volume;
import org.guiju.app.cases.application.CaseDesk;
import org.springframework.stereotype.Service;

/// 送交包: the list and the dossier of each case of the quarter, one behind the other as they are made, so that a large quarter needs no
/// large memory. Each dossier inside verifies itself.
@Service
public class HandoverPackage {
    private final Handovers handovers;
    private final DossierDesk dossiers;
    private final CaseDesk desk;

    HandoverPackage(Handovers handovers, DossierDesk dossiers, CaseDesk desk) {
        this.handovers = handovers;
        this.dossiers = dossiers;
        this.desk = desk;
    }

    /// @param list the list as a table, made by who knows its words
    /// @param taker pseudonym of the officer; each dossier that he takes is on record
    public void write(Handover handover, byte[] list, String taker, OutputStream out)
            throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            put(zip, "list.csv", list);
            var without = new StringBuilder();
            for (var volume : handovers.volumes(handover)) {
                one(zip, volume, taker, without);
            }
            if (!without.isEmpty()) {
                put(
                        zip,
                        "without-dossier.txt",
                        without.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }

    private void one(ZipOutputStream zip, Volume volume, String taker, StringBuilder without)
            throws IOException {
        try {
            var file = desk.file(volume.caseId()).orElseThrow();
            var dossier = dossiers.archive(file, taker);
            put(zip, "dossiers/" + dossier.fileName(), dossier.bytes());
        } catch (Dossiers.Gone | Dossiers.NotReady | Dossiers.TooLarge e) {
            without.append(volume.number())
                    .append('\t')
                    .append(volume.no())
                    .append('\t')
                    .append(e.getClass().getSimpleName())
                    .append('\n');
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
