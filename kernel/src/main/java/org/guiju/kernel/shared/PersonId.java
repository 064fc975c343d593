package org.guiju.kernel.shared;

/// 人员标识: a natural person, not an account; two accounts of one person carry the same id.
public record PersonId(String value) {
    public PersonId {
        if (value.isBlank()) {
            throw new BlankId("a person id is never blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
