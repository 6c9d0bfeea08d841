package org.rectification.engine.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a path that can be read in two ways, with parameters ({@code ;x=1}), empty or dotted segments, or an encoded
 * separator, before anybody tries to make sense of it. The gate behind the doors does not depend on paths; this only
 * keeps such a request from ending as a server error.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainPathFilter extends OncePerRequestFilter {

    private static final Pattern AMBIGUOUS =
            Pattern.compile(";|\\\\|//|/\\.{1,2}(/|$)|%(2e|2f|5c|3b|00)", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (AMBIGUOUS.matcher(request.getRequestURI()).find()) {
            Problems.write(response, HttpServletResponse.SC_BAD_REQUEST, "请求地址无效。");
            return;
        }
        chain.doFilter(request, response);
    }
}
