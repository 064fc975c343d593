package org.guiju.kernel.matters;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// 公共资源交易 (D36): a trade that a matter was put to on a public platform, and what came of it. All of it is public.
///
/// @param name of what is traded, as the platform announces it
/// @param number under which the platform keeps it (项目编号或者统一交易标识码)
/// @param result null while it is open
public record Trade(
        Kind kind,
        String name,
        String platform,
        String number,
        Mode mode,
        LocalDate announced,
        @Nullable Result result) {

    /// 交易类别: the four of the platforms' catalogue (国办发〔2015〕63号), and what a place adds to them.
    public enum Kind {
        /// 工程建设项目招标投标.
        CONSTRUCTION,
        /// 土地使用权和矿业权出让.
        LAND,
        /// 国有产权交易.
        PROPERTY,
        /// 政府采购.
        PROCUREMENT,
        /// 列入当地目录的其他交易.
        OTHER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
        }
    }

    /// 交易方式 (招标投标法 10, 政府采购法 26, 招标拍卖挂牌出让国有建设用地使用权规定 2).
    public enum Mode {
        /// 公开招标.
        OPEN_TENDER,
        /// 邀请招标.
        INVITED_TENDER,
        /// 竞争性谈判.
        NEGOTIATION,
        /// 竞争性磋商.
        CONSULTATION,
        /// 询价.
        INQUIRY,
        /// 单一来源.
        SINGLE_SOURCE,
        /// 框架协议.
        FRAMEWORK,
        /// 拍卖.
        AUCTION,
        /// 挂牌.
        LISTING;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Mode> ofCode(String code) {
            return Arrays.stream(values()).filter(m -> m.code().equals(code)).findFirst();
        }

        public static List<String> codes() {
            return Arrays.stream(values()).map(Mode::code).toList();
        }
    }

    /// 交易结果.
    ///
    /// @param winner 中标、成交或者受让方; empty where it failed
    /// @param fen price in fen; 0 where it failed
    /// @param reason why it failed (流标、废标); empty where it did not
    public record Result(boolean won, String winner, long fen, String reason, LocalDate settled) {}

    static Trade announced(MatterEvent e) {
        return new Trade(
                Kind.ofCode(e.fact("trade")).orElse(Kind.OTHER),
                e.fact("project"),
                e.fact("platform"),
                e.fact("tender"),
                Mode.ofCode(e.fact("mode")).orElse(Mode.OPEN_TENDER),
                LocalDate.parse(e.fact("announced")),
                null);
    }

    Trade settled(MatterEvent e) {
        boolean won = e.fact("outcome").equals("won");
        return new Trade(
                kind,
                name,
                platform,
                number,
                mode,
                announced,
                new Result(
                        won,
                        won ? e.fact("winner") : "",
                        won ? Long.parseLong(e.fact("fen")) : 0,
                        won ? "" : e.fact("reason"),
                        LocalDate.parse(e.fact("settled"))));
    }
}
