package org.guiju.app.webhooks.application;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/// 核查过的地址: the only addresses that a connection is made to. One that must not be reached among them refuses the name as a whole: a name with
/// two faces is not asked which of them it means.
final class CheckedNames implements DnsResolver {
    private final WebhookSettings settings;
    private final Names names;

    CheckedNames(WebhookSettings settings, Names names) {
        this.settings = settings;
        this.names = names;
    }

    /// 不得连接.
    static final class Forbidden extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Forbidden(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (!settings.names(host)) {
            throw new Forbidden(host);
        }
        var found = names.of(host);
        for (var address : found) {
            var reach = Reach.of(address);
            if (reach == Reach.NEVER || reach == Reach.INTERNAL && !settings.internal(host)) {
                throw new Forbidden(host);
            }
        }
        if (found.length == 0) {
            throw new UnknownHostException(host);
        }
        return found;
    }

    /// Never asked: whom we connect to is called as he was registered.
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
