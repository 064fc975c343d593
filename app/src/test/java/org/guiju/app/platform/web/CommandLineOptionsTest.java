package org.guiju.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guiju.app.platform.web.CommandLineOptions.Parsed.Start;
import org.guiju.app.platform.web.CommandLineOptions.Parsed.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineOptionsTest {

    @Test
    void portAndDataBecomeSettings() {
        assertThat(start("serve", "--port", "8081", "--data", "/srv/规矩 data"))
                .containsExactly("--server.port=8081", "--guiju.data=/srv/规矩 data");
        assertThat(start("--port=0", "--data=x=y"))
                .containsExactly("--server.port=0", "--guiju.data=x=y");
        assertThat(start()).isEmpty();
    }

    @Test
    void aModeBecomesASetting() {
        assertThat(start("demo")).containsExactly("--guiju.demo=true");
        assertThat(start("rebuild", "--data", "d"))
                .containsExactly("--guiju.rebuild=true", "--server.port=-1", "--guiju.data=d");
    }

    @Test
    void anOperatorMayNameAnyPropertyInFull() {
        assertThat(
                        start(
                                "serve",
                                "--server.forward-headers-strategy=native",
                                "--logging.level.org.x=debug"))
                .containsExactly(
                        "--server.forward-headers-strategy=native", "--logging.level.org.x=debug");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--prot",
                "--prot=1",
                "-p",
                "--server",
                "--server.port",
                "publish",
                "--port=",
                "--port=x",
                "--port=65536",
                "--port=-1",
                "--port=8080 ",
                "--data=",
                "--data= "
            })
    void whatNobodyKnowsStopsTheStartInBothLanguages(String word) {
        var stop = stop(word);
        assertThat(stop.status()).isEqualTo(2);
        assertThat(stop.message())
                .containsPattern("\\p{IsHan}")
                .containsPattern("unknown|needs")
                .contains("--port N");
    }

    @Test
    void anOptionWithoutItsValueStopsTheStart() {
        assertThat(stop("serve", "--port").message()).contains("--port");
        assertThat(stop("serve", "--data").message()).contains("--data");
        assertThat(stop("serve", "--data", "--port").message()).contains("--data");
        assertThat(stop("serve", "demo").message()).contains("demo");
    }

    @Test
    void theHighestAndLowestPortsAreTaken() {
        assertThat(start("--port", "65535")).containsExactly("--server.port=65535");
        assertThat(start("--port", "0")).containsExactly("--server.port=0");
    }

    private static List<String> start(String... words) {
        return ((Start) CommandLineOptions.parse(words)).arguments();
    }

    private static Stop stop(String... words) {
        return (Stop) CommandLineOptions.parse(words);
    }
}
