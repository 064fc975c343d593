package org.guiju.app.archive;

import java.util.List;
import java.util.Map;
import org.guiju.app.cases.CaseFile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// 电子案卷: the package of a case, and a person's own copy.
public interface Dossiers {

    /// 成包: the same bytes as long as nothing more has happened in the case.
    record Zip(String fileName, byte[] bytes) {}

    /// The file of an ended case with all that the office knows; taking it away is on record.
    ///
    /// @param taker pseudonym of the officer
    /// @throws NotReady before the case has ended, or while something in it waits for its seal or number
    /// @throws Gone when the data of the person concerned were sealed or erased
    Zip archive(CaseFile file, String taker);

    /// 本人副本: what is kept of the person concerned, without what is of others; taking it away is on record.
    ///
    /// @param readings who looked at the case, as the person concerned is told
    Zip copy(CaseFile file, List<Map<String, String>> readings);

    /// 尚不能成卷.
    @ResponseStatus(HttpStatus.CONFLICT)
    final class NotReady extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotReady(String why) {
            super(why);
        }
    }

    /// 个人信息已封存或删除.
    @ResponseStatus(HttpStatus.GONE)
    final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// 过大.
    @ResponseStatus(code = HttpStatus.UNPROCESSABLE_CONTENT, reason = "DOSSIER_TOO_LARGE")
    final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TooLarge(Throwable cause) {
            super(cause);
        }
    }
}
