package org.guiju.app.windows.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.cases.CasePapers.Form;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.windows.WindowItem;
import org.guiju.formats.documents.Paper;
import org.guiju.formats.documents.PaperOfd;
import org.guiju.formats.documents.PaperPdf;
import org.guiju.kernel.shared.OrganId;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// 一窗受理凭证: one number over several matters of one applicant, each with its own; drawn on asking, the same bytes each time.
@Component
public class BundleReceipt {
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final Allocation allocation;
    private final Environment settings;

    BundleReceipt(CaseQuery cases, CaseDesk desk, Allocation allocation, Environment settings) {
        this.cases = cases;
        this.desk = desk;
        this.allocation = allocation;
        this.settings = settings;
    }

    /// @throws CasePapers.NoSeal where the organ has no seal: a receipt bears the office's own (行政许可法 32)
    public CasePapers.Drawn of(WindowItem bundle, Form form) {
        var seal = settings.getProperty("guiju.documents.seals." + bundle.organ(), "");
        if (seal.isBlank()) {
            throw new CasePapers.NoSeal(bundle.organ());
        }
        var organ =
                allocation
                        .organ(new OrganId(bundle.organ()))
                        .map(o -> o.name().zh())
                        .orElse(bundle.organ());
        var rows = new ArrayList<Paper.Row>();
        var applicant = "";
        for (var no : bundle.cases()) {
            var file = cases.byNo(no).flatMap(desk::file).orElseThrow();
            applicant = file.state().opening().applicant().name();
            rows.add(
                    new Paper.Row(
                            List.of(
                                    no,
                                    file.definition().matter().zh()
                                            + "（"
                                            + file.situation().name().zh()
                                            + "）"),
                            1));
        }
        var day = bundle.on();
        var on = day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        var blocks =
                List.<Paper.Block>of(
                        new Paper.To(applicant + "："),
                        new Paper.Body("你（单位）的下列事项由本窗口一并收件，各事项的编号和期限不变；全部办结后，凭本凭证在同一窗口一次领取全部结果。"),
                        new Paper.Table(rows),
                        new Paper.Sign(organ, on));
        var paper = new Paper(Paper.Head.RECORD, organ, bundle.no(), "一窗受理凭证", blocks, "", seal);
        Instant made = day.atStartOfDay(OfficialClock.ZONE).toInstant();
        var drawn = form == Form.OFD ? PaperOfd.draw(paper, made) : PaperPdf.draw(paper, made);
        return new CasePapers.Drawn(
                "一窗受理凭证" + bundle.no() + "." + form.ending(), form, drawn.bytes());
    }
}
