package org.guiju.app.experts.application;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.ledger.Seals;
import org.guiju.app.ledger.Witnesses;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.springframework.stereotype.Component;

/// 名单的见证时间: read from the witnesses' own lines under a checkpoint that contains the frozen list.
@Component
class WitnessTimes {
    private final Seals seals;
    private final Witnesses witnesses;

    WitnessTimes(Seals seals, Witnesses witnesses) {
        this.seals = seals;
        this.witnesses = witnesses;
    }

    /// 所见.
    record Seen(Instant at, List<String> witnesses) {}

    private record Line(String name, Instant at) {}

    /// When so many witnesses as make a quorum had signed; empty while they have not, and always where the county has no
    /// witnesses: its own clock vouches for nothing.
    Optional<Seen> of(UUID stream, long seq) {
        var keys = witnesses.all().stream().map(w -> VerifierKey.parse(w.key())).toList();
        return seals.sealed(stream, seq)
                .flatMap(sealed -> {
                    var checked = sealed.proof().checkpoint().check(keys);
                    var lines =
                            keys.stream()
                                    .flatMap(k ->
                                            checked.by(k).flatMap(good -> good.time()).stream()
                                                    .map(t -> new Line(k.name(), t)))
                                    .sorted(Comparator.comparing(Line::at))
                                    .limit(witnesses.quorum())
                                    .toList();
                    return lines.isEmpty() || lines.size() < witnesses.quorum()
                            ? Optional.empty()
                            : Optional.of(
                                    new Seen(
                                            lines.getLast().at(),
                                            lines.stream().map(Line::name).sorted().toList()));
                });
    }
}
