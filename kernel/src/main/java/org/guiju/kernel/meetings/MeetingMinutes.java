package org.guiju.kernel.meetings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.guiju.kernel.meetings.MeetingState.Stage;
import org.guiju.kernel.shared.PersonId;

/// 会议纪要: the text that is signed, as lines in a fixed order, its digest, and the resolutions that it binds.
public final class MeetingMinutes {
    private MeetingMinutes() {}

    /// What everybody signs: notice, attendance, each item with every statement, vote and dissent.
    public static List<String> lines(MeetingState state) {
        var n = state.notice();
        var lines = new ArrayList<String>();
        lines.add(line("guiju-minutes/v1", n.id(), n.kind(), n.organ().value()));
        lines.add(line("held", n.day().toString(), n.time(), n.place(), n.procedure()));
        lines.add(line("chair", n.chair().value(), "convenor", n.convenor().value()));
        lines.add(
                line("due", Integer.toString(n.dueCount()), n.roll().code(), people(n.members())));
        lines.add(line("present", Integer.toString(state.presentCount()), people(state.present())));
        state.absent().entrySet().stream()
                .sorted(java.util.Comparator.comparing(e -> e.getKey().value()))
                .forEach(e -> lines.add(line("absent", e.getKey().value(), e.getValue())));
        state.items().forEach(i -> item(i, lines));
        return List.copyOf(lines);
    }

    private static void item(ItemState s, List<String> lines) {
        var i = s.item();
        lines.add(line("item", Integer.toString(i.no()), i.matter().toString(), i.title()));
        lines.add(line("proposal", i.proposal(), String.valueOf(i.amountFen())));
        if (s.withdrawn() != null) {
            lines.add(line("withdrawn", s.withdrawn()));
        }
        s.remarks().forEach((p, text) -> lines.add(line("remark", p.value(), text)));
        s.recusals()
                .forEach((p, r) ->
                        lines.add(line("recusal", p.value(), r.reason(), "" + r.granted())));
        s.statements().forEach((p, text) -> lines.add(line("statement", p.value(), text)));
        s.checks().forEach((q, c) -> lines.add(line("check", q, c.answer().name(), c.note())));
        s.votes()
                .forEach(
                        (p, b) -> lines.add(line("vote", p.value(), b.vote().name(), b.dissent())));
        s.dissents().forEach(d -> lines.add(line("dissent", d.person().value(), d.text())));
        var t = s.tally();
        lines.add(
                line(
                        "outcome",
                        s.outcome() == null ? "" : s.outcome().code(),
                        t.due() + "/" + t.present(),
                        t.votesFor() + ":" + t.against() + ":" + t.abstain()));
    }

    /// One line of fields; what would end a field or a line is written as an escape.
    private static String line(String... fields) {
        return java.util.Arrays.stream(fields)
                .map(f -> f.replace("\\", "\\\\").replace("|", "\\p").replace("\n", "\\n"))
                .collect(Collectors.joining("|"));
    }

    private static String people(List<PersonId> people) {
        return people.stream().map(PersonId::value).collect(Collectors.joining(","));
    }

    /// SHA-256 of the lines, in hexadecimal.
    public static String digest(MeetingState state) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var text = String.join("\n", lines(state)) + "\n";
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// The resolutions of the meeting; none before its minutes bind.
    public static List<Resolution> resolutions(MeetingState state) {
        if (state.stage() != Stage.DONE) {
            return List.of();
        }
        var n = state.notice();
        var found = new ArrayList<Resolution>();
        for (var s : state.items()) {
            var outcome = s.outcome();
            if (outcome != null && outcome != ItemOutcome.REPORTED) {
                found.add(
                        new Resolution(
                                n.id() + "-" + s.item().no(),
                                n.id(),
                                n.kind(),
                                n.organ(),
                                n.day(),
                                s.item().matter(),
                                s.item().proposal(),
                                s.item().amountFen(),
                                outcome,
                                s.tally(),
                                state.digest()));
            }
        }
        return List.copyOf(found);
    }
}
