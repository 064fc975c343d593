package org.guiju.tools.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// 外来字符串表: somebody else's list of texts that programs stumble over.
public final class NaughtyList {
    private NaughtyList() {}

    /// A JSON array of texts, or one text a line with remarks behind `#`.
    ///
    /// @throws IOException when the file cannot be read as either
    public static List<String> of(Path file) throws IOException {
        var text = Files.readString(file);
        if (!text.stripLeading().startsWith("[")) {
            return text.lines().filter(l -> !l.startsWith("#")).toList();
        }
        try {
            var all = new ArrayList<String>();
            for (var node : JsonMapper.shared().readTree(text)) {
                all.add(node.asString(""));
            }
            return all;
        } catch (JacksonException e) {
            throw new IOException(file + ": " + e.getOriginalMessage(), e);
        }
    }
}
