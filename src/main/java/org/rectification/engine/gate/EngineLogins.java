package org.rectification.engine.gate;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Logins of {@code /engine-rest} and {@code /api}: the engine's own accounts, with its expiring lock; authorities are group ids. */
@Component
class EngineLogins implements AuthenticationProvider {

    private final IdentityService identity;

    EngineLogins(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        var name = login.getName();
        if (name.isBlank() || !identity.checkPassword(name, String.valueOf(login.getCredentials()))) {
            throw new BadCredentialsException("wrong login or password");
        }
        return tokenFor(name);
    }

    Authentication tokenFor(String personId) {
        var groups = identity.createGroupQuery().groupMember(personId).list().stream()
                .map(Group::getId)
                .map(SimpleGrantedAuthority::new)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(personId, null, groups);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
