package org.guiju.app.ledger.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.guiju.app.ledger.application.PublicLogs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// 日志文件 as C2SP tlog-tiles has them, so that other people's monitors and mirrors read them; and a page that says what they are.
@Controller
class LogPages {
    private static final Duration LONG = Duration.ofDays(365);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private final PublicLogs logs;
    private final String address;

    LogPages(PublicLogs logs, @Value("${guiju.documents.address}") String address) {
        this.logs = logs;
        this.address = address;
    }

    @GetMapping("/log")
    String index(Model model) {
        model.addAttribute("logs", logs.all());
        model.addAttribute("address", address);
        return "portal/log";
    }

    /// 信任策略, for `guiju verify` and any client of C2SP.
    @GetMapping(value = "/log/policy", produces = "text/plain;charset=UTF-8")
    ResponseEntity<String> policy() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(logs.policy());
    }

    @GetMapping("/log/{year:[0-9]{4}}/checkpoint")
    ResponseEntity<byte[]> checkpoint(@PathVariable int year) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(TEXT)
                .body(file(year, "checkpoint"));
    }

    /// What once stands there never changes.
    @GetMapping("/log/{year:[0-9]{4}}/tile/{*path}")
    ResponseEntity<byte[]> tile(@PathVariable int year, @PathVariable String path) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(LONG).cachePublic().immutable())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file(year, "tile" + path));
    }

    /// 国密日志: the second log, where there is one.
    @GetMapping("/log/{year:[0-9]{4}}/sm3/checkpoint")
    ResponseEntity<byte[]> domesticCheckpoint(@PathVariable int year) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(TEXT)
                .body(domestic(year, "checkpoint"));
    }

    @GetMapping("/log/{year:[0-9]{4}}/sm3/tile/{*path}")
    ResponseEntity<byte[]> domesticTile(@PathVariable int year, @PathVariable String path) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(LONG).cachePublic().immutable())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(domestic(year, "tile" + path));
    }

    private byte[] domestic(int year, String path) {
        return logs.domestic(year, path)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private byte[] file(int year, String path) {
        return logs.file(year, path)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
