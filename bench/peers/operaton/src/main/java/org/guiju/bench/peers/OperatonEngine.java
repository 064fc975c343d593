package org.guiju.bench.peers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.Callable;
import org.guiju.bench.loop.ClosedLoop;
import org.guiju.bench.loop.Engine;
import org.guiju.bench.loop.PermitProcess;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/// Operaton with its history in full and its job executor off.
public final class OperatonEngine implements Engine {
    private HikariDataSource source;
    private ProcessEngine engine;

    public static void main(String[] args) throws Exception {
        ClosedLoop.main(new OperatonEngine(), args);
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
        configuration.setJobExecutorActivate(false);
        configuration.setHistory("full");
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("permit.bpmn20.xml", PermitProcess.bpmn("http://operaton.org/schema/1.0/bpmn"))
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
