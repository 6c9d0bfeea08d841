package org.rectification.engine.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets {@code /api} take the login of the web applications, so that lists and forms inside Tasklist need no second one.
 * A request that changes something must carry the session's token: a page of another site cannot know it.
 */
class WebappSessionFilter extends OncePerRequestFilter {

    /** Under this name the web applications keep their logins in the session. */
    private static final String LOGINS = "authenticatedUser";

    private static final String ENGINE = "default";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final EngineLogins logins;

    WebappSessionFilter(EngineLogins logins) {
        this.logins = logins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null
                && request.getHeader("Authorization") == null
                && session.getAttribute(LOGINS) instanceof Authentications authentications
                && authentications.getAuthenticationForProcessEngine(ENGINE) != null) {
            if (!READING.contains(request.getMethod())
                    && !tokenMatches(request, session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME))) {
                Problems.write(response, 403, "页面已过期，请刷新后重试。");
                return;
            }
            var person =
                    authentications.getAuthenticationForProcessEngine(ENGINE).getIdentityId();
            SecurityContextHolder.getContext().setAuthentication(logins.tokenFor(person));
        }
        chain.doFilter(request, response);
    }

    private static boolean tokenMatches(HttpServletRequest request, Object expected) {
        var sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return sent != null
                && expected instanceof String token
                && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
