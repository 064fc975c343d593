package org.guiju.app.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.guiju.kernel.cases.Licensing;

/// 许可证查询, answered by whoever keeps the register of licences.
public interface HeldLicences {

    /// The licence as it stands on the day; empty where there is none of that number.
    Optional<Licensing.Held> held(String number, LocalDate day);

    /// How many licences of the power take up its quota on the day.
    long inForce(String power, LocalDate day);
}
