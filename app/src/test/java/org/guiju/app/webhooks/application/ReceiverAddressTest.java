package org.guiju.app.webhooks.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// However an address is spelled, it means one thing or is refused; and whatever a name stands for is looked at before anything is sent there.
class ReceiverAddressTest {
    private static WebhookSettings settings(
            List<String> hosts, List<String> own, List<String> plain) {
        return new WebhookSettings(
                hosts, own, plain, null, Duration.ofSeconds(2), Duration.ofSeconds(2));
    }

    /// Allowed: two names at their usual ports, one at another, an own host by number, and its own loopback.
    private static final WebhookSettings SETTINGS =
            settings(
                    List.of(
                            "receiver.example",
                            "Other.Example:8443",
                            "xn--fiq228c.example",
                            "10.1.2.3",
                            "plain.example",
                            "[2001:4860:4860::8888]"),
                    List.of("10.1.2.3"),
                    List.of("plain.example"));

    private static boolean allowed(String typed) {
        try {
            return SETTINGS.allows(ReceiverAddress.read(typed));
        } catch (ReceiverAddress.Misspelt _) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://receiver.example/in, https://receiver.example/in",
        "HTTPS://Receiver.EXAMPLE/In, https://receiver.example/In",
        "https://receiver.example, https://receiver.example/",
        "https://receiver.example:443/in, https://receiver.example/in",
        "https://receiver.example?to=1, https://receiver.example/?to=1",
        "https://receiver.example/a%20b?x=%2F, https://receiver.example/a%20b?x=%2F",
        "https://other.example:8443/, https://other.example:8443/",
        "https://中文.example/in, https://xn--fiq228c.example/in",
        "https://10.1.2.3/, https://10.1.2.3/",
        "http://plain.example/in, http://plain.example/in",
        "https://[2001:4860:4860::8888]/, https://[2001:4860:4860:0:0:0:0:8888]/",
    })
    void whatIsOnTheListIsTakenAndKeptInOneSpelling(String typed, String kept) throws Exception {
        assertThat(ReceiverAddress.read(typed)).hasToString(kept);
        assertThat(allowed(typed)).isTrue();
        assertThat(ReceiverAddress.read(kept)).isEqualTo(ReceiverAddress.read(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Not asked for: other schemes, no scheme, nothing.
                "",
                "receiver.example/in",
                "//receiver.example/in",
                "ftp://receiver.example/",
                "file:///etc/passwd",
                "gopher://receiver.example/_x",
                "jar:https://receiver.example!/",
                "javascript:alert(1)",
                "https:receiver.example",
                "https:/receiver.example/",
                "https:///receiver.example/",
                "http://receiver.example/in",
                // Somebody else's name, or ours with something at an end.
                "https://receiver.example.evil.example/",
                "https://evil.example/receiver.example",
                "https://evilreceiver.example/",
                "https://sub.receiver.example/",
                "https://receiver.example./",
                "https://.receiver.example/",
                "https://receiver..example/",
                "https://receiver.example。evil.example/",
                "https://receiver-.example/",
                "https://receiver_x.example/",
                // User information, and what makes one reader see a host where another sees a user.
                "https://user@receiver.example/",
                "https://user:password@receiver.example/",
                "https://receiver.example@evil.example/",
                "https://receiver.example:443@evil.example/",
                "https://@receiver.example/",
                "https://receiver.example%40evil.example/",
                "https://receiver.example\\@evil.example/",
                "https://evil.example\\.receiver.example/",
                "https://receiver.example#@evil.example/",
                "https://receiver.example/#part",
                "https://receiver.example/in\\..\\x",
                "https://receiver.example /",
                "https://receiver.example/a b",
                "https://receiver.example/\r\nX: y",
                "https://receiver.example\t/",
                "https://receiver.example/\u0000",
                "https://receiver%2eexample/",
                "https://receiver.example/路径",
                // Ports.
                "https://receiver.example:8443/",
                "https://receiver.example:80/",
                "https://receiver.example:22/",
                "https://receiver.example:0/",
                "https://receiver.example:65536/",
                "https://receiver.example:0443/",
                "https://receiver.example:+443/",
                "https://receiver.example:-1/",
                "https://receiver.example:/",
                "https://receiver.example:443:443/",
                "https://receiver.example:４４３/",
                "https://other.example/",
                "http://plain.example:8080/",
                // 10.1.2.3 is on the list, in no other spelling; and this machine is not.
                "https://10.1.2.03/",
                "https://10.1.2.0x3/",
                "https://012.1.2.3/",
                "https://0xa.1.2.3/",
                "https://0x0a010203/",
                "https://167838211/",
                "https://01200201003/",
                "https://10.1.515/",
                "https://10.66051/",
                "https://10.1.2.3./",
                "https://10.1.2.259/",
                "https://10.1.2/",
                "https://１０.１.２.３/",
                "https://10。1。2。3/",
                "https://①⓪.1.2.3/",
                "https://[::ffff:10.1.2.3]/",
                "https://[::ffff:a01:203]/",
                "https://[::10.1.2.3]/",
                "https://[64:ff9b::10.1.2.3]/",
                "https://[2002:a01:203::]/",
                "https://[2001:4860:4860::8888%25eth0]/",
                "https://[2001:4860:4860::8888%eth0]/",
                "https://[2001:4860:4860::88888]/",
                "https://[2001:4860::4860::8888]/",
                "https://2001:4860:4860::8888/",
                "https://[receiver.example]/",
                "https://[::1]/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://017700000001/",
                "https://0/",
                "https://0.0.0.0/",
                "https://localhost/",
                "https://LOCALHOST./",
                "https://ｌｏｃａｌｈｏｓｔ/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[fd00:ec2::254]/",
                "https://metadata.google.internal/",
                "https://10.1.2.3.nip.io/",
                // Names that look like ours.
                "https://rесeiver.example/",
                "https://receiver.examp1e/",
                "https://receiver.exam\u00adple.evil/",
                "https://receiver\u200d.example/",
                "https://xn--receiver-.example/",
                "https://\u202Eelpmaxe.receiver/",
            })
    void everythingElseIsRefused(String typed) {
        assertThat(allowed(typed)).isFalse();
    }

    @Test
    void anAddressIsOfThisLengthAndNoLonger() throws Exception {
        var head = "https://receiver.example/";
        var longest = head + "a".repeat(ReceiverAddress.LONGEST - head.length());
        assertThat(ReceiverAddress.read(longest)).hasToString(longest);
        assertThatThrownBy(() -> ReceiverAddress.read(longest + "a"))
                .isInstanceOf(ReceiverAddress.Misspelt.class);
    }

    @Test
    void settingsThatCannotBeReadStopTheStartAndSayWhy() {
        for (var bad :
                List.of("https://a.example", "a b", "user@a.example", "0x7f.1", "a.example/x")) {
            assertThatThrownBy(() -> settings(List.of(bad), List.of(), List.of()))
                    .hasMessageContaining("guiju.webhooks.hosts")
                    .hasMessageContaining(bad);
        }
        assertThatThrownBy(() -> settings(List.of("a.example"), List.of("b.example"), List.of()))
                .hasMessageContaining("b.example");
        assertThat(settings(List.of(""), List.of(), List.of()).on()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, PUBLIC",
        "1.0.0.0, PUBLIC",
        "100.63.255.255, PUBLIC",
        "100.128.0.0, PUBLIC",
        "172.15.255.255, PUBLIC",
        "172.32.0.0, PUBLIC",
        "192.167.255.255, PUBLIC",
        "192.169.0.0, PUBLIC",
        "169.253.255.255, PUBLIC",
        "169.255.0.0, PUBLIC",
        "223.255.255.255, PUBLIC",
        "168.63.129.15, PUBLIC",
        "198.17.255.255, PUBLIC",
        "198.20.0.0, PUBLIC",
        "2001:4860:4860::8888, PUBLIC",
        "2400:3200::1, PUBLIC",
        "64:ff9b::808:808, PUBLIC",
        "127.0.0.1, INTERNAL",
        "127.255.255.255, INTERNAL",
        "10.0.0.0, INTERNAL",
        "10.255.255.255, INTERNAL",
        "172.16.0.0, INTERNAL",
        "172.31.255.255, INTERNAL",
        "192.168.0.0, INTERNAL",
        "192.168.255.255, INTERNAL",
        "100.64.0.0, INTERNAL",
        "100.127.255.255, INTERNAL",
        "198.18.0.0, INTERNAL",
        "198.19.255.255, INTERNAL",
        "::1, INTERNAL",
        "fc00::, INTERNAL",
        "fdff:ffff::1, INTERNAL",
        "64:ff9b::a01:203, INTERNAL",
        "0.0.0.0, NEVER",
        "0.255.255.255, NEVER",
        "169.254.0.0, NEVER",
        "169.254.169.254, NEVER",
        "169.254.255.255, NEVER",
        "100.100.100.200, NEVER",
        "168.63.129.16, NEVER",
        "192.0.0.192, NEVER",
        "192.0.2.1, NEVER",
        "192.88.99.1, NEVER",
        "198.51.100.1, NEVER",
        "203.0.113.1, NEVER",
        "224.0.0.1, NEVER",
        "239.255.255.255, NEVER",
        "240.0.0.1, NEVER",
        "255.255.255.255, NEVER",
        "::, NEVER",
        "::2, NEVER",
        "::a01:203, NEVER",
        "64:ff9b::a9fe:a9fe, NEVER",
        "64:ff9b:1::a01:203, NEVER",
        "100::1, NEVER",
        "2001::1, NEVER",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2, NEVER",
        "2001:1ff:ffff::1, NEVER",
        "2001:db8::1, NEVER",
        "2002:a01:203::1, NEVER",
        "3fff:fff::1, NEVER",
        "2400:3200::5efe:10.1.2.3, NEVER",
        "2400:3200::200:5efe:10.1.2.3, NEVER",
        "4000::1, NEVER",
        "5f00::1, NEVER",
        "fe80::1, NEVER",
        "febf::1, NEVER",
        "fec0::1, NEVER",
        "ff02::1, NEVER",
        "fd00:ec2::254, NEVER",
        "fd20:ce::254, NEVER",
    })
    void everyRangeHasItsReachToItsLastAddress(String address, Reach reach) {
        assertThat(Reach.of(InetAddress.ofLiteral(address))).isEqualTo(reach);
    }

    @Test
    void anIpv4AddressInsideAnIpv6OneIsTakenForWhatItIs() {
        var mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        System.arraycopy(new byte[] {10, 1, 2, 3}, 0, mapped, 12, 4);
        assertThat(Reach.of(mapped)).isEqualTo(Reach.INTERNAL);
        System.arraycopy(new byte[] {(byte) 169, (byte) 254, 1, 1}, 0, mapped, 12, 4);
        assertThat(Reach.of(mapped)).isEqualTo(Reach.NEVER);
        System.arraycopy(new byte[] {8, 8, 8, 8}, 0, mapped, 12, 4);
        assertThat(Reach.of(mapped)).isEqualTo(Reach.PUBLIC);
    }

    private static InetAddress[] addresses(String... literals) {
        return java.util.Arrays.stream(literals)
                .map(InetAddress::ofLiteral)
                .toArray(InetAddress[]::new);
    }

    @Test
    void aNameIsConnectedToOnlyWhereEverythingItStandsForMayBeReached() throws Exception {
        var well = new CheckedNames(SETTINGS, _ -> addresses("8.8.8.8", "2400:3200::1"));
        assertThat(well.resolve("receiver.example")).hasSize(2);
        for (var bad :
                List.of("127.0.0.1", "10.9.9.9", "169.254.169.254", "::1", "fd00:ec2::254")) {
            var names = new CheckedNames(SETTINGS, _ -> addresses("8.8.8.8", bad));
            assertThatThrownBy(() -> names.resolve("receiver.example"))
                    .as(bad)
                    .isInstanceOf(CheckedNames.Forbidden.class);
        }
        var own = new CheckedNames(SETTINGS, InetAddress::getAllByName);
        assertThat(own.resolve("10.1.2.3")).containsExactly(addresses("10.1.2.3"));
        assertThatThrownBy(() -> own.resolve("10.1.2.4"))
                .isInstanceOf(CheckedNames.Forbidden.class);
        assertThatThrownBy(() ->
                        new CheckedNames(SETTINGS, _ -> addresses("169.254.1.1"))
                                .resolve("10.1.2.3"))
                .as("not even where the name is one's own")
                .isInstanceOf(CheckedNames.Forbidden.class);
        assertThatThrownBy(() ->
                        new CheckedNames(SETTINGS, _ -> addresses()).resolve("receiver.example"))
                .isInstanceOf(UnknownHostException.class);
    }
}
