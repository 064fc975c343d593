package org.guiju.app.documents.application;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// Reads `guiju.documents.*`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaperSettings.class)
class PaperConfiguration {}
