package org.rectification.engine.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down whoever guesses passwords: an address with too many refused logins waits, at every door. The account's own
 * lock is the engine's and expires; stock locks an account for good after ten wrong tries, the administrator's too.
 */
class LoginThrottle extends OncePerRequestFilter {

    static final int FAILURES = 30;
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int ADDRESSES = 10_000;

    private final ConcurrentMap<String, Failures> byAddress = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    /** @param nanoTime the machine's own time: an attacker's patience has nothing to do with the rehearsal clock */
    LoginThrottle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isLogin(request)) {
            chain.doFilter(request, response);
            return;
        }
        var address = request.getRemoteAddr();
        var failures = byAddress.get(address);
        if (failures != null && failures.count() >= FAILURES && !failures.over(nanoTime.getAsLong())) {
            response.setHeader("Retry-After", String.valueOf(WINDOW.toSeconds()));
            Problems.write(response, 429, "登录失败次数过多，请稍后再试。");
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            count(address);
        }
    }

    private void count(String address) {
        var now = nanoTime.getAsLong();
        if (byAddress.size() > ADDRESSES) {
            byAddress.values().removeIf(failures -> failures.over(now));
        }
        byAddress.merge(
                address,
                new Failures(1, now),
                (before, first) -> before.over(now) ? first : new Failures(before.count() + 1, before.since()));
    }

    private static boolean isLogin(HttpServletRequest request) {
        return request.getHeader("Authorization") != null
                || ("POST".equals(request.getMethod())
                        && request.getRequestURI().startsWith("/camunda/api/admin/auth/user/"));
    }

    private record Failures(int count, long since) {

        boolean over(long now) {
            return now - since > WINDOW.toNanos();
        }
    }
}
