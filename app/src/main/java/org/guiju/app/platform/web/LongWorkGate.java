package org.guiju.app.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.guiju.app.platform.web.LongWork.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// 耗时操作之门: of each queue two are at it, six wait a minute at most, the others hear 503 at once, with the time to come back. Nothing of theirs was
/// begun.
@Configuration(proxyBeanMethods = false)
class LongWorkGate implements WebMvcConfigurer, HandlerInterceptor {
    /// As many as a small server has processors: more would only make each of them longer.
    static final int AT_IT = 2;

    static final int WAITING = 6;

    /// Shorter than a proxy's patience; longer than what is waited for.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<Queue, Line> lines = new EnumMap<>(Queue.class);

    LongWorkGate() {
        for (var queue : Queue.values()) {
            lines.put(queue, new Line(new Semaphore(AT_IT, true), new AtomicInteger()));
        }
    }

    private record Line(Semaphore places, AtomicInteger waiting) {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    int waiting(Queue queue) {
        return line(queue).waiting().get();
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        var queue = queue(handler);
        if (queue != null) {
            enter(line(queue));
        }
        return true;
    }

    private static void enter(Line line) throws InterruptedException {
        if (line.places().tryAcquire()) {
            return;
        }
        try {
            if (line.waiting().incrementAndGet() > WAITING
                    || !line.places().tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new TooBusyException();
            }
        } finally {
            line.waiting().decrementAndGet();
        }
    }

    /// Also after a failure; not for whoever did not come in.
    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failed) {
        var queue = queue(handler);
        if (queue != null) {
            line(queue).places().release();
        }
    }

    private Line line(Queue queue) {
        return Objects.requireNonNull(lines.get(queue));
    }

    private static @Nullable Queue queue(Object handler) {
        var marked =
                handler instanceof HandlerMethod method
                        ? method.getMethodAnnotation(LongWork.class)
                        : null;
        return marked == null ? null : marked.value();
    }
}
