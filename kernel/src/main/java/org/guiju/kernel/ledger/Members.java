package org.guiju.kernel.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// 成员: reads a member as the type it must have, or says which member is missing or of another type.
final class Members {
    private Members() {}

    static String text(Map<String, Value> members, String name) {
        if (required(members, name) instanceof Value.Str(String s)) {
            return s;
        }
        throw wrong(name, "a string");
    }

    static long integer(Map<String, Value> members, String name) {
        if (required(members, name) instanceof Value.Int(long n)) {
            return n;
        }
        throw wrong(name, "an integer");
    }

    static List<String> texts(Map<String, Value> members, String name) {
        if (required(members, name) instanceof Value.Strs(List<String> list)) {
            return list;
        }
        throw wrong(name, "an array of strings");
    }

    static Optional<String> optionalText(Map<String, Value> members, String name) {
        return members.containsKey(name) ? Optional.of(text(members, name)) : Optional.empty();
    }

    private static Value required(Map<String, Value> members, String name) {
        Value value = members.get(name);
        if (value == null) {
            throw new EntryException(EntryFault.MISSING_MEMBER, "\"" + name + "\"");
        }
        return value;
    }

    private static EntryException wrong(String name, String type) {
        return new EntryException(EntryFault.WRONG_TYPE, "\"" + name + "\" is not " + type);
    }
}
