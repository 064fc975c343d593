package org.guiju.app.ledger;

/// 病毒扫描: looks into what somebody from outside has sent.
public interface Scanner {

    /// 扫描结果.
    sealed interface Verdict {
        /// 未发现病毒.
        record Clean() implements Verdict {}

        /// 发现病毒.
        record Found(String what) implements Verdict {}

        /// 扫描服务不可用: nothing is known of the file.
        record Unavailable(String why) implements Verdict {}
    }

    /// Whether there is a scanner at all.
    boolean configured();

    Verdict scan(byte[] content);
}
