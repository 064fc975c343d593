package org.guiju.app.demo;

import java.util.List;
import org.guiju.app.platform.security.Accounts;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// 示例账号: one for each invented officer and one citizen; every start says who can log in.
@Component
@ConditionalOnProperty("guiju.demo")
@Order(30)
class DemoAccounts implements ApplicationRunner {
    static final String PASSWORD = "qinglan-2026";
    private static final List<DemoPeople.Person> WITH_LOGIN =
            DemoPeople.OFFICERS.stream().filter(DemoPeople.Person::login).toList();
    private final Accounts accounts;
    private final DemoAdministrators administrators;
    private final Environment environment;

    DemoAccounts(Accounts accounts, DemoAdministrators administrators, Environment environment) {
        this.administrators = administrators;
        this.accounts = accounts;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments args) {
        for (var person : WITH_LOGIN) {
            if (!accounts.isTaken(person.username())) {
                accounts.addOfficer(person.username(), PASSWORD, person.id(), person.name());
            }
        }
        if (!accounts.isTaken("citizen")) {
            accounts.addCitizen("citizen", PASSWORD, "方小满", "0570-5550000");
        }
        administrators.make();
        var port =
                environment.getProperty(
                        "local.server.port", environment.getProperty("server.port", "8080"));
        var text =
                new StringBuilder(
                        "\n青岚县示例已就绪 / the demo county is ready: http://localhost:"
                                + port
                                + "\n"
                                + "登录 / log in at http://localhost:"
                                + port
                                + "/login ，密码 / password: "
                                + PASSWORD
                                + "\n\n");
        for (var person : WITH_LOGIN) {
            text.append(
                    "  %-14s %s  %s%n"
                            .formatted(person.username(), person.name(), person.post().zh()));
        }
        text.append("  %-14s %s  %s%n".formatted("citizen", "方小满", "申请人 / a citizen"));
        text.append(
                "%n三员另需动态口令，密钥 / the three administrators also need one-time codes, key: %s%n"
                        .formatted(DemoAdministrators.SECRET));
        System.out.println(text);
    }
}
