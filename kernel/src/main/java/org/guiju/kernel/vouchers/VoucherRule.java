package org.guiju.kernel.vouchers;

import org.guiju.kernel.shared.Article;

/// 应急凭证规则: what must hold before an act is entered on the strength of a voucher, in order of precedence. Being late is
/// not among them: who is turned away for it keeps the slip in a drawer. It is counted, in public.
public enum VoucherRule {
    /// The number is one of a pad of vouchers that the organ issued, not of another kind of form.
    VOUCHER_OF_THE_OFFICE,
    /// It has not been entered, spoilt or given back.
    VOUCHER_UNUSED,
    /// It was handed over on a day on which the pad was out, and not later than today.
    VOUCHER_DAY;

    /// 应急凭证 (无码不出件的例外): our own institution, no law knows it.
    public Article basis() {
        return new Article("guiju", "应急凭证");
    }
}
