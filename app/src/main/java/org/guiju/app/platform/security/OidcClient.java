package org.guiju.app.platform.security;

import com.nimbusds.jose.RemoteKeySourceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guiju.app.platform.time.OfficialClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/// 统一身份认证: speaks with the organisation's login, by OpenID Connect's authorization code flow with PKCE. Asked at the first sign-in
/// and not at the start: a provider that is down keeps nobody from starting.
@Component
@Conditional(OidcConfiguration.On.class)
class OidcClient {
    /// Where the provider sends the browser back to; to be registered there.
    static final String BACK = "/login/oidc/back";

    private static final String ID = "oidc";
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /// By how much the provider's clock may differ from ours.
    static final Duration SKEW = Duration.ofSeconds(60);

    private final OidcSettings settings;
    private final Clock clock;
    private final JdkClientHttpRequestFactory http;
    private final HttpSessionOAuth2AuthorizationRequestRepository begun =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private volatile @Nullable Provider known;

    OidcClient(OidcSettings settings, OfficialClock clock) {
        this.settings = settings;
        this.clock = new Official(clock);
        // An address that leads elsewhere is not followed: only what the provider's own description
        // names is asked.
        http =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .connectTimeout(CONNECT)
                                .followRedirects(HttpClient.Redirect.NEVER)
                                .build());
        http.setReadTimeout(ANSWER);
    }

    /// What is known of the provider once it has answered.
    private record Provider(
            ClientRegistration registration,
            OidcAuthorizationCodeAuthenticationProvider tokens,
            String endSession) {}

    /// 认证结果.
    sealed interface Came {
        record Proven(String issuer, String subject, OidcIdToken token) implements Came {}

        record Failed(Why why) implements Came {}
    }

    /// 未成原因.
    enum Why {
        /// The provider does not answer, or not as it should.
        DOWN,
        /// No sign-in that began here is open: it took too long, or was used already.
        ENDED,
        /// The provider did not say who it is: the person cancelled, or may not.
        DENIED,
        /// What the provider says is not proven: signature, issuer, audience, nonce or time.
        UNPROVEN
    }

    /// The address at the provider where a sign-in begins; what is needed to end it stands in the session.
    ///
    /// @return empty when the provider cannot be reached
    Optional<String> begin(HttpServletRequest request, HttpServletResponse response) {
        try {
            var registration = provider().registration();
            var resolver =
                    new DefaultOAuth2AuthorizationRequestResolver(
                            id -> id.equals(ID) ? registration : null);
            resolver.setAuthorizationRequestCustomizer(
                    OAuth2AuthorizationRequestCustomizers.withPkce());
            var asked = Objects.requireNonNull(resolver.resolve(request, ID));
            begun.saveAuthorizationRequest(asked, request, response);
            return Optional.of(asked.getAuthorizationRequestUri());
        } catch (RestClientException | IllegalArgumentException | IllegalStateException _) {
            return Optional.empty();
        }
    }

    /// Who came back. A sign-in ends once, however it ends.
    Came finish(HttpServletRequest request, HttpServletResponse response) {
        var asked = begun.removeAuthorizationRequest(request, response);
        var state = request.getParameter("state");
        if (asked == null || state == null) {
            return new Came.Failed(Why.ENDED);
        }
        var code = request.getParameter("code");
        var error = request.getParameter("error");
        var answer =
                code != null && error == null
                        ? OAuth2AuthorizationResponse.success(code)
                        : OAuth2AuthorizationResponse.error(
                                error == null || error.isBlank() ? "invalid_request" : "refused");
        var exchange =
                new OAuth2AuthorizationExchange(
                        asked,
                        answer.redirectUri(Objects.requireNonNull(asked.getRedirectUri()))
                                .state(state)
                                .build());
        try {
            var provider = provider();
            var named = request.getParameter("iss");
            if (named != null && !named.equals(settings.issuer())) {
                return new Came.Failed(Why.UNPROVEN);
            }
            var came =
                    (OAuth2LoginAuthenticationToken)
                            provider.tokens()
                                    .authenticate(
                                            new OAuth2LoginAuthenticationToken(
                                                    provider.registration(), exchange));
            return proven(came);
        } catch (OAuth2AuthenticationException e) {
            return new Came.Failed(why(e));
        } catch (RestClientException | IllegalArgumentException | IllegalStateException _) {
            return new Came.Failed(Why.DOWN);
        }
    }

    private Came proven(@Nullable OAuth2LoginAuthenticationToken came) {
        if (came == null || !(came.getPrincipal() instanceof OidcUser user)) {
            return new Came.Failed(Why.UNPROVEN);
        }
        var subject = user.getIdToken().getClaimAsString(settings.claim());
        return subject == null || subject.isBlank()
                ? new Came.Failed(Why.UNPROVEN)
                : new Came.Proven(settings.issuer(), subject.strip(), user.getIdToken());
    }

    /// Where the provider ends its own sign-in, if it says; afterwards it sends the browser to our first page.
    Optional<String> leave(String idToken, String home) {
        var provider = known;
        if (provider == null || provider.endSession().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                UriComponentsBuilder.fromUriString(provider.endSession())
                        .queryParam("id_token_hint", "{token}")
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{home}")
                        .encode()
                        .buildAndExpand(idToken, settings.clientId(), home)
                        .toUriString());
    }

    private static Why why(OAuth2AuthenticationException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof RestClientException
                    || cause instanceof RemoteKeySourceException) {
                return Why.DOWN;
            }
        }
        return switch (e.getError().getErrorCode()) {
            case "invalid_state_parameter" -> Why.ENDED;
            case "invalid_id_token", "invalid_nonce", "missing_signature_verifier" -> Why.UNPROVEN;
            default -> Why.DENIED;
        };
    }

    private synchronized Provider provider() {
        var provider = known;
        if (provider == null) {
            provider = discover();
            known = provider;
        }
        return provider;
    }

    private Provider discover() {
        var issuer = settings.issuer();
        var described =
                RestClient.builder()
                        .requestFactory(http)
                        .build()
                        .get()
                        .uri(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration")
                        .retrieve()
                        .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        if (described == null || !issuer.equals(described.get("issuer"))) {
            throw new IllegalStateException("the provider calls itself otherwise than " + issuer);
        }
        var builder =
                ClientRegistrations.fromOidcConfiguration(described)
                        .registrationId(ID)
                        .clientId(settings.clientId())
                        .redirectUri("{baseUrl}" + BACK)
                        // Who somebody is stands in the ID token, which is signed; nothing else is
                        // asked for.
                        .scope("openid")
                        .userInfoUri(null);
        if (settings.secretFile().isBlank()) {
            builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            builder.clientSecret(secret());
        }
        var registration = builder.build();
        return new Provider(
                registration,
                tokens(registration),
                described.get("end_session_endpoint") instanceof String end ? end : "");
    }

    private String secret() {
        try {
            return Files.readString(Path.of(settings.secretFile())).strip();
        } catch (IOException e) {
            throw new IllegalStateException("the client secret cannot be read", e);
        }
    }

    private OidcAuthorizationCodeAuthenticationProvider tokens(ClientRegistration registration) {
        var codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(
                RestClient.builder()
                        .requestFactory(http)
                        .configureMessageConverters(c ->
                                c.registerDefaults()
                                        .addCustomConverter(
                                                new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        var tokens =
                new OidcAuthorizationCodeAuthenticationProvider(
                        codes,
                        request ->
                                new DefaultOidcUser(
                                        List.of(new SimpleGrantedAuthority("OIDC")),
                                        request.getIdToken()));
        var decoder = decoder(registration);
        tokens.setJwtDecoderFactory(_ -> decoder);
        return tokens;
    }

    /// One algorithm, the one that was agreed on: what a token says of itself decides nothing.
    private JwtDecoder decoder(ClientRegistration registration) {
        var decoder =
                NimbusJwtDecoder.withJwkSetUri(
                                Objects.requireNonNull(
                                        registration.getProviderDetails().getJwkSetUri()))
                        .jwsAlgorithm(
                                Objects.requireNonNull(
                                        SignatureAlgorithm.from(settings.algorithm())))
                        .restOperations(new RestTemplate(http))
                        .build();
        var times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        var claims = new OidcIdTokenValidator(registration);
        claims.setClock(clock);
        claims.setClockSkew(SKEW);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, claims));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(
                        OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    /// The official clock, as Spring's validators ask for it.
    private static final class Official extends Clock {
        private final OfficialClock official;

        Official(OfficialClock official) {
            this.official = official;
        }

        @Override
        public Instant instant() {
            return official.now();
        }

        @Override
        public ZoneId getZone() {
            return OfficialClock.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
