package org.guiju.bench.peers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.Callable;
import org.guiju.bench.loop.ClosedLoop;
import org.guiju.bench.loop.Engine;
import org.guiju.bench.loop.PermitProcess;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/// Flowable with its history in full and its job executor off.
public final class FlowableEngine implements Engine {
    private HikariDataSource source;
    private ProcessEngine engine;

    public static void main(String[] args) throws Exception {
        ClosedLoop.main(new FlowableEngine(), args);
    }

    @Override
    public void open(Settings settings) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(settings.superuser());
        pool.setMaximumPoolSize(settings.threads() + 2);
        pool.setMinimumIdle(settings.threads());
        source = new HikariDataSource(pool);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setAsyncExecutorActivate(false);
        configuration.setHistoryLevel(org.flowable.common.engine.impl.history.HistoryLevel.FULL);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("permit.bpmn20.xml", PermitProcess.bpmn("http://flowable.org/bpmn"))
                .deploy();
    }

    @Override
    public String begin(long n) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey("permit", "XK-2026-" + n, PermitProcess.application(n))
                .getId();
    }

    @Override
    public Callable<?> next(String caseId, int step) {
        var task = engine.getTaskService().createTaskQuery().processInstanceId(caseId).singleResult();
        return () -> {
            engine.getTaskService().complete(task.getId(), PermitProcess.opinion(step));
            return null;
        };
    }

    @Override
    public void close() {
        engine.close();
        source.close();
    }
}
