package org.guiju.app.platform.security;

import jakarta.servlet.DispatcherType;
import org.guiju.app.platform.i18n.WellFormed;
import org.guiju.app.platform.time.OfficialClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// 安全配置: which addresses need whom. Only the kind of account is looked at here;
/// what an officer may do to a case is decided by the deciders.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
class SecurityConfiguration {

    @Bean
    SessionCookie sessionCookie(@Value("${guiju.documents.address:}") String address) {
        return new SessionCookie(address);
    }

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders(SessionCookie cookie) {
        var registration = new FilterRegistrationBean<>(new SecurityHeaders(cookie.https()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
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
    SecurityFilterChain api(
            HttpSecurity http,
            Accounts accounts,
            Sessions sessions,
            OfficialClock clock,
            SessionSettings limits,
            ObjectProvider<AdminStanding> standing,
            UnansweredPaths unanswered,
            AdministratorsDoor door) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(all ->
                        all.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(Doors.OPEN_API)
                                .permitAll()
                                .requestMatchers(Doors.BY_KEY)
                                .permitAll()
                                .requestMatchers(unanswered)
                                .permitAll()
                                .requestMatchers(Doors.OWN)
                                .authenticated()
                                .requestMatchers(Doors.BY_CITIZENS)
                                .hasAnyAuthority(
                                        AccountKind.OFFICER.name(), AccountKind.CITIZEN.name())
                                .anyRequest()
                                .hasAuthority(AccountKind.OFFICER.name()))
                .httpBasic(basic -> basic.authenticationEntryPoint(new ApiSignIn()))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new ApiSignIn()))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new ForgeableRequests()))
                .addFilterBefore(
                        new SessionLimit(clock, limits, standing),
                        AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new SwitchedOffAccounts(accounts, sessions),
                        AnonymousAuthenticationFilter.class)
                .addFilterBefore(door, AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            Accounts accounts,
            Sessions sessions,
            OfficialClock clock,
            SessionSettings limits,
            ObjectProvider<AdminStanding> standing,
            UnansweredPaths unanswered,
            AdministratorsDoor door,
            WhereNext next,
            RequestCache returnTo,
            ObjectProvider<OidcClient> oidc,
            SessionCookie cookie) {
        var leaving = new Leaving(oidc);
        return http.authorizeHttpRequests(all ->
                        all.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(Doors.OFFICERS)
                                .hasAuthority(AccountKind.OFFICER.name())
                                .requestMatchers(Doors.EVERYBODY)
                                .permitAll()
                                .requestMatchers(unanswered)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form ->
                        form.loginPage("/login")
                                .failureHandler(new SignInFailure())
                                .successHandler(next))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new SignInInPlace()))
                .requestCache(cache -> cache.requestCache(returnTo))
                .logout(logout ->
                        logout.addLogoutHandler(leaving)
                                .logoutSuccessHandler(leaving)
                                .addLogoutHandler(new CookieClearingLogoutHandler(cookie.gone())))
                .addFilterBefore(
                        new SessionLimit(clock, limits, standing),
                        AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new SwitchedOffAccounts(accounts, sessions),
                        AnonymousAuthenticationFilter.class)
                .addFilterBefore(door, AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    AdministratorsDoor administratorsDoor(
            ObjectProvider<AdminStanding> standing,
            ObjectProvider<SecondFactors> factors,
            UnansweredPaths unanswered) {
        return new AdministratorsDoor(standing, factors, unanswered);
    }

    /// It stands in the two chains, behind the sign-in; the container would put it before them as well.
    @Bean
    FilterRegistrationBean<AdministratorsDoor> notTwice(AdministratorsDoor door) {
        var registration = new FilterRegistrationBean<>(door);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    WhereNext whereNext(
            RequestCache returnTo,
            Accounts accounts,
            ObjectProvider<AdminStanding> standing,
            OfficialClock clock,
            SignInLog log) {
        return new WhereNext(returnTo, accounts, standing, clock, log);
    }

    /// Only pages are returned to, and under the address they had: without a parameter of Spring's own.
    @Bean
    @SuppressWarnings("NullAway") // null is documented to switch the parameter off
    RequestCache returnTo() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"));
        return cache;
    }
}
