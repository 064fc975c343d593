package org.guiju.kernel.administration;

/// 统一身份: a person as the organisation's own login knows him. Only both together name somebody: two providers may give the same number.
///
/// @param issuer the provider, as it names itself
/// @param subject what it calls the person; never shown to anybody but himself and the administrators
public record Identity(String issuer, String subject) {
    public Identity {
        if (issuer.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("an identity has an issuer and a subject");
        }
    }

    @Override
    public String toString() {
        return issuer + " " + subject;
    }
}
