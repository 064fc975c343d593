package org.guiju.app.documents.store;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guiju.app.cases.CasePapers.Form;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;

/// 成文事件 `document.drawn`: the first event of a paper's own stream. From here on its bytes are what they are. `document.ofd` says the same of its OFD.
///
/// @param form of which of its two files
/// @param attachment where the bytes lie, under the applicant's key
/// @param commitment salted digest of the bytes
/// @param fonts digest of the fonts it was drawn with
public record DrawnForm(
        Form form,
        UUID id,
        UUID attachment,
        String commitment,
        int pages,
        String template,
        String fonts) {
    private static final Map<Form, String> KINDS =
            Map.of(Form.PDF, "document.drawn", Form.OFD, "document.ofd");

    public EventDraft draft() {
        return EventDraft.of(
                Objects.requireNonNull(KINDS.get(form)),
                Map.of(
                        "document", new Value.Str(id.toString()),
                        "attachment", new Value.Str(attachment.toString()),
                        "commitment", new Value.Str(commitment),
                        "pages", new Value.Int(pages),
                        "template", new Value.Str(template),
                        "fonts", new Value.Str(fonts)));
    }

    static DrawnForm read(EventEntry entry) {
        var f = entry.fields();
        return new DrawnForm(
                entry.kind().equals(KINDS.get(Form.OFD)) ? Form.OFD : Form.PDF,
                UUID.fromString(NumberedForm.text(f, "document")),
                UUID.fromString(NumberedForm.text(f, "attachment")),
                NumberedForm.text(f, "commitment"),
                (int) NumberedForm.number(f, "pages"),
                NumberedForm.text(f, "template"),
                NumberedForm.text(f, "fonts"));
    }
}
