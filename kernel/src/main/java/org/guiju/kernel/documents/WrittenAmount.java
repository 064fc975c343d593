package org.guiju.kernel.documents;

import java.math.BigDecimal;

/// 大写金额: an amount as it stands on a decision, so that no figure can be added to it (《支付结算办法》附一《正确填写票据和结算凭证的基本规定》).
public final class WrittenAmount {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};
    private static final int GROUP = 10_000;
    private static final long MOST = 9_999_999_999_999_999L;

    private WrittenAmount() {}

    /// In figures, such as 50000 or 1234.50.
    ///
    /// @param fen hundredths of a yuan
    public static String figures(long fen) {
        var yuan = BigDecimal.valueOf(fen, 2);
        return (fen % 100 == 0 ? yuan.setScale(0) : yuan).toPlainString();
    }

    /// 人民币伍万元整.
    ///
    /// @param fen hundredths of a yuan, not negative
    public static String capitals(long fen) {
        if (fen < 0 || fen > MOST) {
            throw new IllegalArgumentException("not an amount: " + fen);
        }
        long yuan = fen / 100;
        int jiao = (int) (fen / 10 % 10);
        int rest = (int) (fen % 10);
        var text = new StringBuilder("人民币");
        if (yuan > 0 || fen == 0) {
            text.append(yuan == 0 ? "零" : whole(yuan)).append('元');
        }
        if (jiao > 0) {
            text.append(DIGITS.charAt(jiao)).append('角');
        } else if (rest > 0 && yuan > 0) {
            text.append('零');
        }
        return text.append(rest > 0 ? DIGITS.charAt(rest) + "分" : "整").toString();
    }

    private static String whole(long yuan) {
        var text = new StringBuilder();
        boolean gap = false;
        for (int g = GROUPS.length - 1; g >= 0; g--) {
            int part = (int) (yuan / (long) Math.pow(GROUP, g) % GROUP);
            if (part == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (!text.isEmpty() && (gap || part < GROUP / 10)) {
                text.append('零');
            }
            text.append(group(part)).append(GROUPS[g]);
            gap = false;
        }
        return text.toString();
    }

    private static String group(int part) {
        var text = new StringBuilder();
        boolean gap = false;
        for (int p = PLACES.length - 1; p >= 0; p--) {
            int digit = (int) (part / Math.pow(10, p)) % 10;
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (gap) {
                text.append('零');
            }
            text.append(DIGITS.charAt(digit)).append(PLACES[p]);
            gap = false;
        }
        return text.toString();
    }
}
