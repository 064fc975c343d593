package org.guiju.app.mail.application;

import java.util.Properties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// The sender by the installation's own settings.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    JavaMailSender mailSender(MailSettings settings) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding("UTF-8");
        var how = new Properties();
        var patience = Long.toString(settings.patience().toMillis());
        how.put("mail.smtp.connectiontimeout", patience);
        how.put("mail.smtp.timeout", patience);
        how.put("mail.smtp.writetimeout", patience);
        how.put("mail.smtp.starttls.enable", Boolean.toString(settings.starttls()));
        how.put("mail.smtp.starttls.required", Boolean.toString(settings.starttls()));
        if (!settings.username().isBlank()) {
            sender.setUsername(settings.username());
            sender.setPassword(settings.password());
            how.put("mail.smtp.auth", "true");
        }
        sender.setJavaMailProperties(how);
        return sender;
    }
}
