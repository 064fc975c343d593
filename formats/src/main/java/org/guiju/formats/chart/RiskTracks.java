package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guiju.kernel.powers.RiskChart.Link;

/// 旁线: the ways beside the straight one from step to step. What leads to one step on one side shares a track; a shorter way lies
/// within a longer one; the sides are chosen so that as few as possible cross.
final class RiskTracks {
    /// Up to so many links every choice of sides is tried.
    private static final int ALL = 12;

    private static final int CROSSING = 1000;
    private static final int TRACK = 30;
    private static final int ODD_SIDE = 5;

    /// One track.
    ///
    /// @param right on which side of the steps
    /// @param target row to which it leads
    /// @param links those that run on it
    /// @param slot place from the steps outward, from 0
    record Track(boolean right, int target, List<Link> links, int slot) {
        int first() {
            return Math.min(target, links.stream().mapToInt(Link::from).min().orElse(target));
        }

        int last() {
            return Math.max(target, links.stream().mapToInt(Link::from).max().orElse(target));
        }

        private boolean meets(Track other) {
            return right == other.right && first() <= other.last() && other.first() <= last();
        }

        private boolean passes(int row) {
            return first() < row && row < last();
        }
    }

    private RiskTracks() {}

    static boolean straight(Link link) {
        return link.to() == link.from() + 1;
    }

    static List<Track> of(List<Link> all) {
        var links = all.stream().filter(l -> !straight(l)).toList();
        if (links.isEmpty()) {
            return List.of();
        }
        var best = new boolean[links.size()];
        for (var i = 0; i < best.length; i++) {
            best[i] = onward(links.get(i));
        }
        var cost = cost(links, best);
        if (links.size() <= ALL) {
            for (var choice = 0; choice < 1 << links.size(); choice++) {
                var sides = new boolean[links.size()];
                for (var i = 0; i < sides.length; i++) {
                    sides[i] = (choice >> i & 1) == 1;
                }
                var tried = cost(links, sides);
                if (tried < cost) {
                    cost = tried;
                    best = sides;
                }
            }
            return tracks(links, best);
        }
        for (var before = Integer.MAX_VALUE; cost < before; ) {
            before = cost;
            for (var i = 0; i < best.length; i++) {
                best[i] = !best[i];
                var tried = cost(links, best);
                if (tried < cost) {
                    cost = tried;
                } else {
                    best[i] = !best[i];
                }
            }
        }
        return tracks(links, best);
    }

    private static boolean onward(Link link) {
        return link.to() > link.from();
    }

    private static int cost(List<Link> links, boolean[] sides) {
        var tracks = tracks(links, sides);
        var odd = 0;
        for (var i = 0; i < sides.length; i++) {
            odd += sides[i] == onward(links.get(i)) ? 0 : ODD_SIDE;
        }
        var slots = tracks.stream().mapToInt(t -> t.slot + 1).sum();
        return crossings(tracks) * CROSSING + slots * TRACK + odd;
    }

    /// How often a way out to its track, or in from it, cuts a track that lies nearer to the steps.
    static int crossings(List<Track> tracks) {
        var count = 0;
        for (var track : tracks) {
            for (var inner : tracks) {
                if (inner.right == track.right && inner.slot < track.slot) {
                    count += inner.passes(track.target) ? 1 : 0;
                    count += (int) track.links.stream().filter(l -> inner.passes(l.from())).count();
                }
            }
        }
        return count;
    }

    private static List<Track> tracks(List<Link> links, boolean[] sides) {
        Map<Integer, List<Link>> left = new TreeMap<>();
        Map<Integer, List<Link>> right = new TreeMap<>();
        for (var i = 0; i < sides.length; i++) {
            (sides[i] ? right : left)
                    .computeIfAbsent(links.get(i).to(), k -> new ArrayList<>())
                    .add(links.get(i));
        }
        var open = new ArrayList<Track>();
        left.forEach((target, of) -> open.add(new Track(false, target, of, 0)));
        right.forEach((target, of) -> open.add(new Track(true, target, of, 0)));
        open.sort(
                Comparator.comparingInt((Track t) -> t.last() - t.first())
                        .thenComparingInt(Track::target));
        var out = new ArrayList<Track>();
        for (var track : open) {
            var slot = out.stream().filter(track::meets).mapToInt(t -> t.slot + 1).max().orElse(0);
            out.add(new Track(track.right, track.target, List.copyOf(track.links), slot));
        }
        return out;
    }
}
