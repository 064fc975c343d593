package org.guiju.kernel.ledger;

import java.util.ArrayList;
import java.util.List;

/// 密封事件: an event of class S (complaints, discipline, personnel, interventions). The entry shows nothing but digests:
/// neither kind nor stream nor actor nor time, for each of these can betray a person.
///
/// @param event read with all its disclosures; its leaf hash is that of the entry with digests alone
/// @param disclosures the head and the fields, each under a salt of its own; to be stored encrypted
public record SealedEvent(EventEntry event, List<Disclosure> disclosures) {
    public SealedEvent {
        disclosures = List.copyOf(disclosures);
    }

    /// @param clear the event as it would stand in class P, itself without digests
    /// @param more disclosures of further fields
    /// @param salts at least as many as [#saltsNeeded] says, from the shell
    /// @param decoys as for [Disclosures#digests]
    public static SealedEvent of(
            EventEntry clear, List<Disclosure> more, List<String> salts, List<String> decoys) {
        if (!clear.digests().isEmpty()) {
            throw new EntryException(EntryFault.RESERVED_NAME, "\"" + Disclosures.SD + "\"");
        }
        if (salts.size() < saltsNeeded(clear)) {
            throw new EntryException(
                    EntryFault.SALT, salts.size() + " salts instead of " + saltsNeeded(clear));
        }
        var disclosures = new ArrayList<Disclosure>();
        var salt = salts.iterator();
        clear.entry()
                .members()
                .forEach((name, value) -> {
                    if (!name.equals("v")) {
                        disclosures.add(new Disclosure(salt.next(), name, value));
                    }
                });
        disclosures.addAll(more);
        var entry =
                Entry.builder()
                        .put("v", EventEntry.VERSION)
                        .put(Disclosures.SD, Disclosures.digests(disclosures, decoys))
                        .put(Disclosures.SD_ALG, Disclosures.SHA_256)
                        .build();
        return new SealedEvent(EventEntry.of(entry, disclosures), disclosures);
    }

    /// One for each member in clear but `v`.
    public static int saltsNeeded(EventEntry clear) {
        return clear.entry().members().size() - 1;
    }
}
