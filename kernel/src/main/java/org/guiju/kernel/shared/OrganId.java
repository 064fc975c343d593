package org.guiju.kernel.shared;

/// 机关标识: an organ that holds or shares a power, for example `qinglan-culture`.
public record OrganId(String value) {
    public OrganId {
        if (value.isBlank()) {
            throw new BlankId("an organ id is never blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
