package org.guiju.app.windows.application;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// 窗口设置 (`guiju.windows.*`): terms that the office sets itself; no law at hand sets them.
///
/// @param answerWithin 首问答复时限, working days
/// @param callBackWithin 差评回访整改时限, working days
@ConfigurationProperties("guiju.windows")
record WindowSettings(@DefaultValue("5") int answerWithin, @DefaultValue("5") int callBackWithin) {}
