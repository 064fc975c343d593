package org.guiju.kernel.cases;

/// 申请人: the person or organisation that applies.
///
/// @param subject random id under whose key all that is personal is kept; destroying the key erases the person
/// @param account account that may follow the case; empty when the application came in at the window
/// @param name full name; personal
/// @param masked name as it may be published, for example `张*伟`
public record Applicant(String subject, String account, Kind kind, String name, String masked) {
    /// 申请人类型.
    public enum Kind {
        PERSON("person"),
        ORGANISATION("organisation");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
