package org.guiju.app.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// The same hash with 2⁴ rounds in place of 2¹⁰. A program sends name and password with each request, the tests some twenty
/// thousand of them, and at the door nothing else differs; how passwords are really kept, `SignInTest` looks at.
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {
    @Bean
    @Primary
    PasswordEncoder quickPasswordEncoder() {
        return new BCryptPasswordEncoder(4);
    }
}
