package org.guiju.app.webhooks.application;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.guiju.formats.webhooks.CloudEvent;
import org.jspecify.annotations.Nullable;

/// 信使: takes one message to one receiver, once. The name is looked up once, what it stands for is checked, and the connection goes to just that;
/// it goes directly, follows no one elsewhere, keeps nothing between two messages and waits no longer than it is told.
class Courier implements Closeable {
    /// Of the answer that is read, so that a receiver that says little ends well; the rest is left unread.
    private static final int MOST_READ = 64 * 1024;

    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int AT_ONCE = 64;
    private final CloseableHttpClient http;
    private final Duration deadline;
    private final ScheduledExecutorService ends =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("webhook-deadline").factory());

    Courier(WebhookSettings settings, Names names) {
        this.deadline = settings.connect().plus(settings.patience());
        var patience = Timeout.of(settings.patience());
        var manager =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames(settings, names))
                        .setTlsSocketStrategy(
                                new DefaultClientTlsStrategy(trusted(settings.trust())))
                        .setConnectionFactory(
                                ManagedHttpClientConnectionFactory.builder()
                                        .http1Config(
                                                Http1Config.custom()
                                                        .setMaxHeaderCount(MOST_HEADERS)
                                                        .setMaxLineLength(LONGEST_LINE)
                                                        .build())
                                        .build())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(Timeout.of(settings.connect()))
                                        .setSocketTimeout(patience)
                                        .build())
                        .setMaxConnTotal(AT_ONCE)
                        .setMaxConnPerRoute(AT_ONCE)
                        .build();
        this.http =
                HttpClientBuilder.create()
                        .setConnectionManager(manager)
                        .setRoutePlanner(
                                new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                        .setConnectionReuseStrategy((_, _, _) -> false)
                        .setDefaultRequestConfig(
                                RequestConfig.custom()
                                        .setResponseTimeout(patience)
                                        .setConnectionRequestTimeout(patience)
                                        .setProtocolUpgradeEnabled(false)
                                        .build())
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableAuthCaching()
                        .disableCookieManagement()
                        .disableContentCompression()
                        .setUserAgent("Guiju-Webhooks/1")
                        .build();
    }

    /// What came of it.
    ///
    /// @param status what the receiver answered; null where it did not
    /// @param problem a key below `webhooks.problem.`; "" for an answer that takes the message
    /// @param retryAfter how long the receiver asks to be left alone; null where it does not ask
    record Answer(@Nullable Integer status, String problem, @Nullable Duration retryAfter) {
        boolean taken() {
            return problem.isEmpty();
        }

        /// 410: it wants nothing any more.
        boolean gone() {
            return problem.equals("gone");
        }

        /// Nobody answered; whoever comes next would wait as long.
        boolean silent() {
            return status == null;
        }
    }

    /// @param at now, for an answer that names a moment
    Answer take(ReceiverAddress to, Map<String, String> headers, byte[] body, Instant at) {
        var post = new HttpPost(URI.create(to.toString()));
        headers.forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(body, ContentType.parse(CloudEvent.MEDIA_TYPE)));
        var late = new AtomicBoolean();
        var end =
                ends.schedule(
                        () -> {
                            late.set(true);
                            post.cancel();
                        },
                        deadline.toMillis(),
                        TimeUnit.MILLISECONDS);
        try (var response = http.executeOpen(null, post, null)) {
            var asked = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
            if (response.getEntity() != null) {
                read(response.getEntity().getContent());
            }
            int status = response.getCode();
            return new Answer(
                    status, problem(status), asked == null ? null : wait(asked.getValue(), at));
        } catch (IOException | IllegalStateException e) {
            return new Answer(null, late.get() ? "timeout" : problem(e), null);
        } finally {
            end.cancel(false);
        }
    }

    private static void read(@Nullable InputStream content) throws IOException {
        if (content != null) {
            content.readNBytes(MOST_READ);
        }
    }

    private static String problem(int status) {
        return switch (status / 100) {
            case 2 -> "";
            case 3 -> "redirect";
            default -> status == 410 ? "gone" : "status";
        };
    }

    private static String problem(Exception e) {
        return switch (e) {
            case CheckedNames.Forbidden _ -> "forbidden";
            case UnknownHostException _ -> "unknown-host";
            case ConnectTimeoutException _ -> "timeout";
            case java.net.SocketTimeoutException _ -> "timeout";
            case SSLException _ -> "tls";
            case java.net.ConnectException _ -> "connect";
            default -> "broken";
        };
    }

    /// Seconds or a moment (RFC 9110, 10.2.3); null for what is neither.
    static @Nullable Duration wait(String asked, Instant at) {
        var typed = asked.strip();
        if (typed.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(typed));
        }
        try {
            var until =
                    ZonedDateTime.parse(typed, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return until.isAfter(at) ? Duration.between(at, until) : Duration.ZERO;
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static SSLContext trusted(@Nullable Path more) {
        try {
            var context = SSLContext.getInstance("TLS");
            if (more == null) {
                context.init(null, null, null);
                return context;
            }
            var all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            var certificates = new ArrayList<java.security.cert.Certificate>();
            try (var in = Files.newInputStream(more)) {
                certificates.addAll(
                        CertificateFactory.getInstance("X.509").generateCertificates(in));
            }
            var machine =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            machine.init((KeyStore) null);
            Arrays.stream(machine.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .forEach(m -> certificates.addAll(Arrays.asList(m.getAcceptedIssuers())));
            for (int i = 0; i < certificates.size(); i++) {
                all.setCertificateEntry("trusted-" + i, certificates.get(i));
            }
            var factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(all);
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "guiju.webhooks.trust: " + more + " holds no certificates that can be read", e);
        }
    }

    /// For the machine's own way of looking up names.
    static Courier of(WebhookSettings settings) {
        return new Courier(settings, InetAddress::getAllByName);
    }

    @Override
    public void close() {
        ends.shutdownNow();
        http.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }
}
