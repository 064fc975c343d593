package org.guiju.kernel.experts;

/// 比例: a part of a whole in whole numbers; no division, so that a third is a third.
public record Share(int part, int whole) {
    /// 专家库中系统外、区域外专家不少于三分之一 (seed 001, matrix C36).
    public static final Share THIRD = new Share(1, 3);

    public Share {
        if (part < 0 || whole < 1 || part > whole) {
            throw new IllegalArgumentException("a share lies between nothing and the whole");
        }
    }

    /// Whether `some` of `all` is at least this share.
    public boolean reached(int some, int all) {
        return (long) some * whole >= (long) all * part;
    }

    /// The fewest of `all` that reach this share.
    public int of(int all) {
        return (int) (((long) all * part + whole - 1) / whole);
    }
}
