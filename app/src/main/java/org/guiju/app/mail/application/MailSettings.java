package org.guiju.app.mail.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// 邮件设置 (`guiju.mail.*`). Without a host nothing is sent and nobody is asked for an address.
///
/// @param from sender's address
/// @param starttls whether the connection has to be turned into an encrypted one before anything is said
/// @param patience how long the mail server may take to answer
/// @param giveUp how long a message is tried again before it is given up
@ConfigurationProperties("guiju.mail")
public record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("25") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("noreply@localhost") String from,
        @DefaultValue("false") boolean starttls,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("30d") Duration giveUp) {
    public boolean on() {
        return !host.isBlank();
    }

    /// Without the password.
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + ", from " + from + "]";
    }
}
