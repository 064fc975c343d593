package org.guiju.app.webhooks.application;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// 推送设置 (`guiju.webhooks.*`), of whoever runs the machine: he says which hosts may be told anything at all. Without a host nothing is sent and no
/// receiver can be registered.
///
/// @param hosts `receiver.example.gov.cn`, or `receiver.example.gov.cn:8443` where it listens at another port than 443
/// @param internal names among them that may lie in the organisation's own network
/// @param plain names among them that are spoken to without encryption, at port 80 if none is named
/// @param trust certificates, in PEM, of authorities that are trusted besides the machine's own
/// @param connect how long a connection may take
/// @param patience how long the receiver may take to answer, to its last byte
@ConfigurationProperties("guiju.webhooks")
public record WebhookSettings(
        @DefaultValue List<String> hosts,
        @DefaultValue List<String> internal,
        @DefaultValue List<String> plain,
        @Nullable Path trust,
        @DefaultValue("5s") Duration connect,
        @DefaultValue("15s") Duration patience) {
    public WebhookSettings {
        hosts = hosts.stream().map(WebhookSettings::tidy).filter(h -> !h.isEmpty()).toList();
        internal = internal.stream().map(WebhookSettings::tidy).toList();
        plain = plain.stream().map(WebhookSettings::tidy).toList();
        for (var host : hosts) {
            var read = read(host, true);
            if (read.isEmpty()) {
                throw new IllegalArgumentException(
                        "guiju.webhooks.hosts: " + host + " is no host, and no host:port");
            }
        }
        for (var named : List.of(internal, plain)) {
            for (var name : named) {
                if (!names(hosts).contains(name)) {
                    throw new IllegalArgumentException(
                            "guiju.webhooks.internal and guiju.webhooks.plain: "
                                    + name
                                    + " is not among guiju.webhooks.hosts");
                }
            }
        }
    }

    public boolean on() {
        return !hosts.isEmpty();
    }

    /// Whether the receiver may be told anything.
    public boolean allows(ReceiverAddress to) {
        return (to.encrypted() || plain.contains(to.host()))
                && hosts.stream()
                        .flatMap(h -> read(h, to.encrypted()).stream())
                        .anyMatch(h -> h.host().equals(to.host()) && h.port() == to.port());
    }

    /// Whether the name is on the list at all, at whichever port.
    boolean names(String host) {
        return names(hosts).contains(host);
    }

    /// Whether the name may lie in the organisation's own network.
    boolean internal(String host) {
        return internal.contains(host);
    }

    private static List<String> names(List<String> hosts) {
        return hosts.stream()
                .flatMap(h -> read(h, true).stream())
                .map(ReceiverAddress::host)
                .toList();
    }

    private static String tidy(String typed) {
        return typed.strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static Optional<ReceiverAddress> read(String host, boolean encrypted) {
        try {
            var address = ReceiverAddress.read((encrypted ? "https://" : "http://") + host + "/");
            return Optional.of(address).filter(a -> a.path().equals("/"));
        } catch (ReceiverAddress.Misspelt _) {
            return Optional.empty();
        }
    }
}
