package org.guiju.app.platform.security;

import jakarta.servlet.DispatcherType;
import org.guiju.app.platform.i18n.WellFormed;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// 安全配置: which addresses need whom. Only the kind of account is looked at here;
/// what an officer may do to a case is decided by the deciders.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OFFICERS = {
        "/desk/**", "/catalog/**", "/supervision/**", "/meetings/**", "/matters/**"
    };

    private static final String[] EVERYBODY = {
        "/",
        "/search",
        "/powers/**",
        "/powers.*",
        "/lists/**",
        "/lists.*",
        "/organs/**",
        "/standards/**",
        "/track/**",
        "/pay",
        "/log/**",
        "/results/**",
        "/results.*",
        "/applications/**",
        "/villages/**",
        "/complaints/**",
        "/ratings/**",
        "/v",
        "/verify/**",
        "/vouchers",
        "/draw",
        "/draws/**",
        "/decisions/**",
        "/rules",
        "/statistics",
        "/open-data",
        "/laws/**",
        "/about",
        "/help",
        "/accessibility",
        "/sitemap",
        "/css/**",
        "/js/**",
        "/img/**",
        "/favicon.ico",
        "/robots.txt",
        "/health",
        "/login/**",
        "/register",
        "/error"
    };

    private static final String[] OPEN_API = {"/api/openapi.json", "/api/v1/public/**"};

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        var registration = new FilterRegistrationBean<>(new SecurityHeaders());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(10);
    }

    /// A name or value with half a character in it is refused wherever it is read; PostgreSQL would refuse it later.
    @Bean
    StrictHttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(WellFormed::text);
        firewall.setAllowedParameterValues(WellFormed::text);
        return firewall;
    }

    // PasswordSignIn is found as the only AuthenticationProvider. Naming it here too would ask it
    // twice and count each failure twice.

    /// Programs: the session of a browser, or name and password with each request. Nothing is kept between two of the latter.
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Accounts accounts, UnansweredPaths unanswered) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(all ->
                        all.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(OPEN_API)
                                .permitAll()
                                .requestMatchers(unanswered)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(new ApiSignIn()))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new ApiSignIn()))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new ForgeableRequests()))
                .addFilterBefore(
                        new SwitchedOffAccounts(accounts), AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Accounts accounts, UnansweredPaths unanswered) {
        var returnTo = returnTo();
        return http.authorizeHttpRequests(all ->
                        all.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(OFFICERS)
                                .hasAuthority(AccountKind.OFFICER.name())
                                .requestMatchers(EVERYBODY)
                                .permitAll()
                                .requestMatchers(unanswered)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form ->
                        form.loginPage("/login")
                                .failureHandler(
                                        new ForwardAuthenticationFailureHandler("/login/failed"))
                                .successHandler(new WhereNext(returnTo)))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new SignInInPlace()))
                .requestCache(cache -> cache.requestCache(returnTo))
                .logout(logout -> logout.logoutSuccessUrl("/").deleteCookies("guiju"))
                .addFilterBefore(
                        new SwitchedOffAccounts(accounts), AnonymousAuthenticationFilter.class)
                .build();
    }

    /// Only pages are returned to, and under the address they had: without a parameter of Spring's own.
    @SuppressWarnings("NullAway") // null is documented to switch the parameter off
    private static HttpSessionRequestCache returnTo() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"));
        return cache;
    }
}
