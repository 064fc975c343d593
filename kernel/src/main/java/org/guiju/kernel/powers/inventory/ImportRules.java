package org.guiju.kernel.powers.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.powers.inventory.ImportPreview.Stage;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.Refusal;

/// 导入规则: who may bring items in, and when. An import is confirmed once; confirming again changes nothing, so that a
/// clerk who does not know whether his click arrived may click again.
public final class ImportRules {
    /// 目录管理员: the role that keeps the catalogue.
    public static final String CLERK = "catalogue-clerk";

    /// 摸清家底, 逐项列出: the list is compiled by those who answer for it.
    private static final Article BASIS = new Article("guiju", "A6");

    private ImportRules() {}

    /// Whether the person may upload a list for a preview. A preview is no official act: permitted means no event.
    ///
    /// @param clerk whether the person holds the role today, in his own right or as a deputy
    public static Outcome<ImportEvent> upload(boolean clerk) {
        return clerk ? new Outcome.Permitted<>(List.of()) : refused(List.of(notClerk()));
    }

    /// Confirms a preview.
    public static Outcome<ImportEvent> confirm(boolean clerk, ImportPreview preview) {
        var refusals = new ArrayList<Refusal>();
        if (!clerk) {
            refusals.add(notClerk());
        }
        switch (preview.stage()) {
            case CHECKING ->
                    refusals.add(Refusal.of(ImportRefusal.IMPORT_PREVIEW_UNFINISHED, BASIS));
            case FAILED -> refusals.add(Refusal.of(ImportRefusal.IMPORT_PREVIEW_FAILED, BASIS));
            case READY, IMPORTING, DONE -> {
                if (preview.accepted() == 0) {
                    refusals.add(
                            new Refusal(
                                    ImportRefusal.IMPORT_NOTHING_ACCEPTED,
                                    BASIS,
                                    Map.of("rows", String.valueOf(preview.rows()))));
                }
            }
        }
        if (!refusals.isEmpty()) {
            return refused(refusals);
        }
        return new Outcome.Permitted<>(
                preview.stage() == Stage.READY
                        ? List.of(
                                new ImportEvent.Begun(
                                        preview.file(),
                                        preview.digest(),
                                        preview.rows(),
                                        preview.accepted(),
                                        preview.refused()))
                        : List.of());
    }

    private static Refusal notClerk() {
        return Refusal.of(ImportRefusal.IMPORT_NOT_CLERK, BASIS);
    }

    private static Outcome<ImportEvent> refused(List<Refusal> refusals) {
        return new Outcome.Refused<>(refusals);
    }
}
