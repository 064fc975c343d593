package org.guiju.app.webhooks.application;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// 地址范围: where an address leads. By the registers of special-purpose addresses (RFC 6890, RFC 8190) and by where cloud providers answer
/// for the machine itself.
public enum Reach {
    /// 公网.
    PUBLIC,
    /// 内网: this machine, and networks of one's own; only where whoever runs the machine says so of the name.
    INTERNAL,
    /// 不可达: links, groups, tunnels, what speaks for the machine, and what is nowhere. Never.
    NEVER;

    private static final int IPV4 = 4;
    private static final int BITS = 8;
    private static final int OCTET = 0xff;

    /// 网段.
    private record Range(byte[] start, int length, Reach reach) {
        static Range of(String text, Reach reach) {
            var parts = text.split("/", 2);
            return new Range(
                    InetAddress.ofLiteral(parts[0]).getAddress(),
                    Integer.parseInt(parts[1]),
                    reach);
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < length; bit++) {
                int mask = 1 << (BITS - 1 - bit % BITS);
                if ((address[bit / BITS] & mask) != (start[bit / BITS] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Single ones before what they lie in; the first that holds decides.
    private static final List<Range> RANGES =
            List.of(
                    // What speaks for the machine: AWS, GCP, Azure and most others; Alibaba;
                    // Oracle.
                    Range.of("169.254.0.0/16", NEVER),
                    Range.of("100.100.100.200/32", NEVER),
                    Range.of("168.63.129.16/32", NEVER),
                    Range.of("192.0.0.0/24", NEVER),
                    Range.of("fd00:ec2::/32", NEVER),
                    Range.of("fd20:ce::/32", NEVER),
                    // One's own.
                    Range.of("127.0.0.0/8", INTERNAL),
                    Range.of("10.0.0.0/8", INTERNAL),
                    Range.of("172.16.0.0/12", INTERNAL),
                    Range.of("192.168.0.0/16", INTERNAL),
                    Range.of("100.64.0.0/10", INTERNAL),
                    Range.of("198.18.0.0/15", INTERNAL),
                    Range.of("::1/128", INTERNAL),
                    Range.of("fc00::/7", INTERNAL),
                    // Nowhere, groups, examples, relays.
                    Range.of("0.0.0.0/8", NEVER),
                    Range.of("192.0.2.0/24", NEVER),
                    Range.of("192.88.99.0/24", NEVER),
                    Range.of("198.51.100.0/24", NEVER),
                    Range.of("203.0.113.0/24", NEVER),
                    Range.of("224.0.0.0/3", NEVER),
                    Range.of("2001::/23", NEVER),
                    Range.of("2001:db8::/32", NEVER),
                    Range.of("2002::/16", NEVER),
                    Range.of("3fff::/20", NEVER),
                    Range.of("0.0.0.0/0", PUBLIC),
                    Range.of("2000::/3", PUBLIC));

    private static final byte[] MAPPED = prefix(10, 0xff, 0xff);
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    private static byte[] prefix(int zeros, int... octets) {
        var bytes = new byte[zeros + octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[zeros + i] = (byte) octets[i];
        }
        return bytes;
    }

    public static Reach of(InetAddress address) {
        return of(address.getAddress());
    }

    /// @param address four or sixteen octets, the first first
    public static Reach of(byte[] address) {
        if (address.length > IPV4 && (begins(address, MAPPED) || begins(address, NAT64))) {
            return of(Arrays.copyOfRange(address, address.length - IPV4, address.length));
        }
        if (address.length > IPV4 && isatap(address)) {
            return NEVER;
        }
        return RANGES.stream()
                .filter(r -> r.holds(address))
                .findFirst()
                .map(Range::reach)
                .orElse(NEVER);
    }

    /// A tunnel that holds an IPv4 address in its last part (RFC 5214).
    private static boolean isatap(byte[] address) {
        return (address[8] & OCTET & ~2) == 0
                && address[9] == 0
                && (address[10] & OCTET) == 0x5e
                && (address[11] & OCTET) == 0xfe;
    }

    private static boolean begins(byte[] address, byte[] prefix) {
        return Arrays.equals(address, 0, prefix.length, prefix, 0, prefix.length);
    }
}
