package org.guiju.kernel.ledger;

import java.nio.charset.StandardCharsets;

/// 披露项: one field that the entry shows only as a digest. Whoever holds the disclosure can show the field and prove it;
/// whoever does not learns nothing, and once the salt is destroyed nobody can even guess.
///
/// Source: RFC 9901 §4.2.1 and §4.2.3: `encoded` = base64url(UTF-8 of `["<salt>","<name>",<value>]`), `digest` =
/// base64url(SHA-256(ASCII of encoded)). The received text is kept as it is: its digest is of these very characters.
public final class Disclosure {
    private final String salt;
    private final String name;
    private final Value value;
    private final String encoded;

    /// @param salt 128 random bits as base64url, from the shell; never used twice
    /// @param name the field, by the rule of member names; not `_sd` or `_sd_alg`
    public Disclosure(String salt, String name, Value value) {
        this(checkedSalt(salt), name, value, encode(salt, name, value));
    }

    private Disclosure(String salt, String name, Value value, String encoded) {
        TextForm.check(salt);
        TextForm.checkName(name);
        if (name.equals(Disclosures.SD) || name.equals(Disclosures.SD_ALG)) {
            throw new EntryException(EntryFault.RESERVED_NAME, "\"" + name + "\"");
        }
        this.salt = salt;
        this.name = name;
        this.value = value;
        this.encoded = encoded;
    }

    private static String checkedSalt(String salt) {
        Bytes.fromBase64url(salt, Bytes.SALT, EntryFault.SALT);
        return salt;
    }

    private static String encode(String salt, String name, Value value) {
        var out = new StringBuilder("[");
        EntryWriter.string(out, salt);
        EntryWriter.string(out.append(','), name);
        EntryWriter.value(out.append(','), value);
        byte[] utf8 = out.append(']').toString().getBytes(StandardCharsets.UTF_8);
        checkLength(utf8);
        return Bytes.base64url(utf8);
    }

    private static void checkLength(byte[] utf8) {
        if (utf8.length > EntryWriter.MAX_BYTES) {
            throw new EntryException(
                    EntryFault.TOO_LONG,
                    utf8.length + " bytes, the limit is " + EntryWriter.MAX_BYTES);
        }
    }

    /// Reads a disclosure made by us or by any other author of RFC 9901 whose value has one of our types.
    public static Disclosure parse(String encoded) {
        byte[] utf8 = Bytes.fromBase64url(encoded, EntryFault.DISCLOSURE_FORM);
        checkLength(utf8);
        var text = new JsonText(utf8, false);
        text.expect('[');
        String salt = text.string();
        text.expect(',');
        String name = text.string();
        text.expect(',');
        Value value = text.value();
        text.expect(']');
        text.peek();
        if (!text.atEnd()) {
            throw text.fault(EntryFault.TRAILING, "text after the array");
        }
        return new Disclosure(salt, name, value, encoded);
    }

    public String salt() {
        return salt;
    }

    public String name() {
        return name;
    }

    public Value value() {
        return value;
    }

    /// The characters that were hashed: ours, or those received.
    public String encoded() {
        return encoded;
    }

    /// @return 43 characters, as they stand in `_sd`
    public String digest() {
        return Bytes.base64url(Bytes.sha256().digest(encoded.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Disclosure disclosure && encoded.equals(disclosure.encoded);
    }

    @Override
    public int hashCode() {
        return encoded.hashCode();
    }

    /// Without salt and value: a disclosure must not slip into a log.
    @Override
    public String toString() {
        return "Disclosure[" + name + "]";
    }
}
