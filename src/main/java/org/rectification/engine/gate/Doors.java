package org.rectification.engine.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rectification.engine.Accounts;
import org.rectification.engine.ActingAs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Every HTTP door of the application and who gets in; what is not named here is closed. */
@Configuration(proxyBeanMethods = false)
class Doors {

    private final EngineLogins logins;
    private final LoginThrottle throttle = new LoginThrottle(System::nanoTime);

    Doors(EngineLogins logins) {
        this.logins = logins;
    }

    /** The engine's REST interface, for programs: a login with each request. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, ActingAs actingAs) throws Exception {
        return basic(http.securityMatcher(below("/engine-rest")))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterAfter(new EngineBodyFilter(), AuthorizationFilter.class)
                .addFilterAfter(EngineDoorFilter.forRest(actingAs), EngineBodyFilter.class)
                .build();
    }

    /** Our own interface: programs with a login, our pages with the web applications' session. */
    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ObjectProvider<Accounts> accounts) throws Exception {
        RequestMatcher movingTheClock = request ->
                !"GET".equals(request.getMethod()) && below("/api/clock").matches(request);
        return basic(http.securityMatcher(below("/api")))
                .authorizeHttpRequests(requests -> requests.requestMatchers(movingTheClock)
                        .hasAnyAuthority("inspection-office", AdministrationRules.ADMINISTRATORS)
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new WebappSessionFilter(logins), BasicAuthenticationFilter.class)
                .addFilterAfter(new ClosedLoginFilter(accounts), AuthorizationFilter.class)
                .build();
    }

    /** Tasklist, Cockpit, Admin: they ask for a login themselves. The page that creates a first administrator is closed. */
    @Bean
    @Order(3)
    SecurityFilterChain webApplications(HttpSecurity http) throws Exception {
        return common(http.securityMatcher(new OrRequestMatcher(below("/camunda"), Doors::isRoot)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .headers(headers -> headers.disable())
                .addFilterAfter(new EngineBodyFilter(), AuthorizationFilter.class)
                .addFilterAfter(EngineDoorFilter.forWebApplications(), EngineBodyFilter.class)
                .build();
    }

    /** Whether the application lives is everybody's to know; its figures are read at the management port only. */
    @Bean
    @Order(4)
    SecurityFilterChain rest(HttpSecurity http, @Value("${management.server.port}") int managementPort)
            throws Exception {
        RequestMatcher health = request ->
                "GET".equals(request.getMethod()) && below("/actuator/health").matches(request);
        RequestMatcher atManagementPort = request -> request.getLocalPort() == managementPort;
        return common(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers(health, atManagementPort, below("/error"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private HttpSecurity basic(HttpSecurity http) throws Exception {
        return common(http)
                .authenticationProvider(logins)
                .httpBasic(basic -> basic.authenticationEntryPoint(Doors::askForLogin))
                .addFilterAfter(new CrossSiteFilter(), SecurityContextHolderFilter.class);
    }

    private HttpSecurity common(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                // The web applications own the session. Given a new id with each call, of two calls at once one would
                // lose it.
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(Doors::askForLogin)
                        .accessDeniedHandler((request, response, denied) ->
                                Problems.write(response, HttpServletResponse.SC_FORBIDDEN, "您没有办理此事项的权限。")))
                .addFilterAfter(new BodyLimitFilter(), SecurityContextHolderFilter.class)
                .addFilterAfter(throttle, SecurityContextHolderFilter.class);
    }

    /**
     * By the path as the container resolved it. The framework's own patterns are relative to a servlet's mapping, and the
     * engine brings servlets of its own: "/engine-rest/**" as a pattern matches nothing.
     */
    private static RequestMatcher below(String prefix) {
        return request -> {
            var path = pathOf(request);
            return path.equals(prefix) || path.startsWith(prefix + "/");
        };
    }

    private static boolean isRoot(HttpServletRequest request) {
        return pathOf(request).equals("/");
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    /** A page of ours says itself that the login is over; the browser's own dialog would only confuse. */
    private static void askForLogin(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (request.getHeader("X-Requested-With") == null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"rectification\", charset=\"UTF-8\"");
        }
        Problems.write(response, HttpServletResponse.SC_UNAUTHORIZED, "请先登录。");
    }
}
