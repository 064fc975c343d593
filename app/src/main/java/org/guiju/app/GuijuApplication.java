package org.guiju.app;

import java.util.List;
import org.guiju.app.backup.application.BackupWords;
import org.guiju.app.platform.web.CommandLineOptions;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/// 规矩服务: the server of one county unit.
@SpringBootApplication
@EnableScheduling
public class GuijuApplication {
    private static final String TRACE = "logging.level.org.springframework.boot.SpringApplication";

    public static void main(String[] args) {
        if (args.length > 0 && BackupWords.knows(args[0])) {
            var done = new BackupWords(System.out, System.err).run(List.of(args));
            if (done.next().isEmpty()) {
                System.exit(done.status());
            }
            start(done.next().toArray(String[]::new));
            return;
        }
        switch (CommandLineOptions.parse(args)) {
            case CommandLineOptions.Parsed.Stop(var message, var status) -> {
                System.err.print(message);
                System.exit(status);
            }
            case CommandLineOptions.Parsed.Start(var arguments) ->
                    start(arguments.toArray(String[]::new));
        }
    }

    /// A start that fails says why in one sentence; the trace stands in the log of whoever asks for it.
    private static void start(String[] arguments) {
        var application = new SpringApplication(GuijuApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        try {
            var context = application.run(arguments);
            var environment = context.getEnvironment();
            if (environment.getProperty("guiju.rebuild") != null
                    || environment.getProperty("guiju.audit") != null
                    || environment.getProperty("guiju.restore") != null) {
                System.exit(SpringApplication.exit(context));
            }
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            System.err.printf(
                    "guiju: 启动失败 / the start failed: %s%n       详情 the whole of it: --%s=error%n",
                    cause.getMessage() == null ? cause.toString() : cause.getMessage(), TRACE);
            System.exit(CommandLineOptions.UNUSABLE);
        }
    }
}
