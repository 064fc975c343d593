package org.guiju.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.archive.Dossiers;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.Reading;
import org.guiju.app.cases.application.Readings;
import org.guiju.app.platform.security.RateLimits;
import org.guiju.app.platform.web.TooManyRequestsException;
import org.guiju.kernel.shared.OrganId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// 本人副本: everything that is kept of the person concerned in his case, as one package that verifies itself. What is of
/// others stays out; that it was taken is on record.
@Controller
class TrackCopy {
    /// A package takes a second to make.
    private static final RateLimits.Limit OFTEN =
            new RateLimits.Limit("own-copy", 10, Duration.ofMinutes(1));

    private final TrackDoor door;
    private final Dossiers dossiers;
    private final Readings readings;
    private final Allocation allocation;
    private final RateLimits tries;

    TrackCopy(
            TrackDoor door,
            Dossiers dossiers,
            Readings readings,
            Allocation allocation,
            RateLimits tries) {
        this.door = door;
        this.dossiers = dossiers;
        this.readings = readings;
        this.allocation = allocation;
        this.tries = tries;
    }

    @PostMapping("/track/{no}/copy.zip")
    ResponseEntity<byte[]> copy(@PathVariable String no, HttpServletRequest request) {
        CaseFile file =
                door.allowed(no, request)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var key = file.id().toString();
        tries.spent(OFTEN, key)
                .ifPresent(wait -> {
                    throw new TooManyRequestsException(wait);
                });
        tries.count(OFTEN, key);
        var zip =
                dossiers.copy(
                        file, readings.shownToParty(file.id()).stream().map(this::row).toList());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(zip.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(zip.bytes());
    }

    /// By organ and post, as the page tells it.
    private Map<String, String> row(Reading reading) {
        return Map.of(
                "at",
                reading.at().toString(),
                "organ",
                allocation
                        .organ(new OrganId(reading.organ()))
                        .map(o -> o.name().zh())
                        .orElse(reading.organ()),
                "post",
                allocation.officer(reading.officer()).map(o -> o.post().zh()).orElse(""));
    }
}
