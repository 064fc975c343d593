package org.guiju.kernel.clearing;

import java.time.LocalDate;

/// 审定: the decision of the Party committee's meeting (A45).
public record Resolution(String meeting, String number, LocalDate on, LocalDate effective) {}
