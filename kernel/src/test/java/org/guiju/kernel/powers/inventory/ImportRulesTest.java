package org.guiju.kernel.powers.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.guiju.kernel.powers.inventory.ImportPreview.Stage;
import org.guiju.kernel.shared.Outcome.Permitted;
import org.guiju.kernel.shared.Outcome.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportRulesTest {

    private static ImportPreview preview(Stage stage, int accepted) {
        return new ImportPreview(stage, "items.csv", "digest", 5, accepted);
    }

    /// Every stage with and without the role, with and without a row to import.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CHECKING,  true,  0, IMPORT_PREVIEW_UNFINISHED",
                "CHECKING,  true,  1, IMPORT_PREVIEW_UNFINISHED",
                "CHECKING,  false, 1, IMPORT_NOT_CLERK IMPORT_PREVIEW_UNFINISHED",
                "FAILED,    true,  1, IMPORT_PREVIEW_FAILED",
                "FAILED,    false, 1, IMPORT_NOT_CLERK IMPORT_PREVIEW_FAILED",
                "READY,     true,  0, IMPORT_NOTHING_ACCEPTED",
                "READY,     false, 0, IMPORT_NOT_CLERK IMPORT_NOTHING_ACCEPTED",
                "READY,     false, 1, IMPORT_NOT_CLERK",
                "IMPORTING, false, 1, IMPORT_NOT_CLERK",
                "DONE,      false, 1, IMPORT_NOT_CLERK",
            })
    void a_confirmation_is_refused_with_every_reason(
            Stage stage, boolean clerk, int accepted, String codes) {
        var refused = (Refused<ImportEvent>) ImportRules.confirm(clerk, preview(stage, accepted));
        var found = new ArrayList<String>();
        refused.refusals().forEach(r -> found.add(r.code().name()));
        assertThat(String.join(" ", found)).isEqualTo(codes);
        assertThat(refused.refusals().stream().map(r -> (ImportRefusal) r.code())).isSorted();
    }

    @Test
    void the_first_confirmation_is_a_fact_and_the_next_ones_are_none() {
        assertThat(ImportRules.confirm(true, preview(Stage.READY, 3)))
                .isEqualTo(
                        new Permitted<>(
                                List.of(new ImportEvent.Begun("items.csv", "digest", 5, 3, 2))));
        for (var stage : List.of(Stage.IMPORTING, Stage.DONE)) {
            assertThat(ImportRules.confirm(true, preview(stage, 3)))
                    .isEqualTo(new Permitted<>(List.of()));
        }
    }

    @Test
    void only_a_clerk_uploads() {
        assertThat(ImportRules.upload(true)).isEqualTo(new Permitted<>(List.of()));
        assertThat(((Refused<ImportEvent>) ImportRules.upload(false)).first().code())
                .isEqualTo(ImportRefusal.IMPORT_NOT_CLERK);
    }
}
