package org.guiju.app.platform.security;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/// 登录身份: an account as Spring Security carries it. The hash is dropped as soon as the password has been compared.
final class SignedIn implements UserDetails, CredentialsContainer {

    private final CurrentUser user;
    private final String username;
    private final boolean enabled;
    private final boolean locked;
    private String hash;

    SignedIn(CurrentUser user, String username, String hash, boolean enabled, boolean locked) {
        this.user = user;
        this.username = username;
        this.hash = hash;
        this.enabled = enabled;
        this.locked = locked;
    }

    CurrentUser user() {
        return user;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority(user.kind().name()));
    }

    @Override
    public String getPassword() {
        return hash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public boolean isAccountNonLocked() {
        return !locked;
    }

    @Override
    public void eraseCredentials() {
        hash = "";
    }
}
