package org.guiju.app.archive.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.guiju.app.archive.Handover;
import org.guiju.app.archive.Volume;
import org.guiju.app.archive.application.Handovers;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.formats.dossier.Retention;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.formats.tables.TableWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// 送交目录 as a table.
@Component
class HandoverList {
    private static final List<String> COLUMNS =
            List.of(
                    "number",
                    "no",
                    "power",
                    "kind",
                    "closed",
                    "outcome",
                    "retention",
                    "until",
                    "entries",
                    "head");
    private final Handovers handovers;
    private final MessageSource messages;
    private final PageFrame frame;

    HandoverList(Handovers handovers, MessageSource messages, PageFrame frame) {
        this.handovers = handovers;
        this.messages = messages;
        this.frame = frame;
    }

    Export export(Handover handover) {
        return export(handover, frame.language().locale());
    }

    /// In Chinese whoever asks: it goes into the package.
    byte[] csv(Handover handover) throws IOException {
        var out = new ByteArrayOutputStream();
        TableWriter.csv(out, export(handover, Locale.SIMPLIFIED_CHINESE));
        return out.toByteArray();
    }

    private Export export(Handover handover, Locale locale) {
        var volumes = handovers.volumes(handover);
        Stream<List<Cell>> rows = volumes.stream().map(v -> cells(v, locale));
        return new Export(
                handover.quarter().toString(),
                COLUMNS.stream().map(c -> say("archive.col." + c, locale)).toList(),
                rows,
                new Export.Note(
                        say("export.note", locale),
                        List.of(
                                new Export.Note.Line(
                                        say("archive.quarter", locale),
                                        handover.quarter().toString()),
                                new Export.Note.Line(
                                        say("archive.list", locale), Handovers.digest(volumes)))));
    }

    private List<Cell> cells(Volume v, Locale locale) {
        var says = new Retention(v.retention()).says();
        var en = says.en();
        return List.of(
                Cell.of(v.number()),
                Cell.of(v.no()),
                Cell.of(v.power()),
                Cell.of(say("portal.kind." + v.kind(), locale)),
                Cell.of(v.closedOn()),
                Cell.of(say("outcome." + v.outcome(), locale)),
                Cell.of(locale.getLanguage().equals("en") && en != null ? en : says.zh()),
                Cell.of(v.until()),
                Cell.of(v.entries()),
                Cell.of(v.head()));
    }

    private String say(String key, Locale locale) {
        var found = messages.getMessage(key, null, key, locale);
        return found == null ? key : found;
    }
}
