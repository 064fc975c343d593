package org.guiju.app.documents.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.CaseFile;
import org.guiju.kernel.cases.Ballot;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Minutes;
import org.guiju.kernel.cases.OfficeEvent;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.Position;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// 环节事实: what was done in the step of a paper's event before it, for papers that rest on a last signature. By kinds of
/// steps, as the decider's rules are.
@Component
class StepFacts {
    private final Allocation allocation;
    private final MessageSource messages;

    StepFacts(Allocation allocation, MessageSource messages) {
        this.allocation = allocation;
        this.messages = messages;
    }

    void add(
            CaseFile file,
            EventEntry entry,
            Map<String, String> texts,
            Map<String, List<Map<String, String>>> lists) {
        var round = PaperFacts.step(file, entry).flatMap(s -> file.state().round(s.id()));
        switch (round.map(StepRound::work).orElse(null)) {
            case StepWork.Inspection(var recorded, var signed) when recorded != null -> {
                inspection(
                        recorded,
                        file.definition()
                                .basis(recorded.again())
                                .map(b -> b.article().cite())
                                .orElse(""),
                        texts);
                texts.put("inspection.signed", PaperFacts.names(allocation).apply(signed));
                lists.put("findings", findings(file, recorded));
            }
            case StepWork.Scene(var recorded, var signed) when recorded != null -> {
                scene(recorded, texts);
                texts.put("scene.signed", PaperFacts.names(allocation).apply(signed));
                lists.put("inventory", recorded.items().stream().map(PaperFacts::it).toList());
            }
            case StepWork.Investigation(var evidence, _, var signed, _) -> {
                texts.put("investigation.signed", PaperFacts.names(allocation).apply(signed));
                lists.put("evidence", evidence(evidence));
            }
            case StepWork.Meeting(_, var minutes, var signedBy, _) when minutes != null -> {
                meeting(minutes, texts);
                texts.put("meeting.name", meetingName(file, round.orElseThrow()));
                texts.put("meeting.signer", signedBy == null ? "" : signer(file, signedBy));
                lists.put("voices", voices(minutes));
            }
            case null, default -> {}
        }
    }

    /// Of the paper's own event.
    private String signer(CaseFile file, PersonId signedBy) {
        var name = allocation.nameOf(signedBy);
        return file.onBehalf(file.traces().getLast())
                .filter(b -> b.person().equals(signedBy))
                .map(b -> name + "（代" + allocation.nameOf(b.principal()) + "）")
                .orElse(name);
    }

    private List<Map<String, String>> evidence(List<PenaltyEvent.EvidenceTaken> pieces) {
        return pieces.stream()
                .map(e ->
                        Map.of(
                                "day", e.day().toString(),
                                "type", e.type(),
                                "record", e.record(),
                                "officers", PaperFacts.names(allocation).apply(e.officers())))
                .toList();
    }

    private void inspection(
            CaseEvent.InspectionRecorded recorded, String again, Map<String, String> texts) {
        texts.put("inspection.day", recorded.day().toString());
        texts.put(
                "inspection.inspectors", PaperFacts.names(allocation).apply(recorded.inspectors()));
        texts.put("inspection.recorder", allocation.nameOf(recorded.by()));
        texts.put("inspection.report", recorded.report());
        texts.put("inspection.late", recorded.lateReason());
        texts.put("inspection.again", again);
        texts.put("inspection.position", position(recorded.position()));
    }

    private void scene(OfficeEvent.SceneRecorded recorded, Map<String, String> texts) {
        texts.put("scene.day", recorded.day().toString());
        texts.put("scene.officers", PaperFacts.names(allocation).apply(recorded.officers()));
        texts.put(
                "scene.presence",
                say("presence." + recorded.presence().code(), recorded.presence().code()));
        texts.put("scene.witness", recorded.witness());
        texts.put("scene.record", recorded.record());
        texts.put("scene.late", recorded.lateReason());
        texts.put("scene.position", position(recorded.position()));
    }

    private static String position(@Nullable Position position) {
        return position == null ? "" : position + "（WGS 84，由设备给出）";
    }

    private List<Map<String, String>> findings(CaseFile file, CaseEvent.InspectionRecorded record) {
        var found = new ArrayList<Map<String, String>>();
        Cases.standards(file.definition(), file.situation())
                .forEach((id, standard) -> {
                    var verdict = record.verdicts().get(id);
                    if (verdict != null) {
                        found.add(
                                Map.of(
                                        "standard", standard.says().zh(),
                                        "verdict", say("verdict." + verdict.code(), verdict.code()),
                                        "measured",
                                                measured(
                                                        record.measured().get(id),
                                                        standard.measure() == null
                                                                ? ""
                                                                : standard.measure().unit())));
                    }
                });
        return found;
    }

    private static String measured(@Nullable Long figure, String unit) {
        return figure == null ? "" : "（实测" + figure + unit + "）";
    }

    private void meeting(Minutes minutes, Map<String, String> texts) {
        var names = PaperFacts.names(allocation);
        texts.put("meeting.day", minutes.day().toString());
        texts.put("meeting.chair", allocation.nameOf(minutes.chair()));
        texts.put("meeting.due", String.valueOf(minutes.due().size()));
        texts.put("meeting.present", String.valueOf(minutes.present().size()));
        texts.put("meeting.attending", names.apply(minutes.present()));
        texts.put(
                "meeting.absent",
                names.apply(
                        minutes.due().stream()
                                .filter(p -> !minutes.present().contains(p))
                                .toList()));
        texts.put("meeting.for", String.valueOf(minutes.count(Ballot.FOR)));
        texts.put("meeting.against", String.valueOf(minutes.count(Ballot.AGAINST)));
        texts.put("meeting.abstained", String.valueOf(minutes.count(Ballot.ABSTAIN)));
        texts.put("meeting.resolution", minutes.agreed() ? "同意" : "不同意");
        texts.put("meeting.dissent", minutes.dissent());
        texts.put("meeting.summary", minutes.summary());
    }

    private List<Map<String, String>> voices(Minutes minutes) {
        return minutes.statements().entrySet().stream()
                .map(s ->
                        Map.of(
                                "name", allocation.nameOf(s.getKey()),
                                "statement", s.getValue()))
                .toList();
    }

    private static String meetingName(CaseFile file, StepRound round) {
        var step = file.situation().step(round.step()).orElseThrow();
        return step.meeting() == null
                ? step.name().zh()
                : file.definition()
                        .meeting(Objects.requireNonNull(step.meeting()))
                        .map(PowerDefinition.MeetingKind::name)
                        .orElse(step.name())
                        .zh();
    }

    private String say(String key, String otherwise) {
        var said = messages.getMessage(key, null, otherwise, Locale.SIMPLIFIED_CHINESE);
        return said == null ? otherwise : said;
    }
}
