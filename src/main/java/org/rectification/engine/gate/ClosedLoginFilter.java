package org.rectification.engine.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.rectification.engine.Accounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** At our own interface: a login that may do nothing at the moment, such as one with its first password, only reads. */
class ClosedLoginFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ObjectProvider<Accounts> accounts;

    ClosedLoginFilter(ObjectProvider<Accounts> accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var login = SecurityContextHolder.getContext().getAuthentication();
        var why = login == null || READING.contains(request.getMethod())
                ? null
                : accounts.getObject().closed(login.getName());
        if (why != null) {
            Problems.write(response, HttpServletResponse.SC_FORBIDDEN, why);
            return;
        }
        chain.doFilter(request, response);
    }
}
