package org.guiju.app.platform.web;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Pages that take as long as a test wants.
@RestController
@TestComponent
class LongPages {
    private volatile CountDownLatch end = new CountDownLatch(0);
    private final AtomicInteger inside = new AtomicInteger();

    AutoCloseable begin() {
        end = new CountDownLatch(1);
        return this::finish;
    }

    void finish() {
        end.countDown();
    }

    int inside() {
        return inside.get();
    }

    @LongWork(LongWork.Queue.OFFICE)
    @GetMapping("/long/office")
    String office() throws InterruptedException {
        inside.incrementAndGet();
        end.await();
        return "office";
    }

    @LongWork(LongWork.Queue.PUBLIC)
    @GetMapping("/long/public")
    String open() {
        return "public";
    }

    @LongWork(LongWork.Queue.PUBLIC)
    @GetMapping("/long/failing")
    String failing() {
        throw new IllegalStateException("half-way");
    }
}
