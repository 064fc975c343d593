package org.guiju.kernel.lists;

import java.time.LocalDate;

/// 审定依据: by what a version came to be.
///
/// @param campaign the campaign of clearing, the adjustment or the examination that it came from
/// @param resolution number of the resolution or of the reply
/// @param decidedOn day of the decision
public record ListSource(String campaign, String resolution, LocalDate decidedOn) {}
