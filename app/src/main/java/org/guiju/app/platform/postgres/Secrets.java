package org.guiju.app.platform.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// 口令: the three passwords of the embedded server, made at random once and kept in one file that only the owner may
/// read (0600).
record Secrets(String superuser, String migrator, String app) {

    static final String SUPERUSER = "guiju_super";
    static final String MIGRATOR = "guiju_migrator";
    static final String APP = "guiju_app";

    private static final int BYTES = 32;

    /// Reads the file, or makes it if the database does not exist yet.
    static Secrets loadOrCreate(Path file, boolean databaseExists)
            throws EmbeddedPostgresException, IOException {
        if (Files.exists(file)) {
            return read(file);
        }
        if (databaseExists) {
            throw new EmbeddedPostgresException(
                    "数据库已存在,但口令文件 %s 不见了。请从备份中恢复该文件(权限 0600)后再启动。".formatted(file),
                    "The database exists but its password file %s is gone. Restore that file (mode 0600) from a backup."
                            .formatted(file));
        }
        var random = new SecureRandom();
        var secrets = new Secrets(password(random), password(random), password(random));
        Durable.write(
                file,
                """
                # 内置数据库口令,请勿外传;丢失后数据库将无法打开。Passwords of the embedded database: keep them secret.
                %s=%s
                %s=%s
                %s=%s
                """
                        .formatted(
                                SUPERUSER,
                                secrets.superuser,
                                MIGRATOR,
                                secrets.migrator,
                                APP,
                                secrets.app));
        return secrets;
    }

    private static Secrets read(Path file) throws EmbeddedPostgresException, IOException {
        var values = new Properties();
        values.load(new StringReader(Files.readString(file)));
        var secrets =
                new Secrets(
                        values.getProperty(SUPERUSER, ""),
                        values.getProperty(MIGRATOR, ""),
                        values.getProperty(APP, ""));
        if (secrets.superuser.isEmpty() || secrets.migrator.isEmpty() || secrets.app.isEmpty()) {
            throw new EmbeddedPostgresException(
                    "口令文件 %s 不完整,应有 %s、%s、%s 三行。请从备份中恢复。".formatted(file, SUPERUSER, MIGRATOR, APP),
                    "The password file %s is incomplete, it must hold %s, %s and %s. Restore it from a backup."
                            .formatted(file, SUPERUSER, MIGRATOR, APP));
        }
        return secrets;
    }

    private static String password(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Never in a log.
    @Override
    public String toString() {
        return "Secrets[***]";
    }
}
