package org.rectification.engine.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** A browser sends a remembered login along with a request of any page; one that comes from another site is not meant. */
class CrossSiteFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            Problems.write(response, HttpServletResponse.SC_FORBIDDEN, "不接受来自其他网站的请求。");
            return;
        }
        chain.doFilter(request, response);
    }
}
