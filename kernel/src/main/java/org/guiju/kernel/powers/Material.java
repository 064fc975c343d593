package org.guiju.kernel.powers;

import java.util.Set;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 申请材料: one entry of the catalogue of necessary materials (C17). The application asks for exactly these.
///
/// @param basis id of the article that lets the office ask for it; null where the office asks for nothing
/// @param formats accepted file kinds, lower case: `pdf`, `jpg`, `png`
public record Material(
        String id,
        Text name,
        Source source,
        boolean required,
        @Nullable String basis,
        Set<String> formats,
        Text note) {
    public Material {
        formats = Set.copyOf(formats);
    }

    /// 来源: who brings it. What the office or a shared register holds is never asked for.
    public enum Source {
        APPLICANT("applicant"),
        OTHER_ORGAN("other-organ"),
        SHARED_REGISTER("shared-register"),
        FILLED_ONLINE("filled-online");

        private final String code;

        Source(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /// Whether the applicant uploads a file for it.
        public boolean uploaded() {
            return this == APPLICANT || this == OTHER_ORGAN;
        }
    }
}
