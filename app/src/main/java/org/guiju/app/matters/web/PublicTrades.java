package org.guiju.app.matters.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.matters.TradeRow;
import org.guiju.app.matters.application.MatterDesk;
import org.guiju.app.platform.web.Download;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.matters.Trade;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// 公共资源交易公开 (D36): every trade with its platform, its number there and its result, for anybody; page, sheet and API.
@Controller
class PublicTrades {
    private static final int ON_THE_PAGE = 200;
    private static final int MOST = 10_000;
    private static final List<String> KINDS =
            Arrays.stream(Trade.Kind.values()).map(Trade.Kind::code).toList();
    private static final List<String> COLUMNS =
            List.of(
                    "organ",
                    "kind",
                    "project",
                    "platform",
                    "tender",
                    "mode",
                    "announced",
                    "outcome",
                    "winner",
                    "price",
                    "reason",
                    "settled");
    private final MatterDesk desk;
    private final Allocation allocation;
    private final MessageSource messages;

    PublicTrades(MatterDesk desk, Allocation allocation, MessageSource messages) {
        this.desk = desk;
        this.allocation = allocation;
        this.messages = messages;
    }

    /// 一笔交易.
    ///
    /// @param price in yuan; empty where there is none
    record TradeBody(
            Text organ,
            String kind,
            String project,
            String platform,
            String number,
            String mode,
            LocalDate announced,
            String outcome,
            String winner,
            String price,
            String reason,
            @Nullable LocalDate settled) {}

    @GetMapping("/trades")
    String page(@RequestParam(defaultValue = "") String kind, Model model) {
        var asked = KINDS.contains(kind) ? kind : "";
        model.addAttribute("kind", asked);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("rows", rows(asked, ON_THE_PAGE));
        return "matters/trades";
    }

    @GetMapping("/api/v1/public/trades")
    @ResponseBody
    List<TradeBody> api(@RequestParam(defaultValue = "") String kind) {
        return rows(kind, MOST);
    }

    @GetMapping("/trades.csv")
    void csv(@RequestParam(defaultValue = "") String kind, HttpServletResponse response)
            throws IOException {
        Download.csv(
                response,
                "trades",
                new Export(
                        say("trades.title"),
                        COLUMNS.stream().map(c -> say("trades." + c)).toList(),
                        rows(kind, MOST).stream().map(this::cells),
                        new Export.Note(say("trades.title"), List.of())));
    }

    private List<TradeBody> rows(String kind, int most) {
        return desk.trades(kind, most).stream().map(this::body).toList();
    }

    private TradeBody body(TradeRow row) {
        return new TradeBody(
                allocation
                        .organ(new OrganId(row.organ()))
                        .map(o -> o.name())
                        .orElseGet(() -> Text.zh(row.organ())),
                row.kind(),
                row.name(),
                row.platform(),
                row.number(),
                row.mode(),
                row.announced(),
                row.outcome(),
                row.winner(),
                row.fen() == 0 ? "" : BigDecimal.valueOf(row.fen(), 2).toPlainString(),
                row.reason(),
                row.settled());
    }

    private List<Cell> cells(TradeBody t) {
        return List.of(
                Cell.of(t.organ().zh()),
                Cell.of(say("trades.kind." + t.kind())),
                Cell.of(t.project()),
                Cell.of(t.platform()),
                Cell.of(t.number()),
                Cell.of(say("trades.mode." + t.mode())),
                Cell.of(t.announced()),
                Cell.of(say("trades.outcome." + t.outcome())),
                Cell.of(t.winner()),
                Cell.of(t.price()),
                Cell.of(t.reason()),
                Cell.of(t.settled()));
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
