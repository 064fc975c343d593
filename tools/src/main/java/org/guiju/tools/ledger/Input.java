package org.guiju.tools.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// 读取文件, bounded.
final class Input {
    private static final int MAX_BYTES = 20 << 20;

    private Input() {}

    static byte[] bytes(String name) throws UnusableInput {
        try (var in = Files.newInputStream(Path.of(name))) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UnusableInput(
                        name + " 太大，请核对是否选错文件。", name + " is too large: is it the right file?");
            }
            return bytes;
        } catch (IOException | InvalidPathException e) {
            throw new UnusableInput(
                    "无法读取 " + name + "，请检查路径和权限。",
                    "Cannot read " + name + ": check path and permissions.");
        }
    }
}
