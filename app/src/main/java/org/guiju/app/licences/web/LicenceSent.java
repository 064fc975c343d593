package org.guiju.app.licences.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.app.platform.web.SentFields;
import org.guiju.kernel.licences.LicenceCommand;
import org.guiju.kernel.licences.LicenceEvent;
import org.guiju.kernel.licences.LicenceEvent.CancelGround;

/// 填写内容 as a command.
final class LicenceSent extends SentFields {
    LicenceSent(Map<String, ?> fields) {
        super(texts(fields), "licences.error");
    }

    private static Map<String, List<String>> texts(Map<String, ?> fields) {
        var texts = new LinkedHashMap<String, List<String>>();
        fields.forEach((k, v) -> texts.put(k, List.of(String.valueOf(v))));
        return texts;
    }

    /// 元 as fen.
    private long fen(String name) {
        var plain = Normalizer.normalize(one(name), Normalizer.Form.NFKC).replace(",", "").strip();
        if (!plain.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
            throw unreadable(name, "amount");
        }
        return new BigDecimal(plain).movePointRight(2).longValueExact();
    }

    /// The act by its name; empty where none has it.
    Optional<LicenceCommand> command(String act) {
        return switch (act) {
            case "cancel" ->
                    Optional.of(
                            new LicenceCommand.Cancel(
                                    CancelGround.ofCode(one("ground").strip())
                                            .orElseThrow(() -> unreadable("ground", "ground")),
                                    one("reasons")));
            case "withdraw" ->
                    Optional.of(
                            new LicenceCommand.Withdraw(
                                    one("reasons"), one("loss"), fen("compensation")));
            case "take-away" -> Optional.of(new LicenceCommand.TakeAway(one("penalty")));
            case "suspend" -> Optional.of(new LicenceCommand.Suspend(one("penalty"), day("until")));
            case "certify" ->
                    Optional.of(
                            new LicenceCommand.Certify(
                                    LicenceEvent.Why.ofCode(one("why").strip())
                                            .orElseThrow(() -> unreadable("why", "why")),
                                    one("declared")));
            case "check" ->
                    Optional.of(
                            new LicenceCommand.Check(number("year"), yes("passed"), one("note")));
            default -> Optional.empty();
        };
    }
}
