package org.guiju.app.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.kernel.shared.Text;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// 案件文书: the papers of a case, for the pages that show it. Who may read a case is for those pages to say.
public interface CasePapers {

    /// 已编号文书.
    ///
    /// @param applicant whether it is addressed to the applicant
    /// @param seal 专用印章: the name on the seal that it bears or will bear; empty where the organ has none, and then it cannot be issued
    record Issued(
            UUID id,
            UUID caseId,
            String kind,
            Text name,
            String number,
            LocalDate day,
            boolean applicant,
            String seal) {}

    /// 成文: the bytes are the same each time.
    record Drawn(String fileName, Form form, byte[] bytes) {}

    /// 文件形式: the two in which a paper is given out. The PDF is what the archive keeps.
    enum Form {
        PDF("pdf", "application/pdf"),
        /// GB/T 33190.
        OFD("ofd", "application/ofd");

        private final String ending;
        private final String type;

        Form(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        public String ending() {
            return ending;
        }

        public String type() {
            return type;
        }
    }

    /// In the order of their numbers' making; a paper appears once its event has its place in the log.
    List<Issued> of(UUID caseId);

    /// The latest paper that rests on an event of the kind, such as `case.decided`.
    Optional<Issued> latest(UUID caseId, String eventKind);

    /// Draws the paper when it is opened for the first time in a form, and gives the same bytes of that form from then on.
    ///
    /// @throws NoPaper for a paper that is not of this case
    /// @throws Erased when the applicant's data were destroyed
    /// @throws NoSeal when the organ has no seal to put on it
    /// @throws NotSealed while the act it rests on cannot be proved, because sealing lags
    /// @throws TooLong when it would have more pages than a paper may have
    Drawn open(UUID caseId, UUID paper, Form form);

    /// 签发前预览: the papers that would come of events, one behind another in one file, without number, seal, code or proof, each saying that it is none;
    /// nothing is kept. Empty where none would come.
    ///
    /// @param behind the case as it would stand behind each event
    Optional<Drawn> preview(List<CaseFile> behind);

    /// 查无文书.
    @ResponseStatus(HttpStatus.NOT_FOUND)
    final class NoPaper extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// 已按请求清除.
    @ResponseStatus(HttpStatus.GONE)
    final class Erased extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// 没有印章: a receipt bears the office's own seal (行政许可法 32), and without one it is not issued.
    @ResponseStatus(HttpStatus.CONFLICT)
    final class NoSeal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NoSeal(String organ) {
            super("no seal is configured for " + organ);
        }
    }

    /// 封存滞后: without a proof no paper goes out (无码不出件); it can be opened when sealing goes on.
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    final class NotSealed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotSealed(String number) {
            super("no proof of " + number + " can be had now");
        }
    }

    /// 篇幅过长.
    @ResponseStatus(code = HttpStatus.UNPROCESSABLE_CONTENT, reason = "DOCUMENT_TOO_LONG")
    final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TooLong(Throwable cause) {
            super(cause);
        }
    }
}
