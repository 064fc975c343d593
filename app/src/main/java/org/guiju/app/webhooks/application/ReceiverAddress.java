package org.guiju.app.webhooks.application;

import com.ibm.icu.text.IDNA;
import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/// 接收地址: read once, strictly, into parts; whatever can be read in two ways is refused. What is connected to is put together from these
/// parts, so that nobody reads it a second time and otherwise.
///
/// @param encrypted `https`; `http` only where whoever runs the machine says so
/// @param host in lower case and ASCII: a name, an IPv4 address of four decimal numbers, or an IPv6 address without brackets
/// @param path with what may stand behind a question mark; begins with a slash
public record ReceiverAddress(boolean encrypted, String host, int port, String path) {
    static final int LONGEST = 500;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_NAME = 253;
    private static final Pattern WHOLE =
            Pattern.compile("(?i)(https?)://([^/?#\\\\]+)((?:[/?][^#\\\\]*)?)");
    private static final Pattern REST = Pattern.compile("[!-~&&[^\"<>^`{|}]]*");
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+\\]|[^:\\[\\]@%\\s]+)(?::([0-9]{1,5}))?");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern OCTET =
            Pattern.compile("25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]");

    /// A last part of this form would be read as a number by one reader or another (octal, hexadecimal, one number for all four).
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    private static final IDNA NAMES =
            IDNA.getUTS46Instance(
                    IDNA.USE_STD3_RULES
                            | IDNA.CHECK_BIDI
                            | IDNA.CHECK_CONTEXTJ
                            | IDNA.NONTRANSITIONAL_TO_ASCII);

    /// 地址写法有误: the message says what to write, a key below `webhooks.error.`.
    public static final class Misspelt extends Exception {
        private static final long serialVersionUID = 1L;

        Misspelt(String key) {
            super(key);
        }

        public String key() {
            return "webhooks.error." + getMessage();
        }
    }

    public static ReceiverAddress read(String typed) throws Misspelt {
        if (typed.length() > LONGEST) {
            throw new Misspelt("address.long");
        }
        var whole = WHOLE.matcher(typed);
        if (!whole.matches()) {
            throw new Misspelt(typed.indexOf('#') >= 0 ? "address.fragment" : "address.form");
        }
        var rest = whole.group(3);
        if (!REST.matcher(rest).matches()) {
            throw new Misspelt("address.letters");
        }
        if (whole.group(2).indexOf('@') >= 0) {
            throw new Misspelt("address.user");
        }
        var authority = AUTHORITY.matcher(whole.group(2));
        if (!authority.matches()) {
            throw new Misspelt("address.host");
        }
        boolean encrypted = whole.group(1).toLowerCase(Locale.ROOT).equals("https");
        return new ReceiverAddress(
                encrypted,
                host(authority.group(1)),
                port(authority.group(2), encrypted),
                rest.startsWith("/") ? rest : "/" + rest);
    }

    private static int port(@org.jspecify.annotations.Nullable String typed, boolean encrypted)
            throws Misspelt {
        if (typed == null) {
            return encrypted ? HTTPS : HTTP;
        }
        int port = Integer.parseInt(typed);
        if (port == 0 || port > LAST_PORT || typed.startsWith("0")) {
            throw new Misspelt("address.port");
        }
        return port;
    }

    private static String host(String typed) throws Misspelt {
        if (typed.startsWith("[")) {
            return ipv6(typed.substring(1, typed.length() - 1));
        }
        var host = ascii(typed);
        var labels = host.split("\\.", -1);
        var last = labels[labels.length - 1];
        if (NUMBER.matcher(last).matches()) {
            boolean plain = labels.length == 4;
            for (var label : labels) {
                plain &= OCTET.matcher(label).matches();
            }
            if (!plain || !typed.equals(host)) {
                throw new Misspelt("address.number");
            }
            return host;
        }
        for (var label : labels) {
            if (!LABEL.matcher(label).matches()) {
                throw new Misspelt("address.host");
            }
        }
        return host;
    }

    private static String ipv6(String literal) throws Misspelt {
        try {
            // Of a literal alone; no name is looked up. One that stands for an IPv4 address is
            // returned as that, and has another spelling then.
            var read = InetAddress.ofLiteral(literal);
            if (read.getAddress().length != 16) {
                throw new Misspelt("address.number");
            }
            return read.getHostAddress();
        } catch (IllegalArgumentException _) {
            throw new Misspelt("address.host");
        }
    }

    private static String ascii(String typed) throws Misspelt {
        var info = new IDNA.Info();
        var ascii = new StringBuilder();
        NAMES.nameToASCII(typed, ascii, info);
        var host = ascii.toString().toLowerCase(Locale.ROOT);
        if (info.hasErrors() || host.isEmpty() || host.length() > LONGEST_NAME) {
            throw new Misspelt("address.host");
        }
        return host;
    }

    /// As it is kept, shown and sent to.
    @Override
    public String toString() {
        var name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        boolean usual = port == (encrypted ? HTTPS : HTTP);
        return (encrypted ? "https://" : "http://") + name + (usual ? "" : ":" + port) + path;
    }
}
