package dev.baton.runner;

import java.util.concurrent.Executor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** The threads that wait for devices: virtual ones where there are any. */
@Component
class DeviceThreads implements Executor {

    private static final int JAVA_WITH_VIRTUAL_THREADS = 21;

    private final SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("baton-device-");

    DeviceThreads() {
        threads.setVirtualThreads(Runtime.version().feature() >= JAVA_WITH_VIRTUAL_THREADS);
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }
}
