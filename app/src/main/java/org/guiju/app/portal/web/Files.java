package org.guiju.app.portal.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.guiju.app.cases.application.Uploads;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.portal.application.Bringings;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.powers.Material;
import org.guiju.kernel.shared.Text;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/// 文件读取: files of a posted form, one input named `file.<material>` for each material.
@Component
class Files {
    private static final Material MANDATE =
            new Material(
                    Bringings.SECTION,
                    new Text("授权委托书", "Mandate"),
                    Material.Source.APPLICANT,
                    false,
                    null,
                    Set.of("pdf", "jpg", "png"),
                    new Text("授权委托书", "Mandate"));

    private final Uploads uploads;
    private final PageFrame frame;

    Files(Uploads uploads, PageFrame frame) {
        this.uploads = uploads;
        this.frame = frame;
    }

    /// What could be taken; what could not is told above its input. Inputs for materials not listed are not looked at.
    List<Filing> take(
            String subject,
            List<Material> materials,
            MultiValueMap<String, MultipartFile> sent,
            ToIntFunction<String> already,
            FormErrors errors) {
        var taken = new ArrayList<Filing>();
        for (var material : materials) {
            int there = already.applyAsInt(material.id());
            for (var file : sent.getOrDefault("file." + material.id(), List.of())) {
                var name = file.getOriginalFilename();
                if (file.isEmpty() && (name == null || name.isEmpty())) {
                    continue;
                }
                switch (uploads.take(
                        subject, material, name == null ? "" : name, bytes(file), there)) {
                    case Uploads.Taken.Stored(var filing) -> {
                        taken.add(filing);
                        there++;
                    }
                    case Uploads.Taken.Refused(var why) ->
                            errors.add(
                                    "m-" + material.id(),
                                    "apply.upload." + why,
                                    frame.say(material.name()));
                }
            }
        }
        return taken;
    }

    /// 授权委托书 of an agent; at most one is taken.
    List<Filing> mandate(
            String subject, MultiValueMap<String, MultipartFile> sent, FormErrors errors) {
        for (var file : sent.getOrDefault("mandate", List.of())) {
            if (file.isEmpty()) {
                continue;
            }
            var name = file.getOriginalFilename();
            switch (uploads.take(subject, MANDATE, name == null ? "" : name, bytes(file), 0)) {
                case Uploads.Taken.Stored(var filing) -> {
                    return List.of(filing);
                }
                case Uploads.Taken.Refused(var why) ->
                        errors.add("mandate", "apply.upload." + why, frame.say(MANDATE.name()));
            }
        }
        return List.of();
    }

    /// What of these files the scanner holds: `waiting` or `found`, by attachment.
    Map<String, String> held(List<Filing> filings) {
        return uploads.held(filings);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
