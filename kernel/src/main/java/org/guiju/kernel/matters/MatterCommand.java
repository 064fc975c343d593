package org.guiju.kernel.matters;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// 申请的动作, with what is stated.
public record MatterCommand(MatterAct act, Map<String, String> facts) {
    public MatterCommand {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    public String fact(String name) {
        return facts.getOrDefault(name, "").strip();
    }
}
