package org.guiju.kernel.matters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiju.kernel.shared.OrganId;

/// 三重一大事项范围: what one organ counts among the four classes, and by which amounts it is graded (C50, C52, C85).
///
/// @param item code of the business, such as `payment`
/// @param name as the organ's rule calls it
/// @param tiers ascending; the first one begins below any amount
/// @param document number of the organ's rule
/// @param open whether the organ's rule makes the matter public before it is decided
public record ScopeRule(
        OrganId organ,
        String item,
        MatterClass of,
        String name,
        List<Tier> tiers,
        String document,
        boolean open,
        LocalDate from) {
    public ScopeRule {
        tiers = List.copyOf(tiers);
    }

    /// 档次: amounts above the figure go by the route; the figure itself belongs to the tier below (X24).
    ///
    /// @param aboveFen in fen; -1 for the first tier
    public record Tier(long aboveFen, MatterRoute route) {}

    /// The tier of the amount, from 1.
    public int tier(long fen) {
        int found = 1;
        for (int i = 0; i < tiers.size(); i++) {
            found = fen > tiers.get(i).aboveFen() ? i + 1 : found;
        }
        return found;
    }

    public MatterRoute route(long fen) {
        return tiers.get(tier(fen) - 1).route();
    }

    /// Whether it can be adopted: tiers ascend from the first, and each route is one of the class.
    public boolean sound() {
        if (item.isBlank() || name.isBlank() || document.isBlank() || tiers.isEmpty()) {
            return false;
        }
        long last = Long.MIN_VALUE;
        for (var tier : tiers) {
            if (tier.aboveFen() <= last || !of.routes().contains(tier.route())) {
                return false;
            }
            last = tier.aboveFen();
        }
        return tiers.getFirst().aboveFen() == -1 && ascending();
    }

    /// A larger amount never goes by fewer hands.
    private boolean ascending() {
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).route().compareTo(tiers.get(i - 1).route()) < 0) {
                return false;
            }
        }
        return true;
    }

    /// As it is stored: `-1=single;5000000=countersigned`.
    public String tiersCode() {
        return tiers.stream()
                .map(t -> t.aboveFen() + "=" + t.route().code())
                .collect(Collectors.joining(";"));
    }

    /// Tiers from their code; empty where it cannot be read.
    public static Optional<List<Tier>> tiers(String code) {
        var tiers = new ArrayList<Tier>();
        for (var part : code.split(";")) {
            int at = part.indexOf('=');
            var route = MatterRoute.ofCode(part.substring(at + 1));
            if (at < 1 || !part.substring(0, at).matches("-1|[0-9]{1,15}") || route.isEmpty()) {
                return Optional.empty();
            }
            tiers.add(new Tier(Long.parseLong(part.substring(0, at)), route.get()));
        }
        return Optional.of(List.copyOf(tiers));
    }
}
