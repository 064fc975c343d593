package org.guiju.app.powers.web;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.powers.Imports;
import org.guiju.app.powers.application.ImportInventory;
import org.guiju.app.powers.application.ImportInventory.Answer;
import org.guiju.app.powers.application.ImportInventory.UnknownImport;
import org.guiju.formats.tables.TableException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// 导入接口: the same door as the pages. `POST /api/v1/imports` takes a file as multipart `file` and answers 202 with the
/// preview's address; `POST …/commands/confirm` brings it in.
@RestController
@RequestMapping("/api/v1/imports")
class ImportApi {
    private final ImportInventory inventory;
    private final Imports imports;

    ImportApi(ImportInventory inventory, Imports imports) {
        this.inventory = inventory;
        this.imports = imports;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Map<String, Object>> upload(@RequestParam("file") MultipartFile file)
            throws IOException {
        var name = file.getOriginalFilename();
        return accepted(
                inventory.upload(name == null ? "" : name, file.getBytes(), ImportPages.officer()));
    }

    @GetMapping("/{id}")
    Map<String, Object> show(@PathVariable UUID id) {
        var _ = ImportPages.officer();
        return body(id);
    }

    /// @param command asking again with the same key gives the same answer and does nothing twice
    @PostMapping("/{id}/commands/confirm")
    ResponseEntity<Map<String, Object>> confirm(
            @PathVariable UUID id, @RequestHeader("Idempotency-Key") UUID command) {
        return accepted(inventory.confirm(command, ImportPages.officer(), id));
    }

    private ResponseEntity<Map<String, Object>> accepted(Answer answer) {
        return switch (answer) {
            case Answer.Done(var id) ->
                    ResponseEntity.accepted()
                            .location(URI.create("/api/v1/imports/" + id))
                            .body(body(id));
            case Answer.NotDone(var because) -> throw new RefusalException(because);
        };
    }

    private Map<String, Object> body(UUID id) {
        var batch = imports.batch(id).orElseThrow(() -> new UnknownImport(id));
        var problems = new LinkedHashMap<String, Long>();
        imports.problems(id).forEach((code, count) -> problems.put(code.name(), count));
        var body = new LinkedHashMap<String, Object>();
        body.put("id", id);
        body.put("stage", batch.stage().name().toLowerCase(Locale.ROOT));
        body.put("running", inventory.isRunning(id));
        body.put("file", batch.file());
        body.put("digest", batch.digest());
        body.put("rows", batch.rows());
        body.put("accepted", batch.accepted());
        body.put("refused", batch.refused());
        body.put("imported", batch.imported());
        body.put("present", batch.present());
        body.put("failure", batch.failure());
        body.put("problems", problems);
        return body;
    }

    /// A file that is no list: 422 with place and remedy.
    @ExceptionHandler(TableException.class)
    ResponseEntity<Map<String, Object>> unreadable(TableException e, Locale locale) {
        var problem = new LinkedHashMap<String, Object>();
        var code = e.problem().name();
        problem.put("type", "urn:guiju:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        problem.put("title", e.sentence(locale));
        problem.put("status", HttpStatus.UNPROCESSABLE_CONTENT.value());
        problem.put("code", code);
        problem.put("facts", e.facts());
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
