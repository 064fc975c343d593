package org.guiju.app.archive.application;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.cases.CaseFile;
import org.guiju.formats.dossier.Dossier;
import org.guiju.formats.dossier.Dossier.Person;
import org.guiju.formats.dossier.Dossier.Step;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// 办理全程与责任人: each round of a step with everybody whose act in it stands in the log (责任倒查).
@Component
public class Course {
    private static final Set<String> FLOW =
            Set.of("case.step-opened", "case.step-closed", "case.step-awaited");
    private final Allocation allocation;
    private final MessageSource messages;

    Course(Allocation allocation, MessageSource messages) {
        this.allocation = allocation;
        this.messages = messages;
    }

    /// @param profile names of officers are told in the office's own file, in a person's copy their posts
    public List<Step> of(CaseFile file, Dossier.Profile profile) {
        var rounds = file.state().rounds();
        var persons = new ArrayList<List<Person>>();
        var open = new ArrayList<String>();
        for (var trace : file.traces()) {
            var entry = trace.entry();
            var step = entry.text("step");
            if (entry.kind().equals("case.step-opened")) {
                open.add(step);
                persons.add(new ArrayList<>());
            } else if (!step.isEmpty() && !FLOW.contains(entry.kind())) {
                int round = open.lastIndexOf(step);
                if (round >= 0) {
                    persons.get(round).addAll(persons(entry, profile));
                }
            }
        }
        var steps = new ArrayList<Step>();
        for (int i = 0; i < rounds.size(); i++) {
            var round = rounds.get(i);
            steps.add(
                    new Step(
                            round.step(),
                            file.situation()
                                    .step(round.step())
                                    .map(s -> s.name())
                                    .orElse(Text.zh(round.step())),
                            round.kind().code(),
                            round.openedOn(),
                            round.closedOn(),
                            round.outcome() == null ? "" : round.outcome(),
                            i < persons.size() ? persons.get(i) : List.of()));
        }
        return steps;
    }

    private List<Person> persons(EventEntry entry, Dossier.Profile profile) {
        var ids = new LinkedHashSet<String>();
        for (var name : List.of("officer", "chair", "recorder")) {
            ids.add(entry.text(name));
        }
        ids.addAll(entry.texts("inspectors"));
        ids.addAll(entry.texts("officers"));
        ids.remove("");
        if (ids.isEmpty()) {
            ids.add(entry.by());
        }
        return ids.stream().map(id -> person(id, entry, profile)).toList();
    }

    private Person person(String id, EventEntry entry, Dossier.Profile profile) {
        var officer = allocation.officer(new PersonId(id));
        var name =
                profile == Dossier.Profile.COPY
                        ? ""
                        : officer.map(Officer::name)
                                .orElseGet(() -> word("archive.actor." + id, id));
        return new Person(
                id,
                name,
                officer.map(o -> o.post().zh()).orElse(""),
                says(entry.kind()),
                entry.seq());
    }

    private String word(String key, String otherwise) {
        var found = messages.getMessage(key, null, otherwise, Locale.SIMPLIFIED_CHINESE);
        return found == null ? otherwise : found;
    }

    /// The act in both languages, as the record names it.
    private Text says(String kind) {
        var key = "supervision.event." + kind;
        var zh = messages.getMessage(key, null, kind, Locale.SIMPLIFIED_CHINESE);
        return new Text(
                zh == null ? kind : zh, messages.getMessage(key, null, kind, Locale.ENGLISH));
    }
}
