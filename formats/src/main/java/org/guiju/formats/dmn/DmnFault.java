package org.guiju.formats.dmn;

import java.util.List;

/// 读入意见: why a file is no standard, and where; sentence and remedy stand under the code.
///
/// @param place the line, or row and column, as a person finds it
/// @param found what stands there, cut short
public record DmnFault(Code code, String place, String found) {
    /// 种类.
    public enum Code {
        TOO_LARGE,
        NOT_XML,
        DOCTYPE,
        NOT_DMN,
        NO_STANDARD,
        ATTRIBUTE,
        ONE_TABLE,
        HIT_POLICY,
        INPUT,
        OUTPUT,
        CELL,
        RESULT
    }

    public DmnFault {
        found = found.length() > 80 ? found.substring(0, 80) + "…" : found;
    }

    static List<DmnFault> one(Code code, String place, String found) {
        return List.of(new DmnFault(code, place, found));
    }
}
