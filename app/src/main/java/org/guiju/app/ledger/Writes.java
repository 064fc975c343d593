package org.guiju.app.ledger;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// 一次写入: statements that go to the database together, in their order, in one trip. What an act
/// writes is gathered here; nothing of it can be read before it has gone.
public final class Writes {
    private final List<Statement> statements = new ArrayList<>();
    private final List<Runnable> following = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    /// 语句.
    ///
    /// @param sql with a question mark for each value, none of them in quotes
    /// @param values as JDBC takes them; {@link Absent} where there is none
    public record Statement(String sql, List<Object> values) {
        public Statement {
            values = List.copyOf(values);
        }
    }

    /// @param statement with a question mark for each value, none of them in quotes
    public void add(String statement, Object... its) {
        statements.add(new Statement(statement.strip(), List.of(its)));
    }

    /// What was gathered and has not gone yet, for who takes it to the database in another way.
    public List<Statement> gathered() {
        return List.copyOf(statements);
    }

    /// What to do once all of it is with the database, in the transaction still: whoever follows an act sees its rows, and
    /// fails with it.
    public void whenSent(Runnable then) {
        following.add(then);
    }

    /// What to do once all of it is kept for good.
    public void whenKept(Runnable then) {
        afterwards.add(then);
    }

    /// Sends what was gathered: all of it is kept or nothing. Outside a transaction it is one of its own, for the driver
    /// sends all statements before it lets the server come to an end of them.
    public void send(JdbcTemplate jdbc) {
        if (!statements.isEmpty()) {
            run(jdbc);
        }
        var followers = List.copyOf(following);
        following.clear();
        followers.forEach(Runnable::run);
        var then = List.copyOf(afterwards);
        afterwards.clear();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            then.forEach(Runnable::run);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        then.forEach(Runnable::run);
                    }
                });
    }

    /// Sends what was gathered for many streams that begin: all that is said in the same words goes together, in the order in which
    /// the words first came up. Only for writes that do not look at one another.
    public void sendTogether(JdbcTemplate jdbc) {
        var alike = new LinkedHashMap<String, List<Object[]>>();
        for (var one : statements) {
            alike.computeIfAbsent(one.sql(), _ -> new ArrayList<>())
                    .add(one.values().stream().map(v -> v == Absent.NOTHING ? null : v).toArray());
        }
        statements.clear();
        alike.forEach(jdbc::batchUpdate);
        send(jdbc);
    }

    private void run(JdbcTemplate jdbc) {
        PreparedStatementCallback<Boolean> run =
                statement -> {
                    fill(statement);
                    return statement.execute();
                };
        var sql = statements.stream().map(Statement::sql).collect(Collectors.joining(";\n"));
        jdbc.execute(sql, run);
        statements.clear();
    }

    private void fill(PreparedStatement statement) throws java.sql.SQLException {
        int place = 0;
        for (var one : statements) {
            for (var value : one.values()) {
                statement.setObject(++place, value == Absent.NOTHING ? null : value);
            }
        }
    }

    /// 空值: stands for a value that is not there, as a list of values holds no null.
    public enum Absent {
        NOTHING
    }
}
