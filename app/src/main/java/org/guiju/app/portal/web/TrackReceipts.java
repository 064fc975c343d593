package org.guiju.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.ledger.Receipts;
import org.guiju.formats.ledger.Receipt;
import org.guiju.formats.ledger.ReceiptHtml;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.shared.Text;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// 存证回执: what the person concerned takes away as proof that the office has received, accepted or decided.
@Controller
class TrackReceipts {
    private static final Map<String, Text> PROVED =
            Map.of(
                    "case.application-received", new Text("收件", "Received"),
                    "case.supplement-requested", new Text("一次性告知补正", "Told what is missing"),
                    "case.supplement-supplied", new Text("收到补正", "Supplement received"),
                    "case.accepted", new Text("受理", "Accepted"),
                    "case.acceptance-refused", new Text("不予受理", "Not accepted"),
                    "case.decided", new Text("决定", "Decided"),
                    "case.penalty-notified", new Text("处罚事先告知", "Told of the penalty"),
                    "case.penalty-decided", new Text("处罚决定", "Penalty decided"),
                    "case.punished-on-the-spot", new Text("当场处罚决定", "Decided on the spot"),
                    "case.fine-paid", new Text("缴款", "Paid"));

    private final TrackDoor door;
    private final Receipts receipts;

    TrackReceipts(TrackDoor door, Receipts receipts) {
        this.door = door;
        this.receipts = receipts;
    }

    /// 可领的回执.
    record Offer(long seq, Text what, java.time.Instant at) {}

    /// What of the case can be proved; the newest first.
    static List<Offer> offers(CaseFile file) {
        return file.traces().reversed().stream()
                .map(CaseFile.Trace::entry)
                .filter(e -> PROVED.containsKey(e.kind()))
                .map(TrackReceipts::offer)
                .toList();
    }

    private static Offer offer(EventEntry entry) {
        return new Offer(
                entry.seq(),
                java.util.Objects.requireNonNull(PROVED.get(entry.kind())),
                entry.at());
    }

    /// One file that verifies itself without a network.
    @GetMapping("/track/{no}/receipts/{seq:[0-9]{1,6}}.html")
    ResponseEntity<byte[]> html(
            @PathVariable String no, @PathVariable int seq, HttpServletRequest request) {
        return file(
                ReceiptHtml.write(receipt(no, seq, request)),
                MediaType.TEXT_HTML,
                "receipt-" + Asked.text(no) + "-" + seq + ".html");
    }

    /// The bare proof, for other people's programs.
    @GetMapping("/track/{no}/receipts/{seq:[0-9]{1,6}}.tlog-proof")
    ResponseEntity<byte[]> proof(
            @PathVariable String no, @PathVariable int seq, HttpServletRequest request) {
        return file(
                receipt(no, seq, request).proof(),
                MediaType.TEXT_PLAIN,
                "receipt-" + Asked.text(no) + "-" + seq + ".tlog-proof");
    }

    private Receipt receipt(String no, int seq, HttpServletRequest request) {
        var file =
                door.allowed(no, request)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (offers(file).stream().noneMatch(o -> o.seq() == seq)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return receipts.of(file.id(), seq, file.state().opening().applicant().subject())
                .orElseThrow(() -> new NotYetSealed(no));
    }

    /// It was written only a moment ago, or sealing lags.
    @org.springframework.web.bind.annotation.ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    static final class NotYetSealed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotYetSealed(String no) {
            super("the entry of " + no + " waits for its seal");
        }
    }

    private static ResponseEntity<byte[]> file(String text, MediaType type, String name) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
