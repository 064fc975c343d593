package org.guiju.app.clearing.application;

import java.util.List;
import java.util.Map;
import org.guiju.app.platform.web.SentFields;

/// 清权的填写内容.
public final class ClearingInput extends SentFields {
    public ClearingInput(Map<String, List<String>> fields) {
        super(fields, "clearing.error");
    }
}
