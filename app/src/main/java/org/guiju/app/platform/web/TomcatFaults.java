package org.guiju.app.platform.web;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.springframework.http.HttpStatus;

/// 容器差错: what the embedded server throws while it takes a request apart. Kept apart so that one file knows Tomcat.
final class TomcatFaults {

    private TomcatFaults() {}

    /// The status a thrown thing of Tomcat's stands for, or 0.
    static int status(Throwable cause) {
        return switch (cause) {
            case InvalidParameterException invalid -> invalid.getErrorCode();
            case SizeException _, FileCountLimitExceededException _ ->
                    HttpStatus.CONTENT_TOO_LARGE.value();
            default -> 0;
        };
    }
}
