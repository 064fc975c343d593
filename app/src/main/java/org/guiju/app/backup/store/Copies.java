package org.guiju.app.backup.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;

/// COPY, as the driver has it. The driver's own types carry annotations of a library that is not on our path, so they are asked by
/// name.
final class Copies {
    private Copies() {}

    static long out(Connection connection, String sql, OutputStream to)
            throws SQLException, IOException {
        return copy(connection, "copyOut", sql, OutputStream.class, to);
    }

    static long in(Connection connection, String sql, InputStream from)
            throws SQLException, IOException {
        return copy(connection, "copyIn", sql, InputStream.class, from);
    }

    private static <S> long copy(
            Connection connection, String method, String sql, Class<S> type, S stream)
            throws SQLException, IOException {
        try {
            var driver = connection.unwrap(Class.forName("org.postgresql.PGConnection"));
            var copies = driver.getClass().getMethod("getCopyAPI").invoke(driver);
            return (Long)
                    copies.getClass()
                            .getMethod(method, String.class, type)
                            .invoke(copies, sql, stream);
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case SQLException sqlFault -> throw sqlFault;
                case IOException fault -> throw fault;
                case null, default -> throw new IllegalStateException(sql, e);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the driver of PostgreSQL has changed", e);
        }
    }
}
