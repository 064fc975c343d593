package org.guiju.app.platform.security;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// 统一身份认证设置 (`guiju.oidc.*`): the organisation's own login, where it has one that speaks OpenID Connect. Without an issuer there is
/// neither button nor address.
///
/// @param issuer as the provider names itself; https, or http on this machine alone
/// @param clientId as which the provider knows this installation
/// @param secretFile holds the client secret; empty for a public client, which PKCE alone protects
/// @param claim of the ID token that says who it is
/// @param algorithm with which the provider signs; any other is refused
/// @param name of the login, on its button
@ConfigurationProperties("guiju.oidc")
public record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String secretFile,
        @DefaultValue("sub") String claim,
        @DefaultValue("RS256") String algorithm,
        @Nullable Text name) {

    private static final Text NAME = new Text("统一身份认证登录", "Sign in with the organisation’s login");

    /// With a key of the provider's own: one that both sides share would let whoever knows the secret be anybody.
    private static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public OidcSettings {
        if (!issuer.isBlank()) {
            if (!isAddress(issuer)) {
                throw wrong(
                        "issuer",
                        "应为 https 地址，不带 ? 和 #",
                        "must be an https address without ? and #");
            }
            if (clientId.isBlank()) {
                throw wrong("client-id", "不能为空", "is missing");
            }
            if (!secretFile.isBlank() && !Files.isReadable(Path.of(secretFile))) {
                throw wrong("secret-file", "文件不能读取", "cannot be read");
            }
            if (!ALGORITHMS.contains(algorithm)) {
                throw wrong(
                        "algorithm",
                        "应为 " + String.join("、", ALGORITHMS.stream().sorted().toList()),
                        "must be one of these");
            }
        }
    }

    /// Whether there is such a login.
    public boolean on() {
        return !issuer.isBlank();
    }

    /// What its button says.
    public Text title() {
        return name == null ? NAME : name;
    }

    private static boolean isAddress(String text) {
        try {
            var uri = URI.create(text);
            var host = uri.getHost();
            return host != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(host));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static IllegalArgumentException wrong(String name, String zh, String en) {
        return new IllegalArgumentException(
                "设置 guiju.oidc." + name + " " + zh + " / the setting " + en);
    }
}
