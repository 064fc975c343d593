package org.guiju.kernel.supervision;

import java.time.Instant;

/// 所见事件: one event that a finding rests on, by its place in its stream, so that anybody can look it up.
///
/// @param kind what happened, as the log names it
/// @param at when it was recorded
public record Seen(String stream, long seq, String kind, Instant at) {}
