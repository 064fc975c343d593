package org.guiju.app.experts.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guiju.app.experts.DrawFile;
import org.guiju.app.experts.application.ExpertDesk;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.formats.draw.DrawNames;
import org.guiju.formats.draw.Redo;
import org.guiju.kernel.experts.DrawKey;
import org.guiju.kernel.shared.Text;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// 公众的抽选页: every draw with what is needed to redo it, and a form that redoes any draw, without a script.
@Controller
class PublicDraws {
    private static final String ID = "{draw:[0-9]{4}-[0-9]{3,6}}";
    private static final int LARGEST = 5_000;
    private final ExpertDesk desk;
    private final DrawView view;

    PublicDraws(ExpertDesk desk, DrawView view) {
        this.desk = desk;
        this.view = view;
    }

    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String field;
        private final transient Text message;

        Unusable(String field, String zh, String en) {
            super(en);
            this.field = field;
            this.message = new Text(zh, en);
        }
    }

    @GetMapping("/draw")
    String form(Model model) {
        return form(new FormErrors(), Map.of(), model);
    }

    private static String form(FormErrors errors, Map<String, String> typed, Model model) {
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        return "portal/draw";
    }

    @PostMapping("/draw")
    ModelAndView redo(@RequestParam Map<String, String> typed, Model model, Locale locale) {
        var errors = new FormErrors();
        try {
            model.addAttribute("redo", redo(typed));
        } catch (Unusable e) {
            var english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
            errors.add(
                    e.field,
                    "draw.error",
                    String.valueOf(english ? e.message.en() : e.message.zh()));
        }
        return new ModelAndView(
                form(errors, typed, model),
                model.asMap(),
                errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private static Redo redo(Map<String, String> typed) throws Unusable {
        var key = typed.getOrDefault("key", "").strip();
        if (DrawKey.problem(key).isPresent()) {
            throw new Unusable(
                    "key",
                    "密钥须为 1 至 800 个可见的 ASCII 字符，例如 9319./2.5.8.10.12./。",
                    "The key has 1 to 800 visible ASCII characters, such as 9319./2.5.8.10.12./.");
        }
        return switch (DrawNames.read(typed.getOrDefault("names", ""))) {
            case DrawNames.Result.Unusable(var message) ->
                    throw new Unusable("names", message.zh(), String.valueOf(message.en()));
            case DrawNames.Result.Read(var names) -> {
                if (names.size() > LARGEST) {
                    throw new Unusable(
                            "names",
                            "本页最多 5000 人；更大的名单请用命令行 ./guiju draw。",
                            "This page takes 5000 names; for more use the command line, ./guiju draw.");
                }
                var count = number(typed, "count", names.size(), 1);
                yield Redo.of(names, new DrawKey(key), count, number(typed, "outside", count, 0));
            }
        };
    }

    private static int number(Map<String, String> typed, String field, int most, int least)
            throws Unusable {
        var text = typed.getOrDefault(field, "").strip();
        var number =
                text.isEmpty() && least == 0
                        ? 0
                        : text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new Unusable(
                    field,
                    "请填写 %d 至 %d 之间的整数。".formatted(least, most),
                    "Enter a whole number from %d to %d.".formatted(least, most));
        }
        return number;
    }

    /// 填写有误.
    record Fault(int status, String code, String field, String title) {}

    /// The same by API: names as one text, one a line or CSV.
    @PostMapping(value = "/api/v1/public/draw", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<?> api(@RequestBody Map<String, Object> body, Locale locale) {
        var typed = new java.util.HashMap<String, String>();
        body.forEach((name, value) ->
                typed.put(
                        name,
                        value instanceof List<?> many
                                ? String.join("\n", many.stream().map(String::valueOf).toList())
                                : String.valueOf(value)));
        try {
            return ResponseEntity.ok(redo(typed).json());
        } catch (Unusable e) {
            var english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
            return ResponseEntity.unprocessableContent()
                    .body(
                            new Fault(
                                    422,
                                    "FIELD_UNREADABLE",
                                    e.field,
                                    String.valueOf(english ? e.message.en() : e.message.zh())));
        }
    }

    @GetMapping("/draws")
    String list(Model model) {
        model.addAttribute("rows", desk.draws());
        return "portal/draws";
    }

    @GetMapping("/draws/" + ID)
    String one(@PathVariable String draw, Model model) {
        model.addAttribute("d", view.of(file(draw)));
        return "portal/draw-one";
    }

    @GetMapping("/api/v1/public/draws")
    @ResponseBody
    List<DrawView.Published> published() {
        return desk.draws().stream().map(r -> view.of(file(r.draw()))).toList();
    }

    @GetMapping("/api/v1/public/draws/" + ID)
    @ResponseBody
    DrawView.Published published(@PathVariable String draw) {
        return view.of(file(draw));
    }

    /// 导出: the list as the command line reads it.
    @GetMapping("/draws/" + ID + "/names.csv")
    ResponseEntity<byte[]> names(@PathVariable String draw) {
        return csv(view.names(file(draw)).orElseThrow(PublicDraws::absent));
    }

    /// 冻结时的名单: its SHA-256 is the digest that was committed to.
    @GetMapping("/draws/" + ID + "/frozen.csv")
    ResponseEntity<byte[]> frozen(@PathVariable String draw) {
        return csv(view.frozen(file(draw)).orElseThrow(PublicDraws::absent));
    }

    private static ResponseEntity<byte[]> csv(String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private DrawFile file(String draw) {
        return desk.draw(draw).orElseThrow(PublicDraws::absent);
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
