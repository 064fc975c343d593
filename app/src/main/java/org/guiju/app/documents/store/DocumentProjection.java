package org.guiju.app.documents.store;

import java.util.List;
import java.util.Objects;
import org.guiju.app.cases.CasePapers.Form;
import org.guiju.app.ledger.Projection;
import org.guiju.kernel.ledger.EventEntry;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of papers: one for each number, one for each drawing.
@Component
@Order(60)
public class DocumentProjection implements Projection {
    private final JdbcClient jdbc;

    DocumentProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("document_ofd", "document_drawn", "document");
    }

    @Override
    public String reads() {
        return "document.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        for (var entry : stream) {
            if (entry.kind().equals(NumberedForm.KIND)) {
                numbered(NumberedForm.read(entry));
            } else {
                drawn(DrawnForm.read(entry));
            }
        }
    }

    public void numbered(NumberedForm paper) {
        jdbc.sql(
                        """
                        insert into projection.document values (:id, :case, :seq, :kind, :zh, :en, :organ, :year, :n, :number, :day,
                            :applicant, :served, :template, :leaf)
                        """)
                .param("id", paper.id())
                .param("case", paper.caseId())
                .param("seq", (int) paper.caseSeq())
                .param("kind", paper.kind())
                .param("zh", paper.name().zh())
                .param("en", Objects.requireNonNullElse(paper.name().en(), paper.name().zh()))
                .param("organ", paper.organ())
                .param("year", paper.year())
                .param("n", paper.n())
                .param("number", paper.number())
                .param("day", paper.day())
                .param("applicant", paper.applicant())
                .param("served", paper.served())
                .param("template", paper.template())
                .param("leaf", paper.leaf())
                .update();
    }

    public void drawn(DrawnForm paper) {
        jdbc.sql(
                        paper.form() == Form.OFD
                                ? "insert into projection.document_ofd values (:id, :attachment, :pages, :commitment)"
                                : "insert into projection.document_drawn values (:id, :attachment, :pages, :commitment)")
                .param("id", paper.id())
                .param("attachment", paper.attachment())
                .param("pages", paper.pages())
                .param("commitment", paper.commitment())
                .update();
    }
}
