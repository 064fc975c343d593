package org.guiju.app.platform.i18n;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;

/// 双语配置: the bundles named by `spring.messages.basename`, each as `_zh_CN` and `_en`.
@Configuration(proxyBeanMethods = false)
class I18nConfiguration {

    /// Our own bean and not Boot's: Boot's wants a bundle without a language, and a third file is a third place for a
    /// key to be missing in.
    @Bean
    MessageSource messageSource(@Value("${spring.messages.basename}") String[] basenames) {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(basenames);
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return source;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LanguageResolver();
    }

    @Bean
    FilterRegistrationBean<PreferenceCookies> preferenceCookies() {
        var registration = new FilterRegistrationBean<>(new PreferenceCookies());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
        return registration;
    }
}
