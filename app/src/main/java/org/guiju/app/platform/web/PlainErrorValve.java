package org.guiju.app.platform.web;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.guiju.app.platform.time.OfficialClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// 最后一页: what the server itself refuses before the application sees it, and what the error page itself fails at. Says
/// as little as can be said without templates, in both languages, with a number.
public final class PlainErrorValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger("guiju.incident");

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>无法处理这个请求</title></head>
            <body><h1>无法处理这个请求（{status}）</h1>
            <p>请检查网址后重试，或返回<a href="/">首页</a>。编号 {number}。</p>
            <p lang="en">This request could not be handled ({status}). Check the address and try again. Reference {number}.</p>
            </body></html>
            """;

    /// The same for programs, which ask under /api.
    private static final String PROBLEM =
            """
            {"type":"urn:guiju:problem:bad-request","title":"这个请求无法读取","status":{status},"code":"{code}",\
            "detail":"This request could not be read.","remedy":"请检查网址和请求头后重试。 Check the address and the headers.",\
            "instance":"urn:guiju:incident:{number}"}\
            """;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var number = Incidents.number(LocalDate.now(OfficialClock.ZONE));
        LOG.warn("{} {} answered by the server itself", number, status, thrown);
        try {
            boolean program = program(request);
            response.setContentType(program ? "application/problem+json" : "text/html");
            response.setCharacterEncoding("UTF-8");
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader("X-Content-Type-Options", "nosniff");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(
                        (program ? PROBLEM : PAGE)
                                .replace("{status}", Integer.toString(status))
                                .replace("{code}", Fault.of(status).code())
                                .replace("{number}", number));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("nobody reads the answer", e);
        }
    }

    /// An address that could not be read may still begin as those of programs do.
    private static boolean program(Request request) {
        var address = request.getRequestURI();
        return address != null && address.startsWith("/api/");
    }
}
