package org.guiju.app.platform.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/// 页面配置: what stands before and around the pages.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteProperties.class)
class WebConfiguration {

    /// After the encoding has been set, before anything reads a parameter.
    @Bean
    FilterRegistrationBean<HostileRequests> hostileRequests(MultipartProperties uploads) {
        var filter = new HostileRequests(uploads.getMaxRequestSize().toBytes());
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    /// A page is HTML whatever its address ends in; else the page for a missing stylesheet claims to be one.
    @Bean
    SmartInitializingSingleton pagesAreHtml(ThymeleafViewResolver pages) {
        return () -> pages.setForceContentType(true);
    }

    /// A file that is text says in which letters, ours as all other text.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> textSaysItsLetters() {
        return factory -> {
            var text = new MimeMappings();
            text.add("css", "text/css;charset=UTF-8");
            text.add("js", "text/javascript;charset=UTF-8");
            text.add("svg", "image/svg+xml;charset=UTF-8");
            factory.addMimeMappings(text);
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors() {
        return factory ->
                factory.addContextCustomizers(context -> {
                    if (context.getParent() instanceof StandardHost host) {
                        host.setErrorReportValveClass(PlainErrorValve.class.getName());
                    }
                });
    }
}
