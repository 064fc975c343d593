package org.guiju.formats.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.guiju.formats.bpmn.BpmnImport;
import org.guiju.formats.dmn.DmnReader;
import org.guiju.formats.dmn.DmnWriter;
import org.guiju.formats.dmn.ShippedClauses;
import org.guiju.kernel.discretion.TableCheck;
import org.guiju.kernel.shared.OrganId;
import org.junit.jupiter.params.provider.MethodSource;

/// Drawings and tables of other people's tools: BPMN and DMN.
class FlowsFuzzTest {
    static Stream<byte[]> drawings() {
        return Stream.of("A.1.0", "A.2.0", "A.4.1", "B.2.0")
                .map(name -> Seeds.file("bpmn/" + name + ".bpmn"));
    }

    @MethodSource("drawings")
    @Fuzzed(BpmnImport.class)
    void bpmn(byte[] bytes) {
        switch (BpmnImport.read(bytes)) {
            case BpmnImport.Accepted(var draft) -> assertThat(draft.yaml()).isNotBlank();
            case BpmnImport.Refused(var reasons) -> {
                assertThat(reasons).isNotEmpty();
                reasons.forEach(r -> assertThat(r.print(true) + r.print(false)).isNotBlank());
            }
        }
    }

    static Stream<byte[]> tables() {
        return ShippedClauses.all().stream()
                .limit(3)
                .map(c -> ShippedClauses.draft(c, c.code(), new OrganId("qinglan-culture")))
                .map(DmnWriter::write)
                .map(Seeds::utf8);
    }

    /// What was accepted is written as DMN and comes back as the same standard; the check of its rows bears it too.
    @MethodSource("tables")
    @Fuzzed(DmnReader.class)
    void dmn(byte[] bytes) {
        var read = DmnReader.read(Seeds.text(bytes));
        assertThat(read.standard().isPresent()).isEqualTo(read.faults().isEmpty());
        read.standard()
                .ifPresent(standard -> {
                    var xml = DmnWriter.write(standard);
                    var again = DmnReader.read(xml);
                    assertThat(again.faults()).isEmpty();
                    assertThat(DmnWriter.write(again.standard().orElseThrow())).isEqualTo(xml);
                    TableCheck.of(standard);
                });
    }
}
