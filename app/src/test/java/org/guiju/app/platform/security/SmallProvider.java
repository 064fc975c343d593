package org.guiju.app.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/// A small OpenID provider of our own on the JDK's server: real keys, real codes, PKCE checked. Whoever is sent there is the one who is `who`
/// at that moment; a test may spoil what the provider says.
final class SmallProvider implements AutoCloseable {
    static final String CLIENT = "guiju-qinglan";
    static final String SECRET = "a secret of many letters, and / = &";

    private final HttpServer server;
    private final RSAKey key = generated();
    private final RSAKey stranger = generated();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    /// Whom the person at the browser is to it.
    volatile String who = "";

    /// Whether it hangs up on everybody.
    volatile boolean down;

    volatile Instant now = Instant.now();
    volatile UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
    volatile Signing signing = Signing.OWN;

    enum Signing {
        OWN,
        /// With a key that it never published, under the number of the one it did.
        STRANGER,
        /// None at all.
        NONE,
        /// With the public key as if it were a shared secret.
        CONFUSED,
        /// Rightly, by an algorithm that was not agreed on.
        OTHER
    }

    SmallProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /// One that is there and hangs up.
    static SmallProvider silent() {
        try {
            var provider = new SmallProvider();
            provider.down = true;
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// Back to what an honest one does.
    void honest(String subject, Instant at) {
        who = subject;
        now = at;
        down = false;
        claims = UnaryOperator.identity();
        signing = Signing.OWN;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (down) {
            exchange.close();
            return;
        }
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> json(exchange, 200, description());
                case "/jwks" -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
                case "/authorize" -> authorize(exchange);
                case "/token" -> token(exchange);
                default -> json(exchange, 404, "{}");
            }
        } catch (JOSEException | NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    private String description() {
        var i = issuer();
        return """
        {"issuer":"%s","authorization_endpoint":"%s/authorize","token_endpoint":"%s/token","jwks_uri":"%s/jwks",
         "end_session_endpoint":"%s/end","userinfo_endpoint":"%s/never-asked",
         "response_types_supported":["code"],"subject_types_supported":["public"],
         "id_token_signing_alg_values_supported":["RS256","HS256","none"],
         "token_endpoint_auth_methods_supported":["client_secret_basic"]}\
        """
                .formatted(i, i, i, i, i, i);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = fields(exchange.getRequestURI().getRawQuery());
        var code = UUID.randomUUID().toString();
        codes.put(code, asked);
        var back =
                asked.get("redirect_uri")
                        + "?code="
                        + code
                        + "&state="
                        + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", back);
        exchange.sendResponseHeaders(302, -1);
    }

    /// A code holds once, for the client that proves itself and shows what it hid behind the challenge.
    private void token(HttpExchange exchange)
            throws IOException, JOSEException, NoSuchAlgorithmException {
        var sent =
                fields(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var asked = codes.remove(sent.getOrDefault("code", ""));
        var client =
                Base64.getEncoder()
                        .encodeToString(
                                (CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8));
        var challenge =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(
                                                sent.getOrDefault("code_verifier", "")
                                                        .getBytes(StandardCharsets.US_ASCII)));
        if (asked == null
                || !("Basic " + client)
                        .equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !"S256".equals(asked.get("code_challenge_method"))
                || !challenge.equals(asked.get("code_challenge"))
                || !Objects.equals(asked.get("redirect_uri"), sent.get("redirect_uri"))) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        json(
                exchange,
                200,
                "{\"access_token\":\"unused\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
                        + idToken(asked.getOrDefault("nonce", ""))
                        + "\"}");
    }

    private String idToken(String nonce) throws JOSEException {
        var said =
                claims.apply(
                                new JWTClaimsSet.Builder()
                                        .issuer(issuer())
                                        .subject(who)
                                        .audience(CLIENT)
                                        .issueTime(Date.from(now))
                                        .expirationTime(Date.from(now.plusSeconds(300)))
                                        .claim("nonce", nonce))
                        .build();
        if (signing == Signing.NONE) {
            return new PlainJWT(said).serialize();
        }
        var algorithm =
                switch (signing) {
                    case CONFUSED -> JWSAlgorithm.HS256;
                    case OTHER -> JWSAlgorithm.RS512;
                    default -> JWSAlgorithm.RS256;
                };
        var signed =
                new SignedJWT(
                        new JWSHeader.Builder(algorithm)
                                .type(JOSEObjectType.JWT)
                                .keyID(key.getKeyID())
                                .build(),
                        said);
        signed.sign(
                switch (signing) {
                    case CONFUSED -> new MACSigner(key.toRSAPublicKey().getEncoded());
                    case STRANGER -> new RSASSASigner(stranger);
                    default -> new RSASSASigner(key);
                });
        return signed.serialize();
    }

    private static void json(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static Map<String, String> fields(String form) {
        var fields = new HashMap<String, String>();
        Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair ->
                        fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return fields;
    }

    private static RSAKey generated() {
        try {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
