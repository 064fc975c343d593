package org.guiju.app.cases.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.guiju.app.cases.application.BringingInput;
import org.guiju.app.cases.application.CommandInput;
import org.guiju.app.cases.application.Sniffer;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.kernel.cases.Answers;
import org.guiju.kernel.cases.Original;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.Material;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.Text;
import org.guiju.kernel.vouchers.Voucher;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// 窗口受理表: what the clerk typed, kept for the form when it comes back, and read for the decider. A missing answer or material is
/// no fault: the law answers it with the one-off notice, not with sending the applicant away.
final class IntakeForm {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;

    /// The mandate as a paper; it stands in no catalogue of materials, because it belongs to who brings them.
    static final Material MANDATE =
            new Material(
                    "mandate",
                    new Text("授权委托书", "Mandate"),
                    Material.Source.APPLICANT,
                    false,
                    null,
                    Set.of("pdf", "jpg", "png"),
                    Text.zh("委托书"));

    private final Map<String, String> typed;
    private final Map<String, MultipartFile> files;

    IntakeForm(Map<String, String> typed, Map<String, MultipartFile> files) {
        this.typed = new TreeMap<>(typed);
        this.typed.remove("_csrf");
        this.files = files;
    }

    /// For the page: the value as typed, or nothing.
    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /// The same as a function, for the parts of pages that the applicant's form shares.
    public java.util.function.UnaryOperator<String> reading() {
        return this::value;
    }

    public boolean ticked(String name) {
        return !value(name).isEmpty();
    }

    boolean person() {
        return "person".equals(value("kind"));
    }

    String applicant() {
        return Normalizer.normalize(value("applicant"), Normalizer.Form.NFC).strip();
    }

    Optional<LocalDate> received() {
        try {
            var plain = Normalizer.normalize(value("received"), Normalizer.Form.NFKC).strip();
            var day = LocalDate.parse(plain.replace('/', '-').replace('.', '-'));
            return Optional.of(day).filter(d -> d.getYear() >= 2000 && d.getYear() <= 2100);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Why it is entered late; the decider says whether it is.
    String lateReason() {
        return Normalizer.normalize(value("late"), Normalizer.Form.NFC).strip();
    }

    /// 所凭应急凭证, handed over on the day on which the matter came in; nothing where it was not done on one.
    @Nullable Voucher voucher() {
        var number = Normalizer.normalize(value("voucher"), Normalizer.Form.NFC).strip();
        return number.isEmpty() ? null : new Voucher(number, received().orElse(LocalDate.MIN));
    }

    /// Answers as they are kept; empty ones left out.
    SequencedMap<String, String> answers(Situation situation) {
        var answers = new LinkedHashMap<String, String>();
        for (var field : situation.fields()) {
            var answer =
                    Answers.normal(field.type(), value("a-" + field.id()).replace("\r\n", "\n"));
            if (!answer.isEmpty()) {
                answers.put(field.id(), answer);
            }
        }
        return answers;
    }

    /// The scan of a material, if one was chosen.
    Optional<MultipartFile> scan(Material material) {
        return Optional.ofNullable(files.get("f-" + material.id())).filter(f -> !f.isEmpty());
    }

    /// 来件方式.
    BringingInput bringing() {
        return new BringingInput(this::value, false);
    }

    /// 授权委托书, if one was chosen.
    Optional<MultipartFile> mandate() {
        return Optional.ofNullable(files.get("mandate")).filter(f -> !f.isEmpty());
    }

    /// 出示的原件: of what was brought, how each was dealt with.
    List<Original.Shown> originals(Situation situation) {
        return situation.materials().stream()
                .filter(m -> m.source().uploaded())
                .flatMap(m ->
                        Original.Handling.ofCode(value("o-" + m.id())).stream()
                                .map(h -> new Original.Shown(m.id(), h)))
                .toList();
    }

    /// 收到: on paper or as a scan.
    boolean brought(Material material) {
        return ticked("m-" + material.id()) || scan(material).isPresent();
    }

    /// Every fault with its field.
    ///
    /// @param name what a label is called in the reader's language
    FormErrors faults(
            Situation situation, LocalDate today, java.util.function.Function<Field, String> name) {
        var errors = new FormErrors();
        var received = received();
        if (received.isEmpty()) {
            errors.add("received", "intake.error.received");
        } else if (received.get().isAfter(today)) {
            errors.add("received", "intake.error.receivedAhead", today.toString());
        }
        if (lateReason().length() > LONGEST_REASON || !CommandInput.storable(lateReason())) {
            errors.add("late", "intake.error.late", Integer.toString(LONGEST_REASON));
        }
        if (!CommandInput.storable(value("voucher"))) {
            errors.add("voucher", "intake.error.voucher");
        }
        var applicant = applicant();
        if (applicant.isEmpty()) {
            errors.add("applicant", "intake.error.applicant");
        } else if (applicant.length() > LONGEST_NAME || !CommandInput.storable(applicant)) {
            errors.add("applicant", "intake.error.applicantForm", Integer.toString(LONGEST_NAME));
        }
        bringing()
                .faults(
                        mandate().filter(f -> kind(f, MANDATE) != null).isPresent(),
                        (field, why) ->
                                errors.add(
                                        field,
                                        "intake.error." + why,
                                        Integer.toString(BringingInput.LONGEST)));
        var answers = answers(situation);
        for (var field : situation.fields()) {
            var answer = answers.getOrDefault(field.id(), "");
            var why =
                    CommandInput.storable(answer)
                            ? Answers.problem(field, answer, today)
                            : Optional.of(Answers.Why.CONTROL_CHARACTER);
            why.ifPresent(w ->
                    errors.add("a-" + field.id(), "field.fault." + word(w), name.apply(field)));
        }
        for (var material : situation.materials()) {
            scan(material)
                    .filter(f -> kind(f, material) == null)
                    .ifPresent(f ->
                            errors.add(
                                    "f-" + material.id(),
                                    "intake.error.file",
                                    material.name().zh(),
                                    String.join(
                                            ", ", material.formats().stream().sorted().toList())));
        }
        return errors;
    }

    private static String word(Answers.Why why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The media type by the file's first bytes, or null where the material does not take it.
    static @Nullable String kind(MultipartFile file, Material material) {
        try {
            return Sniffer.kind(file.getBytes())
                    .filter(k ->
                            material.formats().contains(k)
                                    || (k.equals("jpg") && material.formats().contains("jpeg")))
                    .map(Sniffer::mediaType)
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same form sent twice has the same fingerprint, its files included.
    byte[] fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(typed.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (var file : new TreeMap<>(files).entrySet()) {
                digest.update(file.getKey().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(file.getValue().getBytes());
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
