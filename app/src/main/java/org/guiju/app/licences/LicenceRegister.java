package org.guiju.app.licences;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.shared.OrganId;

/// 许可证查询.
public interface LicenceRegister {

    /// 筛选.
    ///
    /// @param organ empty for all
    /// @param state a state, `expiring` for those that end within ninety days, or empty for all
    /// @param text part of the number, the holder as shown, the case or the power; empty for all
    record Filter(String organ, String state, String text) {}

    /// By the day of issue, the newest first, at most so many.
    List<LicenceRow> find(Filter filter, LocalDate today, int most);

    Optional<LicenceRow> row(String number);

    /// The licences that these cases issued, by case.
    Map<String, LicenceRow> issuedBy(Collection<String> cases);

    /// 有效许可证数: how many of the power take up its quota on the day.
    long inForce(String power, LocalDate day);

    /// Powers under which the organ has issued licences; of every organ where none is named.
    List<String> powers(Optional<OrganId> organ);
}
