package org.guiju.app.archive.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.guiju.app.archive.Dossiers;
import org.guiju.app.archive.Volume;
import org.guiju.app.archive.application.ArchiveAccess;
import org.guiju.app.archive.application.Shelf;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.LongWork;
import org.guiju.formats.dossier.Dossier;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// 案卷页面和接口: what the volume of a case holds, who did what in it, what is missing; and the package to take away, which is on record.
@Controller
class DossierPages {
    private final ArchiveAccess access;
    private final Shelf shelf;
    private final Dossiers dossiers;

    DossierPages(ArchiveAccess access, Shelf shelf, Dossiers dossiers) {
        this.access = access;
        this.shelf = shelf;
        this.dossiers = dossiers;
    }

    /// 案卷.
    ///
    /// @param volume 案卷号; null while the case runs
    /// @param missing 缺少的文件材料
    /// @param steps 办理全程与责任人
    record Shown(
            String no,
            @Nullable String volume,
            String retention,
            @Nullable LocalDate until,
            List<Text> missing,
            List<Dossier.Step> steps) {}

    static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("the desk is for officers"));
    }

    @GetMapping("/desk/cases/{no}/dossier")
    String page(@PathVariable String no, Model model) {
        var file = access.file(no, officer().person());
        model.addAttribute("no", no);
        model.addAttribute("matter", file.definition().matter());
        model.addAttribute("situation", file.situation().name());
        model.addAttribute("closed", file.state().isClosed());
        model.addAttribute("readable", !file.state().opening().applicant().name().isEmpty());
        model.addAttribute("version", file.definition().version());
        model.addAttribute("view", shelf.of(file));
        return "archive/dossier";
    }

    @PostMapping("/desk/cases/{no}/dossier.zip")
    @LongWork(LongWork.Queue.OFFICE)
    ResponseEntity<byte[]> take(@PathVariable String no) {
        return zip(no);
    }

    /// What the volume of a case holds.
    @GetMapping("/api/v1/cases/{no}/dossier")
    @ResponseBody
    Shown show(CurrentUser user, @PathVariable String no) {
        var file = access.file(no, officer().person());
        var view = shelf.of(file);
        return new Shown(
                no,
                view.volume().map(Volume::number).orElse(null),
                file.definition().retention(),
                view.until(),
                view.missing(),
                view.steps());
    }

    /// The package of the case, which `guiju verify` checks wherever it lies.
    @GetMapping("/api/v1/cases/{no}/dossier.zip")
    @LongWork(LongWork.Queue.OFFICE)
    ResponseEntity<byte[]> download(CurrentUser user, @PathVariable String no) {
        return zip(no);
    }

    private ResponseEntity<byte[]> zip(String no) {
        var officer = officer();
        var file = access.file(no, officer.person());
        return answer(dossiers.archive(file, officer.person().value()));
    }

    static ResponseEntity<byte[]> answer(Dossiers.Zip zip) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(zip.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(zip.bytes());
    }
}
