package org.guiju.app.windows.application;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(WindowSettings.class)
class WindowConfiguration {}
