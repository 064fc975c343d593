package org.guiju.kernel.documents;

/// 发文字号 (GB/T 9704—2012, 7.2.5): mark of the organ and the kind, year in full within 〔〕, running number without leading
/// zeros and without 第.
///
/// @param mark 机关代字 with the word of the kind, such as 青文旅许
/// @param n from 1, without gaps within organ, kind and year
public record DocumentNumber(String mark, int year, long n) {
    private static final int YEAR_DIGITS = 1000;

    public DocumentNumber {
        if (mark.isBlank() || year < YEAR_DIGITS || n < 1) {
            throw new IllegalArgumentException("no document number: " + mark + year + "/" + n);
        }
    }

    @Override
    public String toString() {
        return mark + "〔" + year + "〕" + n + "号";
    }
}
