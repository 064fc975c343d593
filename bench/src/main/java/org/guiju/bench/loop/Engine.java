package org.guiju.bench.loop;

import java.util.concurrent.Callable;

/// 被测引擎: takes a case from its beginning through six completions.
public interface Engine extends AutoCloseable {

    /// Completions of a case after its beginning.
    int STEPS = 6;

    /// Makes the engine ready on an empty database, with nothing running that its cases do not need.
    ///
    /// @param settings where the database is, and how many threads will come
    void open(Settings settings) throws Exception;

    /// Begins a case.
    ///
    /// @param n a number that no other case has
    /// @return what the next steps go by
    String begin(long n);

    /// Gets what a completion needs to know beforehand, such as the id of the open task; outside the time of the completion,
    /// inside that of the case.
    Callable<?> next(String caseId, int step);

    @Override
    void close();

    /// 连接.
    ///
    /// @param superuser a JDBC address with user and password, for the database that the engine uses
    /// @param directory for files of the engine's own
    record Settings(String superuser, String database, int threads, java.nio.file.Path directory) {}
}
