package org.guiju.app.powers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.Pager;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.powers.Imports;
import org.guiju.app.powers.Imports.Batch;
import org.guiju.app.powers.Imports.Filter;
import org.guiju.app.powers.application.ImportInventory;
import org.guiju.app.powers.application.ImportInventory.Answer;
import org.guiju.app.powers.application.ImportInventory.UnknownImport;
import org.guiju.formats.tables.TableException;
import org.guiju.formats.tables.TableWriter;
import org.guiju.kernel.powers.inventory.ImportPreview.Stage;
import org.guiju.kernel.shared.PersonId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 导入页面: upload, preview, confirm, progress, result. Works without JavaScript: while work is going on, the answer
/// carries a `Refresh` header and the page a link that does the same.
@Controller
@RequestMapping("/catalog/import")
class ImportPages {
    private static final int ROWS_A_PAGE = 50;
    private static final int LATEST = 20;
    private static final String REFRESH_SECONDS = "2";

    private final ImportInventory inventory;
    private final Imports imports;

    ImportPages(ImportInventory inventory, Imports imports) {
        this.inventory = inventory;
        this.imports = imports;
    }

    @GetMapping
    String begin(Model model) {
        model.addAttribute("latest", imports.latest(LATEST));
        model.addAttribute("mayImport", inventory.mayImport(officer()));
        return "catalog/import/upload";
    }

    @PostMapping
    String upload(
            @RequestParam(name = "file", required = false) MultipartFile file,
            Model model,
            Locale locale)
            throws IOException {
        var by = officer();
        var name =
                file == null || file.getOriginalFilename() == null
                        ? ""
                        : file.getOriginalFilename();
        if (file == null || name.isEmpty()) {
            return again(model, "import.error.noFile");
        }
        try {
            return switch (inventory.upload(name, file.getBytes(), by)) {
                case Answer.Done(var id) -> "redirect:/catalog/import/" + id;
                case Answer.NotDone(var because) -> throw new RefusalException(because);
            };
        } catch (TableException e) {
            return again(model, "import.error.table", e.sentence(locale));
        }
    }

    private String again(Model model, String key, Object... arguments) {
        model.addAttribute("errors", new FormErrors().add("file", key, arguments));
        return begin(model);
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String problem,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var by = officer();
        var batch = batch(id);
        boolean working = inventory.isRunning(id);
        if (working || batch.stage() == Stage.CHECKING) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        var filter = new Filter(show, problem);
        var pager =
                Pager.of(
                        page,
                        ROWS_A_PAGE,
                        imports.count(id, filter),
                        "/catalog/import/" + id,
                        query(show, problem));
        model.addAttribute("batch", batch);
        model.addAttribute("working", working);
        model.addAttribute("mayImport", inventory.mayImport(by));
        model.addAttribute("command", UUID.randomUUID());
        model.addAttribute("filter", filter);
        model.addAttribute("pager", pager);
        model.addAttribute("view", new ImportView(batch, locale));
        model.addAttribute("severities", imports.severities(id));
        model.addAttribute("problems", imports.problems(id));
        model.addAttribute("rows", imports.rows(id, filter, ROWS_A_PAGE, pager.offset()));
        return "catalog/import/batch";
    }

    private static String query(String show, String problem) {
        var query = show.isEmpty() ? "" : "show=" + show;
        return problem.isEmpty()
                ? query
                : query + (query.isEmpty() ? "" : "&") + "problem=" + problem;
    }

    @PostMapping("/{id}/confirm")
    String confirm(@PathVariable UUID id, @RequestParam UUID command, RedirectAttributes flash) {
        return switch (inventory.confirm(command, officer(), id)) {
            case Answer.Done _ -> {
                flash.addFlashAttribute("notice", Notice.done("import.confirmed"));
                yield "redirect:/catalog/import/" + id;
            }
            case Answer.NotDone(var because) -> throw new RefusalException(because);
        };
    }

    /// The rows with problems, original columns first: corrected, the file can be uploaded again as it is.
    @GetMapping("/{id}/problems.{form:csv|xlsx}")
    void problems(
            @PathVariable UUID id,
            @PathVariable String form,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var _ = officer();
        var export = new ProblemFile(imports, batch(id), locale).export();
        response.setContentType(
                form.equals("csv")
                        ? "text/csv; charset=UTF-8"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("import-problems-" + id + "." + form)
                        .build()
                        .toString());
        if (form.equals("csv")) {
            TableWriter.csv(response.getOutputStream(), export);
        } else {
            TableWriter.xlsx(response.getOutputStream(), export);
        }
    }

    private Batch batch(UUID id) {
        return imports.batch(id).orElseThrow(() -> new UnknownImport(id));
    }

    /// Previews are the work of officers; a list that is not yet in force is nobody else's to read.
    static PersonId officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .map(CurrentUser::person)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }
}
