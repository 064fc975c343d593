package org.guiju.app.administration.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.kernel.administration.AdminCommand;
import org.guiju.kernel.administration.AdminRole;
import org.guiju.kernel.administration.Totp;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 首任三员: an installation that has none says so at its start, with a one-time word that only its console knows; whoever has the word
/// names three persons, once. The word lives in memory: the next start has another.
@Component
@Order(100)
public class Founding implements ApplicationRunner {
    private static final int WORD_BYTES = 15;
    private final AdministrationDesk desk;
    private final Accounts accounts;
    private final Environment environment;
    private final TransactionTemplate transaction;
    private final String word;

    Founding(
            AdministrationDesk desk,
            Accounts accounts,
            Environment environment,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.accounts = accounts;
        this.environment = environment;
        this.transaction = transaction;
        var bytes = new byte[WORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        word = Totp.base32(bytes).toLowerCase(Locale.ROOT);
    }

    /// 首任的一人.
    public record First(AdminRole role, String username, String name) {}

    /// 产生结果: the first passwords by user name, or why not.
    public record Founded(Map<String, String> passwords, List<Refusal> refusals) {}

    @Override
    public void run(ApplicationArguments args) {
        if (open()) {
            var port =
                    environment.getProperty(
                            "local.server.port", environment.getProperty("server.port", "8080"));
            System.out.printf(
                    "%n还没有管理员 / no administrators yet: http://localhost:%s/login/first%n"
                            + "一次性口令 / one-time word: %s%n%n",
                    port, word);
        }
    }

    /// Whether the first three are still to be named.
    public boolean open() {
        return desk.state().holders().isEmpty();
    }

    /// Whether it is the word of this start.
    public boolean isWord(String typed) {
        return MessageDigest.isEqual(
                word.getBytes(StandardCharsets.UTF_8),
                typed.strip().getBytes(StandardCharsets.UTF_8));
    }

    /// Makes the three accounts and the three administrators, or nothing at all.
    ///
    /// @param three each of the roles once
    public Founded found(List<First> three, UUID command) {
        var founded =
                transaction.execute(status -> {
                    var users = new LinkedHashMap<AdminRole, CurrentUser>();
                    var passwords = new LinkedHashMap<String, String>();
                    for (var first : three) {
                        var password = desk.newPassword();
                        var person = new PersonId("p-" + first.username());
                        var user =
                                accounts.addOfficer(
                                        first.username(), password, person, first.name());
                        accounts.mustChange(user.accountId());
                        users.put(first.role(), user);
                        passwords.put(first.username(), password);
                    }
                    var done = desk.act(actor(users), found(users), command);
                    if (!done.refusals().isEmpty()) {
                        status.setRollbackOnly();
                        return new Founded(Map.of(), done.refusals());
                    }
                    return new Founded(passwords, List.of());
                });
        return founded == null ? new Founded(Map.of(), List.of()) : founded;
    }

    private static PersonId actor(Map<AdminRole, CurrentUser> users) {
        return person(users, AdminRole.SYSTEM);
    }

    private static AdminCommand found(Map<AdminRole, CurrentUser> users) {
        return new AdminCommand.Found(
                person(users, AdminRole.SYSTEM),
                person(users, AdminRole.SECURITY),
                person(users, AdminRole.AUDIT));
    }

    private static PersonId person(Map<AdminRole, CurrentUser> users, AdminRole role) {
        return java.util.Objects.requireNonNull(users.get(role)).person();
    }
}
