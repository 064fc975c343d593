package org.guiju.app.cases;

import java.time.LocalDate;

/// 个人信息状态: that a person's data were put away or destroyed, when, by which article and whose decision.
///
/// @param state `sealed` or `erased`
public record PersonalState(String state, LocalDate day, String article, String officer) {}
