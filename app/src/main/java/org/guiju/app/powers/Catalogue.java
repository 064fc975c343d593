package org.guiju.app.powers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.cases.CaseFacts.Listing;
import org.guiju.kernel.powers.PowerDefinition;

/// 权力目录查询: definitions by version, and how a power stands on a day.
public interface Catalogue {

    /// The version a case began with; every version ever published stays readable.
    Optional<PowerDefinition> version(String code, int version);

    /// The version in force on the day.
    Optional<PowerDefinition> inForce(String code, LocalDate day);

    /// How the power stands on the list on the day.
    Listing listing(String code, LocalDate day);

    /// Every power's version in force on the day, by code.
    List<PowerDefinition> allInForce(LocalDate day);

    /// All versions of a power, newest first.
    List<PowerDefinition> versions(String code);

    /// How many of all powers have an institution in force on the day (一项权力建立一项制度, C1).
    Coverage coverage(LocalDate day);

    /// 制度覆盖: powers with an institution in force, and all powers: those, the ones whose institution is not in force yet, and
    /// the items of the inventory, which have none.
    record Coverage(long effective, long all) {
        /// In percent with one decimal, rounded down: full coverage is never shown before it is reached.
        public String percent() {
            long tenths = all == 0 ? 0 : effective * 1000 / all;
            return tenths / 10 + "." + tenths % 10;
        }
    }

    /// The text as it was published.
    Optional<String> text(String code, int version);
}
