package org.guiju.app.administration.application;

import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.security.OidcSettings;
import org.guiju.kernel.administration.AdminCommand;
import org.guiju.kernel.administration.AdminRequest;
import org.guiju.kernel.administration.AdminRole;
import org.guiju.kernel.administration.Identity;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 管理表单: reads what a form or a program asks for.
@Component
public class AdminInput {
    private final AdministrationDesk desk;
    private final Accounts accounts;
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_REASON = 500;

    private final Allocation allocation;
    private final OidcSettings oidc;

    AdminInput(
            AdministrationDesk desk, Accounts accounts, Allocation allocation, OidcSettings oidc) {
        this.oidc = oidc;
        this.desk = desk;
        this.accounts = accounts;
        this.allocation = allocation;
    }

    /// 无法读取: the field, and the key of the sentence that says what to fill in.
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;
        private final String key;

        Unreadable(String field, String key) {
            super(field + ": " + key);
            this.field = field;
            this.key = key;
        }

        public String field() {
            return field;
        }

        public String key() {
            return key;
        }
    }

    /// @param act `grant`, `withdraw`, `open`, `reopen`, `reset`, `bind`, `confirm`, `decline`, `close`, `unlock` or `unbind`
    /// @param command also the number of a request that is made by it
    /// @throws Unreadable naming the field
    public AdminCommand read(String act, Map<String, String> fields, UUID command) {
        return switch (act) {
            case "confirm" -> new AdminCommand.Confirm(request(fields));
            case "decline" -> new AdminCommand.Decline(request(fields));
            case "close" -> {
                var account = account(fields);
                yield new AdminCommand.Close(account.person(), account.username());
            }
            case "unlock" -> {
                var account = account(fields);
                yield new AdminCommand.Unlock(account.person(), account.username());
            }
            case "unbind" -> {
                var account = account(fields);
                yield new AdminCommand.Unbind(account.person(), account.username(), reason(fields));
            }
            default -> ask(act, fields, command);
        };
    }

    private AdminCommand ask(String act, Map<String, String> fields, UUID command) {
        var kind = AdminRequest.Kind.of(act).orElseThrow(() -> no("act", "act"));
        if (kind == AdminRequest.Kind.OPEN) {
            var username = text(fields, "account");
            if (!Accounts.fits(username) || accounts.isTaken(username)) {
                throw no("account", "free");
            }
            var person = new PersonId(text(fields, "person"));
            var officer =
                    allocation
                            .officer(person)
                            .map(Officer::person)
                            .orElseThrow(() -> no("person", "person"));
            return new AdminCommand.Ask(
                    new AdminRequest(command, kind, officer, null, username, officer));
        }
        var account = account(fields);
        if (kind == AdminRequest.Kind.BIND) {
            return new AdminCommand.Ask(
                    new AdminRequest(
                            command,
                            kind,
                            account.person(),
                            null,
                            account.username(),
                            account.person(),
                            identity(fields),
                            reason(fields)));
        }
        var role =
                kind.aboutRole()
                        ? AdminRole.of(text(fields, "role")).orElseThrow(() -> no("role", "role"))
                        : null;
        return new AdminCommand.Ask(
                new AdminRequest(
                        command,
                        kind,
                        account.person(),
                        role,
                        account.username(),
                        account.person()));
    }

    private Accounts.Known account(Map<String, String> fields) {
        return desk.account(text(fields, "account")).orElseThrow(() -> no("account", "account"));
    }

    private Identity identity(Map<String, String> fields) {
        var subject = text(fields, "subject");
        if (!oidc.on() || subject.length() > LONGEST_SUBJECT) {
            throw no("subject", oidc.on() ? "subject" : "noOidc");
        }
        return new Identity(oidc.issuer(), subject);
    }

    private static String reason(Map<String, String> fields) {
        var reason = text(fields, "reason");
        if (reason.length() > LONGEST_REASON) {
            throw no("reason", "reason");
        }
        return reason;
    }

    private static UUID request(Map<String, String> fields) {
        try {
            return UUID.fromString(text(fields, "request"));
        } catch (IllegalArgumentException _) {
            throw no("request", "request");
        }
    }

    private static String text(Map<String, String> fields, String field) {
        var text = fields.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            throw no(field, field);
        }
        return text;
    }

    private static Unreadable no(String field, String key) {
        return new Unreadable(field, "administration.error." + key);
    }
}
