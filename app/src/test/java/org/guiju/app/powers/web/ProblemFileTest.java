package org.guiju.app.powers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Imports;
import org.guiju.app.powers.application.ImportInventory;
import org.guiju.app.powers.application.ImportInventory.Answer;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.inventory.ItemFile;
import org.guiju.formats.inventory.RegionCodes;
import org.guiju.formats.inventory.SampleInventory;
import org.guiju.formats.tables.TableWriter;
import org.guiju.kernel.powers.inventory.Checked.Accepted;
import org.guiju.kernel.powers.inventory.InventorySheet;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a clerk downloads, corrects and uploads again.
@RunningGuiju
class ProblemFileTest {
    @Autowired ImportInventory inventory;

    @Autowired Imports imports;

    @Autowired OfficialClock clock;

    private UUID imported(String district) {
        var list =
                new String(SampleInventory.bytes(), StandardCharsets.UTF_8)
                        .replace("511602000000", district)
                        .getBytes(StandardCharsets.UTF_8);
        var clerk = new PersonId("p-zhengwenbo");
        return ((Answer.Done) inventory.importNow("清单.csv", list, clerk, clock.now())).batch();
    }

    @Test
    void it_reads_back_as_a_list_of_items_and_a_corrected_row_comes_in() throws IOException {
        var batch = imports.batch(imported("510501000000")).orElseThrow();
        for (var locale : List.of(Locale.CHINA, Locale.ENGLISH)) {
            var csv = new ByteArrayOutputStream();
            TableWriter.csv(csv, new ProblemFile(imports, batch, locale).export());
            var xlsx = new ByteArrayOutputStream();
            TableWriter.xlsx(xlsx, new ProblemFile(imports, batch, locale).export());
            assertThat(accepted("p.csv", csv.toByteArray()))
                    .isEqualTo(accepted("p.xlsx", xlsx.toByteArray()));
            // Two bodies that were placeholders are put right; the other eight rows have the same
            // one.
            var corrected =
                    csv.toString(StandardCharsets.UTF_8)
                            .replace("1111111111111111", "11511301008778183N")
                            .replace("4444444444", "11511301008778183N");
            var before = accepted("p.csv", csv.toByteArray());
            assertThat(accepted("p.csv", corrected.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(before + 2);
        }
    }

    private static long accepted(String file, byte[] bytes) {
        var sheet = new InventorySheet(Set.of(), RegionCodes::isKnown);
        try (var items = ItemFile.open(file, bytes)) {
            return items.rows().map(sheet::check).filter(Accepted.class::isInstance).count();
        }
    }

    @Test
    void it_names_every_row_that_is_worth_a_look_and_none_that_is_not() throws IOException {
        var batch = imports.batch(imported("510502000000")).orElseThrow();
        var severities = imports.severities(batch.id());
        long worth =
                severities.getOrDefault("REFUSED", 0L)
                        + severities.getOrDefault("CORRECTION", 0L)
                        + severities.getOrDefault("WARNING", 0L);
        try (var rows = new ProblemFile(imports, batch, Locale.CHINA).export().rows()) {
            assertThat(rows.count()).isEqualTo(worth).isGreaterThan(171);
        }
    }

    @Test
    void a_sentence_of_the_failed_check_is_said_in_the_reader_s_language() {
        var broken = new String(SampleInventory.bytes(), StandardCharsets.UTF_8) + "\"甲";
        var clerk = new PersonId("p-zhengwenbo");
        var answer =
                inventory.importNow(
                        "坏.csv", broken.getBytes(StandardCharsets.UTF_8), clerk, clock.now());
        assertThat(answer).isInstanceOf(Answer.NotDone.class);
        var batch = imports.latest(1).getFirst();
        assertThat(new ImportView(batch, Locale.CHINA).failure()).contains("双引号").contains("1137");
        assertThat(new ImportView(batch, Locale.ENGLISH).failure()).contains("double quote");
    }
}
