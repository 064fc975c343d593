package org.guiju.app.documents.application;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.guiju.app.documents.store.JdbcDocuments;
import org.guiju.formats.documents.PaperTemplate;
import org.guiju.formats.documents.ShippedPapers;
import org.guiju.formats.documents.TemplateReader;
import org.springframework.stereotype.Component;

/// 文书格式册: the texts in use, and the earlier ones by their digests.
@Component
public class PaperBook {
    private final JdbcDocuments documents;
    private final AtomicReference<List<PaperTemplate>> inUse =
            new AtomicReference<>(ShippedPapers.all());

    PaperBook(JdbcDocuments documents) {
        this.documents = documents;
    }

    List<PaperTemplate> inUse() {
        return inUse.get();
    }

    /// The papers from now on; those that have their number keep the text they had.
    public void use(List<PaperTemplate> papers) {
        inUse.set(List.copyOf(papers));
    }

    /// Keeps the text of a paper that is being numbered.
    void keep(PaperTemplate paper) {
        documents.keepTemplate(paper.digest(), paper.text());
    }

    PaperTemplate of(String digest) {
        return inUse().stream()
                .filter(t -> t.digest().equals(digest))
                .findFirst()
                .or(() -> documents.template(digest).map(t -> TemplateReader.read(digest, t)))
                .orElseThrow(() ->
                        new IllegalStateException("the text " + digest + " of a paper is gone"));
    }
}
