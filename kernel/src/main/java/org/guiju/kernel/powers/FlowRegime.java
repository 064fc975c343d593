package org.guiju.kernel.powers;

import java.util.Arrays;
import java.util.Optional;
import org.guiju.kernel.shared.Text;

/// 流程依据: on what a flow, or one step of it, rests (A53–A55).
public enum FlowRegime {
    /// 法定程序: law, regulation or rule prescribes it; each step names its article (A53).
    STATUTORY("statutory", new Text("法定程序", "statutory procedure")),
    /// 工作程序: nothing prescribes it; each step carries its five labels (A54) and the flow is made for convenience (A55).
    WORKING("working", new Text("工作程序", "working procedure"));

    private final String code;
    private final Text words;

    FlowRegime(String code, Text words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public Text words() {
        return words;
    }

    public static Optional<FlowRegime> ofCode(String code) {
        return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
    }
}
