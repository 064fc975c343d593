package org.guiju.app.calendar;

/// 日历已变: an edition was loaded; due dates that were provisional are counted again.
///
/// @param year the year of the notice
public record CalendarChanged(int year) {}
