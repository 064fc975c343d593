package org.guiju.formats.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 案卷: everything that belongs into the package of one case, before it is bytes. The same values give the same package.
///
/// @param documents 卷内文件, in the order of the catalogue
/// @param steps what was done, by whom, one for each round of a step
/// @param missing documents that belong here and are not there, in words; shown on the note at the end (备考表)
/// @param entries exact bytes of the entries, the case's own stream first
/// @param notes further text files by name, such as who has read the case; in a person's copy
/// @param policy whom the issuing county asks to trust (C2SP tlog-policy)
/// @param definition the text of the institution as it was published
public record Dossier(
        Cover cover,
        List<Document> documents,
        List<Step> steps,
        List<Text> missing,
        List<Traced> entries,
        SortedMap<String, String> notes,
        String policy,
        byte[] definition) {
    public Dossier {
        documents = List.copyOf(documents);
        steps = List.copyOf(steps);
        missing = List.copyOf(missing);
        entries = List.copyOf(entries);
        notes = new TreeMap<>(notes);
        definition = definition.clone();
    }

    @Override
    public byte[] definition() {
        return definition.clone();
    }

    /// 用途.
    public enum Profile {
        /// 归档案卷: with all that the office knows.
        ARCHIVE,
        /// 本人副本: what concerns the person, without what is of others or internal.
        COPY;

        public String code() {
            return this == ARCHIVE ? "archive" : "copy";
        }
    }

    /// 卷内文件的类别, in the order in which every volume has them.
    public enum Group {
        RESULT("结论文书", "Result"),
        PROCESS("过程文书", "Papers of the procedure"),
        MATERIAL("申请与证据材料", "Materials and evidence");

        private final String zh;
        private final String en;

        Group(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public Text says() {
            return new Text(zh, en);
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// 封面.
    ///
    /// @param volume 案卷号; empty for a copy
    /// @param caseId stream of the case
    /// @param digest of the definition
    /// @param state number of the case's entries: the same number, the same dossier
    public record Cover(
            Profile profile,
            String volume,
            String caseId,
            String no,
            String organ,
            Text organName,
            String power,
            int version,
            String digest,
            String kind,
            Text powerName,
            String situation,
            Text situationName,
            String applicant,
            LocalDate received,
            @Nullable LocalDate decided,
            @Nullable LocalDate closed,
            @Nullable LocalDate archived,
            Text outcome,
            String retention,
            Instant asOf,
            int state) {}

    /// 卷内文件.
    ///
    /// @param number 文号; empty for materials
    /// @param name what the file is called in the package, without folder and place
    /// @param by 责任者
    /// @param bound by what the log holds it
    public record Document(
            Group group,
            Text title,
            String number,
            String name,
            @Nullable LocalDate day,
            Text by,
            byte[] content,
            Bound bound) {
        public Document {
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }

        int size() {
            return content.length;
        }
    }

    /// 绑定: the entry that names the document, and the salt that opens its commitment.
    ///
    /// @param salt base64url of 16 bytes
    public record Bound(String stream, long seq, String commitment, String salt) {}

    /// 环节: one round of a step.
    ///
    /// @param persons 责任人: those whose acts in it stand in the log
    public record Step(
            String id,
            Text name,
            String kind,
            LocalDate opened,
            @Nullable LocalDate closed,
            String outcome,
            List<Person> persons) {
        public Step {
            persons = List.copyOf(persons);
        }
    }

    /// 责任人的一次行为.
    ///
    /// @param pseudonym as the log has it
    /// @param seq number of the entry
    public record Person(String pseudonym, String name, String post, Text act, long seq) {}

    /// 条目: its bytes, what of it the holder may see, and its proof.
    public record Traced(
            String stream, long seq, byte[] entry, List<String> disclosures, String proof) {
        public Traced {
            entry = entry.clone();
            disclosures = List.copyOf(disclosures);
        }

        @Override
        public byte[] entry() {
            return entry.clone();
        }

        /// Without the disclosures: they must not slip into a log.
        @Override
        public String toString() {
            return "Traced[" + stream + "/" + seq + "]";
        }
    }
}
