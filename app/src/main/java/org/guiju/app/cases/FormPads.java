package org.guiju.app.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 编号决定书核对 (行政处罚法 52): what became of every number that an organ issued, by pad and by series. For those who issue
/// and those who supervise; nothing is changed here.
public interface FormPads {

    /// 一本: numbers one officer got at once.
    ///
    /// @param first its first number, by which the pad is known within the organ
    /// @param issued how many numbers it has
    /// @param spoilt declared void, with the reason at the number
    /// @param returned given back unused
    /// @param returnedOn when, or null
    record FormPad(
            NumberedForm.Kind kind,
            OrganId organ,
            String first,
            String last,
            PersonId person,
            LocalDate issuedOn,
            long issued,
            long used,
            long spoilt,
            long returned,
            @Nullable LocalDate returnedOn) {
        /// Still with the officer.
        public long unused() {
            return issued - used - spoilt - returned;
        }

        /// 已核销: every number is accounted for.
        public boolean settled() {
            return unused() == 0;
        }
    }

    /// 号段: all numbers of an organ under one prefix.
    ///
    /// @param missing numbers between the first and the last that nobody got
    record Series(
            NumberedForm.Kind kind,
            OrganId organ,
            String first,
            String last,
            long pads,
            long issued,
            long used,
            long spoilt,
            long returned,
            long missing) {
        /// Still with the officers.
        public long unused() {
            return issued - used - spoilt - returned;
        }
    }

    /// Pads of the organ, the latest first; of all organs where it is empty.
    List<FormPad> pads(String organ, int limit, long offset);

    long count(String organ);

    /// One line a prefix, the latest first; of all organs where it is empty.
    List<Series> series(String organ);

    Optional<FormPad> pad(OrganId organ, String first);

    /// The numbers of a pad in order.
    List<NumberedForm> numbers(OrganId organ, String first);

    /// 补录的应急凭证 that were handed over on the days given, the latest first; of all organs.
    List<Entered> entered(LocalDate from, LocalDate to);

    /// 应急凭证 with this number, of whichever organ.
    List<Entered> voucher(String number);

    /// Vouchers on which acts of the case were entered.
    List<NumberedForm> ofCase(String no);

    /// 一张凭证: a voucher with the organ that issued it.
    record Entered(OrganId organ, NumberedForm form) {}
}
