package org.guiju.testkit;

import java.util.Comparator;
import org.guiju.testkit.Requirement.Level;

/// 证明: one test that passed proves one row.
///
/// @param test `ClassName.method`
record Proof(String row, Level level, String test, String fault) {

    static final Comparator<Proof> BY_ROW =
            Comparator.comparingInt((Proof p) -> p.row().charAt(0))
                    .thenComparingInt(p -> RequirementGroup.number(p.row()))
                    .thenComparing(Proof::level)
                    .thenComparing(Proof::test)
                    .thenComparing(Proof::fault);

    String toLine() {
        return String.join("\t", row, level.name(), test, fault.replaceAll("\\s+", " ").strip());
    }

    static Proof ofLine(String line) {
        var parts = line.split("\t", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not a line of row, level, test and fault: " + line);
        }
        return new Proof(parts[0], Level.valueOf(parts[1]), parts[2], parts[3]);
    }
}
