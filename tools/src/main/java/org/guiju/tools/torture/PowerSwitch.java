package org.guiju.tools.torture;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// 断电开关: shuts a mounted ext4 or XFS down without writing its journal, as xfstests do: `ioctl(FS_IOC_SHUTDOWN, NOLOGFLUSH)` of Linux
/// (`_IOR('X', 125, __u32)`). No program beside the JVM is needed.
final class PowerSwitch {
    private static final long SHUTDOWN = 0x8004_587DL;

    /// Neither data nor journal is flushed.
    private static final int NO_LOG_FLUSH = 2;

    private static final Linker.Option REST_VARIES = Linker.Option.firstVariadicArg(2);

    private PowerSwitch() {}

    /// @throws IOException where the file system does not know how
    static void off(Path mounted) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var flag = arena.allocate(ValueLayout.JAVA_INT);
            flag.set(ValueLayout.JAVA_INT, 0, NO_LOG_FLUSH);
            if (!off(arena.allocateFrom(mounted.toString()), flag)) {
                throw new IOException(
                        mounted + ": 文件系统不支持断电试验 / this file system cannot be shut down");
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the C library", e);
        }
    }

    private static boolean off(MemorySegment path, MemorySegment flag) throws Throwable {
        int file =
                (int)
                        named(
                                        "open",
                                        number(ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                                        REST_VARIES)
                                .invokeExact(path, 0);
        if (file < 0) {
            return false;
        }
        int answer =
                (int)
                        named(
                                        "ioctl",
                                        number(
                                                ValueLayout.JAVA_INT,
                                                ValueLayout.JAVA_LONG,
                                                ValueLayout.ADDRESS),
                                        REST_VARIES)
                                .invokeExact(file, SHUTDOWN, flag);
        int closed = (int) named("close", number(ValueLayout.JAVA_INT)).invokeExact(file);
        return answer == 0 && closed <= 0;
    }

    private static FunctionDescriptor number(java.lang.foreign.MemoryLayout... arguments) {
        return FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments);
    }

    @SuppressWarnings("restricted") // calling C is what this class is for
    private static MethodHandle named(
            String name, FunctionDescriptor shape, Linker.Option... options) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find(name).orElseThrow(), shape, options);
    }
}
