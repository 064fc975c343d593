package org.guiju.app.samples.application;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// 抽查设置 (`guiju.samples.*`): the office's own figures; no law at hand sets them.
///
/// @param percent 抽查比例, of the cases of a month and an organ
/// @param within 抽查时限, working days from the draw
@ConfigurationProperties("guiju.samples")
record SampleSettings(@DefaultValue("10") int percent, @DefaultValue("20") int within) {}
