package org.guiju.app.powers;

import java.time.LocalDate;
import java.util.List;
import org.guiju.app.ledger.Stamp;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Refusal;

/// 权力调整: what an approved decision does to a power, such as the confirmed result of a clearing; who may decide was asked
/// there. Each takes part in the caller's transaction, and the same decision again changes nothing. Items that have no
/// institution, or are in no inventory, are adjusted by their code all the same.
///
/// A day lies on the day of the stamp or later. What cannot be done, such as merging into an item that is cancelled, is
/// thrown as [Refused], and nothing of the transaction stays.
public interface Adjustments {

    /// 取消: from the day on, no case begins (A25).
    void cancel(String code, LocalDate from, String basis, Stamp stamp);

    /// 合并: the absorbed item leads to the surviving one, whose institution is outdated from that day (A31, A32).
    void merge(String absorbed, String into, LocalDate from, String basis, Stamp stamp);

    /// 下放: not in place until the receiver confirms (A29, A85).
    ///
    /// @param due last day on which the receiver should have taken over
    void delegate(
            String code,
            OrganId from,
            OrganId to,
            LocalDate effective,
            LocalDate due,
            String basis,
            Stamp stamp);

    /// 委托受理: the entrusted organ may accept, and nothing else, once its institution is approved (A78).
    void entrust(
            String code, OrganId from, OrganId to, LocalDate effective, String basis, Stamp stamp);

    /// 不能调整: a decision that the rules of adjustment do not allow.
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Refusal> refusals;

        public Refused(List<Refusal> refusals) {
            super(refusals.getFirst().code() + " " + refusals.getFirst().facts());
            this.refusals = List.copyOf(refusals);
        }

        /// In order of precedence, never empty.
        public List<Refusal> refusals() {
            return refusals;
        }
    }
}
