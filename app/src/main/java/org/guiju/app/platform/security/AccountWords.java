package org.guiju.app.platform.security;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// 账号用语: what a username, a password, a name and a telephone must look like. Each check answers with the key of the
/// sentence that says what to do, or with nothing.
final class AccountWords {

    static final int SHORTEST_PASSWORD = 10;

    /// BCrypt reads 72 bytes; whatever stands behind them would not protect.
    static final int LONGEST_PASSWORD_BYTES = 72;

    static final int LONGEST_NAME = 50;
    private static final int DIFFERENT_CHARACTERS = 4;
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");
    private static final Pattern PHONE = Pattern.compile("1\\d{10}|0\\d{9,11}");

    private AccountWords() {}

    /// Full-width letters and capitals are the same name: Chinese input methods produce them unasked.
    static String username(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    static String phone(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    }

    static Optional<String> faultOfUsername(String username) {
        return USERNAME.matcher(username).matches()
                ? Optional.empty()
                : Optional.of("register.username.form");
    }

    static Optional<String> faultOfPassword(String password, String username) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            return Optional.of("register.password.short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            return Optional.of("register.password.long");
        }
        if (password.codePoints().distinct().count() < DIFFERENT_CHARACTERS || isRun(password)) {
            return Optional.of("register.password.plain");
        }
        if (!username.isEmpty() && password.toLowerCase(Locale.ROOT).contains(username)) {
            return Optional.of("register.password.username");
        }
        if (CommonPasswords.contains(password)) {
            return Optional.of("register.password.common");
        }
        return Optional.empty();
    }

    static Optional<String> faultOfName(String name) {
        var fits = !name.isBlank() && name.codePointCount(0, name.length()) <= LONGEST_NAME;
        return fits ? Optional.empty() : Optional.of("register.name.form");
    }

    static Optional<String> faultOfPhone(String phone) {
        return PHONE.matcher(phone).matches()
                ? Optional.empty()
                : Optional.of("register.phone.form");
    }

    /// `1234567890`, `abcdefghij`, `9876543210`: each character the next one's neighbour.
    private static boolean isRun(String password) {
        int step = password.charAt(1) - password.charAt(0);
        if (Math.abs(step) != 1) {
            return false;
        }
        for (int i = 1; i < password.length(); i++) {
            // 0 follows 9 on the keyboard.
            int difference = password.charAt(i) - password.charAt(i - 1);
            if (difference != step && Math.abs(difference) != 9) {
                return false;
            }
        }
        return true;
    }
}
