package org.guiju.app.platform.web;

import java.sql.SQLTransientConnectionException;
import java.util.function.Function;
import org.guiju.kernel.shared.BlankId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartException;

/// 差错: what went wrong, reduced to what the asker may know: a status, a stable code, headers that go with it.
///
/// @param code for programs: the name of the status, for example `NOT_FOUND`, or one with words of its own, for example `DISK_FULL`
record Fault(int status, String code, HttpHeaders headers) {

    /// 磁盘已满: its words are its own, so that whoever reads them knows what to do.
    static final String DISK_FULL = "DISK_FULL";

    private static final int LONGEST_CHAIN = 20;

    static Fault of(int status) {
        var known = HttpStatus.resolve(status);
        if (known == null || !known.isError()) {
            return of(HttpStatus.INTERNAL_SERVER_ERROR.value());
        }
        return new Fault(status, known.name(), new HttpHeaders());
    }

    /// The first cause that says something about the asker decides; what nobody foresaw is ours: 500. A limit that was
    /// passed outweighs the complaint about the half-read body that it left behind.
    static Fault of(Throwable thrown) {
        var fault = first(thrown, Fault::limit);
        if (fault == null) {
            fault = first(thrown, Fault::known);
        }
        return fault == null ? of(HttpStatus.INTERNAL_SERVER_ERROR.value()) : fault;
    }

    private static @Nullable Fault first(
            Throwable thrown, Function<Throwable, @Nullable Fault> reading) {
        int steps = 0;
        for (Throwable cause = thrown;
                cause != null && steps < LONGEST_CHAIN;
                cause = cause.getCause(), steps++) {
            var fault = reading.apply(cause);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    /// There is no room for what was sent. Nothing of it was kept.
    static Fault diskFull() {
        return new Fault(HttpStatus.SERVICE_UNAVAILABLE.value(), DISK_FULL, new HttpHeaders());
    }

    private static @Nullable Fault limit(Throwable cause) {
        if (RoomOnDisk.saidBy(cause)) {
            return diskFull();
        }
        if (cause instanceof BodyTooLargeException) {
            return of(HttpStatus.CONTENT_TOO_LARGE.value());
        }
        var tomcat = TomcatFaults.status(cause);
        return tomcat == 0 ? null : of(tomcat);
    }

    private static @Nullable Fault known(Throwable cause) {
        return switch (cause) {
            case RefusalException _ -> of(HttpStatus.CONFLICT.value());
            case TooManyRequestsException tooMany -> withWait(tooMany);
            case ErrorResponse said -> with(said);
            case TypeMismatchException _,
                    HttpMessageNotReadableException _,
                    MultipartException _,
                    BlankId _,
                    RequestRejectedException _ ->
                    of(HttpStatus.BAD_REQUEST.value());
            case TooBusyException _,
                    DataAccessResourceFailureException _,
                    QueryTimeoutException _,
                    CannotCreateTransactionException _,
                    // A database that fell under an act: there was nobody left to roll it back.
                    TransactionSystemException _,
                    SQLTransientConnectionException _ ->
                    of(HttpStatus.SERVICE_UNAVAILABLE.value());
            default -> declared(cause);
        };
    }

    private static @Nullable Fault declared(Throwable cause) {
        var tomcat = TomcatFaults.status(cause);
        if (tomcat != 0) {
            return of(tomcat);
        }
        var status =
                AnnotatedElementUtils.findMergedAnnotation(cause.getClass(), ResponseStatus.class);
        if (status == null) {
            return null;
        }
        var fault = of(status.code().value());
        return status.reason().isEmpty()
                ? fault
                : new Fault(fault.status, status.reason(), fault.headers);
    }

    private static Fault with(ErrorResponse said) {
        var fault = of(said.getStatusCode().value());
        fault.headers.addAll(said.getHeaders());
        fault.headers.remove(HttpHeaders.CONTENT_TYPE);
        return fault;
    }

    private static Fault withWait(TooManyRequestsException tooMany) {
        var fault = of(HttpStatus.TOO_MANY_REQUESTS.value());
        fault.headers.set(
                HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, tooMany.waiting().toSeconds())));
        return fault;
    }

    boolean ours() {
        return status >= HttpStatus.INTERNAL_SERVER_ERROR.value();
    }
}
