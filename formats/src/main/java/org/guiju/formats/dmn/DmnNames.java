package org.guiju.formats.dmn;

import java.util.List;
import java.util.Set;

/// Names of the notation.
final class DmnNames {
    /// DMN 1.3, which every current editor and engine reads.
    static final String MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    /// DMN 1.1 to 1.5.
    static final Set<String> MODELS =
            Set.of(
                    "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
                    "http://www.omg.org/spec/DMN/20180521/MODEL/",
                    MODEL,
                    "https://www.omg.org/spec/DMN/20211108/MODEL/",
                    "https://www.omg.org/spec/DMN/20230324/MODEL/");

    /// Our own elements, which other tools keep and ignore.
    static final String OWN = "urn:guiju:discretion:1";

    static final String DECISION = "grade";
    static final List<String> OUTPUTS = List.of("row", "grade", "from", "to", "other");

    /// Words of FEEL that no factor may be called.
    static final Set<String> RESERVED =
            Set.of(
                    "for",
                    "return",
                    "in",
                    "if",
                    "then",
                    "else",
                    "some",
                    "every",
                    "satisfies",
                    "and",
                    "or",
                    "not",
                    "between",
                    "instance",
                    "of",
                    "function",
                    "external",
                    "true",
                    "false",
                    "null",
                    "date",
                    "time",
                    "duration",
                    "list",
                    "context");

    private DmnNames() {}
}
