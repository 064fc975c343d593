package org.guiju.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependencyTableTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");

    @Test
    void thePageNamesEveryDirectDependencyWithItsVersionAndNoOther() throws IOException {
        var inThePoms = new TreeMap<String, String>();
        var poms = Poms.under(Tree.root());
        inThePoms.putAll(poms.dependencies());
        inThePoms.putAll(poms.buildTools());
        inThePoms.put("org.apache.maven:apache-maven", mavenInTheTree());

        assertThat(onThePage(Files.readString(Tree.root().resolve("docs/dependencies.md"))))
                .isEqualTo(inThePoms);
    }

    @Test
    void aDependencyOfAProfileOrAModuleIsSeenAndAManagedOneThatNobodyUsesIsNot(@TempDir Path tree)
            throws IOException {
        Files.writeString(
                tree.resolve("pom.xml"),
                """
                <project><modules><module>m</module></modules>
                <properties><a.version>1.2</a.version><spring-boot.version>4</spring-boot.version></properties>
                <dependencyManagement><dependencies>
                <dependency><groupId>g</groupId><artifactId>a</artifactId><version>${a.version}</version></dependency>
                <dependency><groupId>g</groupId><artifactId>unused</artifactId><version>9</version></dependency>
                </dependencies></dependencyManagement></project>
                """);
        Files.createDirectories(tree.resolve("m"));
        Files.writeString(
                tree.resolve("m/pom.xml"),
                """
                <project><dependencies>
                <dependency><groupId>g</groupId><artifactId>a</artifactId></dependency>
                <dependency><groupId>org.guiju</groupId><artifactId>kernel</artifactId></dependency>
                <dependency><groupId>org.springframework.boot</groupId><artifactId>s</artifactId></dependency>
                </dependencies>
                <profiles><profile><dependencies>
                <dependency><groupId>g</groupId><artifactId>p</artifactId></dependency>
                </dependencies></profile></profiles>
                <build><plugins>
                <plugin><groupId>g</groupId><artifactId>plugin</artifactId><version>${a.version}</version>
                <dependencies>
                <dependency><groupId>g</groupId><artifactId>of-plugin</artifactId><version>7</version></dependency>
                </dependencies></plugin>
                </plugins></build></project>
                """);

        var poms = Poms.under(tree);

        assertThat(poms.dependencies())
                .isEqualTo(
                        Map.of(
                                "g:a", "1.2",
                                "g:of-plugin", "7",
                                "g:p", "Boot",
                                "org.springframework.boot:s", "4"));
        assertThat(poms.buildTools()).isEqualTo(Map.of("g:plugin", "1.2"));
    }

    private static Map<String, String> onThePage(String page) {
        var rows = new TreeMap<String, String>();
        for (var line : page.lines().filter(l -> l.startsWith("| `")).toList()) {
            var row = ROW.matcher(line);
            assertThat(row.matches())
                    .as("a row of what, version, licence, why, what else: %s", line)
                    .isTrue();
            assertThat(rows.put(row.group(1), row.group(2).strip()))
                    .as("%s has two rows", row.group(1))
                    .isNull();
        }
        return rows;
    }

    private static String mavenInTheTree() throws IOException {
        try (var files = Files.newDirectoryStream(Tree.root().resolve(".mvn/dist"), "*.tar.gz")) {
            return files.iterator()
                    .next()
                    .getFileName()
                    .toString()
                    .replaceAll("apache-maven-(.*)-bin\\.tar\\.gz", "$1");
        }
    }
}
