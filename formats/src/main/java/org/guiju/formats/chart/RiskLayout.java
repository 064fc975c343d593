package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.guiju.formats.chart.ChartLayout.Box;
import org.guiju.formats.chart.ChartLayout.Label;
import org.guiju.formats.chart.ChartLayout.Placed;
import org.guiju.formats.chart.ChartLayout.Point;
import org.guiju.formats.chart.RiskTracks.Track;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.ChartModel.Shape;
import org.guiju.kernel.powers.RiskChart;
import org.guiju.kernel.powers.RiskChart.Link;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 防控图的图面: one row a step. In the middle the steps, straight down; on the left what can go wrong, on the right what stands in
/// its way. A row belongs together and is never torn, so that the drawing may be cut between any two of them.
///
/// @param nodes start, steps, end, from above
/// @param cards two a row; none beside start and end
/// @param rows upper edge of every row, and last of all the lower edge of the last
record RiskLayout(
        int width,
        int height,
        int spine,
        List<Placed> nodes,
        List<Card> cards,
        List<Way> ways,
        List<Label> labels,
        List<Integer> rows) {

    static final int PAGE = ChartGeometry.PAGE;
    static final int HEAD = 34;
    static final int BAR = 10;
    static final int MARK = 34;
    static final int LINE = 17;
    static final double SIZE = 12.5;
    private static final int MARGIN = 16;
    private static final int PAD = 9;
    private static final int GAP = 15;
    private static final int SLOT = 14;
    private static final int PORT = 20;
    private static final int STUB = 10;
    private static final int LABEL = 14;
    private static final int LONGEST = 140;

    /// 卡片: one of the two cells beside a step.
    ///
    /// @param point null where the definition records no risk
    /// @param lines each with its distance from the card's left border, its distance of the base line from the upper one, and whether
    ///     it is a key
    record Card(Box box, boolean left, RiskChart.@Nullable Point point, List<Words> lines) {}

    record Words(int x, int y, String words, boolean key) {}

    /// 流向线 from border to border.
    record Way(Link link, List<Point> points) {}

    static RiskLayout of(RiskChart chart, Lang lang) {
        return new Builder(chart, lang).build();
    }

    private static final class Builder {
        private static final Text CONTROL = new Text("控制", "Rule");
        private static final Text MEASURE = new Text("措施", "Also");
        private static final Text POST = new Text("责任", "Post");
        private static final Text NONE = new Text("本环节未登记风险点", "No risk recorded for this step");

        private final RiskChart chart;
        private final Lang lang;
        private final List<Track> tracks;
        private final List<NodeBox> boxes = new ArrayList<>();
        private final List<Integer> rows = new ArrayList<>();
        private final List<Placed> nodes = new ArrayList<>();
        private final List<Card> cards = new ArrayList<>();
        private final List<Way> ways = new ArrayList<>();
        private final List<Label> labels = new ArrayList<>();
        private final int leftGutter;
        private final int rightGutter;
        private final int leftCard;
        private final int rightCard;
        private final int spine;

        Builder(RiskChart chart, Lang lang) {
            this.chart = chart;
            this.lang = lang;
            this.tracks = RiskTracks.of(chart.links());
            leftGutter = gutter(false);
            rightGutter = gutter(true);
            var cardRoom = PAGE - 2 * MARGIN - NodeBox.WIDTH - leftGutter - rightGutter;
            leftCard = cardRoom * 43 / 100;
            rightCard = cardRoom - leftCard;
            spine = MARGIN + leftCard + leftGutter + NodeBox.WIDTH / 2;
            chart.lines().forEach(l -> boxes.add(box(l)));
        }

        private int gutter(boolean right) {
            var here = tracks.stream().filter(t -> t.right() == right).toList();
            if (here.isEmpty()) {
                return Math.max(GAP, words(right));
            }
            var slots = here.stream().mapToInt(Track::slot).max().orElse(0);
            return words(right) + (slots + 1) * SLOT + STUB;
        }

        /// Room for the longest word on a way out of a step; what stands beside the straight way reaches out to the right.
        private int words(boolean right) {
            var beside =
                    tracks.stream()
                            .filter(t -> t.right() == right)
                            .flatMap(t -> t.links().stream())
                            .mapToInt(l -> width(label(l)));
            var below =
                    chart.links().stream()
                            .filter(l -> right && RiskTracks.straight(l))
                            .mapToInt(l -> width(label(l)) + 8 - NodeBox.WIDTH / 2);
            return STUB + IntStream.concat(beside, below).max().orElse(0);
        }

        private int width(@Nullable String words) {
            return words == null ? 0 : TextFit.width(words, NodeBox.NOTE) + 4;
        }

        private @Nullable String label(Link link) {
            var label = link.label();
            return label == null
                    ? null
                    : TextFit.wrap(TextFit.clean(lang.of(label)), NodeBox.NOTE, LONGEST, 1)
                            .getFirst();
        }

        private NodeBox box(RiskChart.Line line) {
            var plain = NodeBox.of(line.node(), lang);
            var row = line.number() - 1;
            var most = Math.max(ports(row, false).size(), ports(row, true).size());
            return new NodeBox(
                    plain.node(),
                    plain.width(),
                    Math.max(plain.height(), PORT * (most - 1) + 44),
                    plain.title(),
                    plain.notes(),
                    plain.cut());
        }

        RiskLayout build() {
            var y = HEAD;
            rows.add(y);
            y = pill(y, chart.begins(), ChartModel.START);
            for (var i = 0; i < chart.lines().size(); i++) {
                rows.add(y);
                y = row(y, i);
            }
            rows.add(y);
            y = pill(y, RiskChart.CLOSED, ChartModel.END);
            rows.add(y);
            straightWays();
            tracks.forEach(this::sideWays);
            return new RiskLayout(
                    PAGE,
                    y,
                    spine,
                    List.copyOf(nodes),
                    List.copyOf(cards),
                    List.copyOf(ways),
                    List.copyOf(labels),
                    List.copyOf(rows));
        }

        private int pill(int y, Text title, String id) {
            var node =
                    new ChartModel.Node(
                            id, Shape.START_END, null, 0, title, List.of(), null, false);
            var plain = NodeBox.of(node, lang);
            var ports = id.equals(ChartModel.END) ? ports(chart.lines().size(), true).size() : 0;
            var box =
                    new NodeBox(
                            node,
                            plain.width(),
                            Math.max(36, PORT * ports),
                            plain.title(),
                            plain.notes(),
                            plain.cut());
            nodes.add(new Placed(box, centred(box, y + GAP)));
            return y + box.height() + 2 * GAP;
        }

        private Box centred(NodeBox box, int top) {
            return new Box(spine - box.width() / 2, top, box.width(), box.height());
        }

        private int row(int y, int i) {
            var point = chart.lines().get(i).point();
            var box = boxes.get(i);
            var left = point == null ? none(leftCard) : risk(point);
            var right = point == null ? List.<Words>of() : control(point);
            var inner = Math.max(Math.max(height(left), height(right)), MARK) + 2 * PAD;
            var height = Math.max(inner + 2 * (GAP / 2), box.height() + 2 * GAP);
            nodes.add(new Placed(box, centred(box, y + (height - box.height()) / 2)));
            var top = y + GAP / 2;
            var tall = height - 2 * (GAP / 2);
            cards.add(
                    new Card(
                            new Box(MARGIN, top, leftCard, tall),
                            true,
                            point,
                            moved(left, (tall - height(left)) / 2)));
            cards.add(
                    new Card(
                            new Box(PAGE - MARGIN - rightCard, top, rightCard, tall),
                            false,
                            point,
                            moved(right, (tall - height(right)) / 2)));
            return y + height;
        }

        private static int height(List<Words> words) {
            return words.stream().mapToInt(w -> w.y() + 5).max().orElse(0);
        }

        private static List<Words> moved(List<Words> words, int down) {
            return words.stream()
                    .map(w -> new Words(w.x(), w.y() + down, w.words(), w.key()))
                    .toList();
        }

        private List<Words> none(int width) {
            var words = lang.of(NONE);
            return List.of(new Words((width - TextFit.width(words, SIZE)) / 2, 12, words, false));
        }

        private List<Words> risk(RiskChart.Point point) {
            var out = new ArrayList<Words>();
            var x = BAR + 8 + MARK + 9;
            for (var line :
                    TextFit.wrap(TextFit.clean(lang.of(point.how())), SIZE, leftCard - x - 10, 9)) {
                out.add(new Words(x, 12 + out.size() * LINE, line, false));
            }
            return out;
        }

        private List<Words> control(RiskChart.Point point) {
            var out = new ArrayList<Words>();
            var y = 12;
            for (var part :
                    List.of(
                            List.of(CONTROL, point.rule()),
                            List.of(MEASURE, point.measure()),
                            List.of(POST, point.post()))) {
                out.add(new Words(10, y, lang.of(part.getFirst()), true));
                for (var line :
                        TextFit.wrap(
                                TextFit.clean(lang.of(part.getLast())),
                                SIZE,
                                rightCard - 44 - 10,
                                6)) {
                    out.add(new Words(44, y, line, false));
                    y += LINE;
                }
                y += 3;
            }
            return out;
        }

        private void straightWays() {
            join(nodes.getFirst(), nodes.get(1), null);
            for (var link : chart.links()) {
                if (RiskTracks.straight(link)) {
                    join(nodes.get(link.from() + 1), nodes.get(link.to() + 1), link);
                }
            }
        }

        private void join(Placed upper, Placed lower, @Nullable Link link) {
            var from = upper.port(RouteMap.SOUTH);
            var to = lower.port(RouteMap.NORTH);
            ways.add(new Way(link == null ? new Link(-1, 0, null) : link, List.of(from, to)));
            var words = link == null ? null : label(link);
            if (words != null) {
                labels.add(
                        new Label(
                                words,
                                new Box(
                                        spine + 8,
                                        (from.y() + to.y() - LABEL) / 2 - 2,
                                        TextFit.width(words, NodeBox.NOTE),
                                        LABEL)));
            }
        }

        /// 端口: what leaves or reaches a row on one side, from above.
        ///
        /// @param link null where the track itself comes in
        private record Port(Track track, @Nullable Link link, int turn) {}

        private List<Port> ports(int row, boolean right) {
            var out = new ArrayList<Port>();
            for (var track : tracks) {
                if (track.right() != right) {
                    continue;
                }
                if (track.target() == row) {
                    var above = track.first() < row;
                    var below = track.last() > row;
                    out.add(new Port(track, null, above == below ? 1 : above ? 0 : 2));
                }
                track.links().stream()
                        .filter(l -> l.from() == row)
                        .forEach(l -> out.add(new Port(track, l, track.target() < row ? 0 : 2)));
            }
            // within those that turn up the nearer track leaves higher; within those that turn
            // down, lower
            out.sort(
                    Comparator.comparingInt(Port::turn)
                            .thenComparingInt(
                                    p -> p.turn() == 2 ? -p.track().slot() : p.track().slot()));
            return out;
        }

        private Point port(int row, boolean right, Track track, @Nullable Link link) {
            var placed = nodes.get(row + 1);
            var ports = ports(row, right);
            var at = 0;
            for (var i = 0; i < ports.size(); i++) {
                if (ports.get(i).track().equals(track)
                        && Objects.equals(ports.get(i).link(), link)) {
                    at = i;
                }
            }
            var box = placed.box();
            var y = box.y() + box.height() / 2 + (2 * at - ports.size() + 1) * PORT / 2;
            return new Point(right ? box.x() + box.width() : box.x(), y);
        }

        private void sideWays(Track track) {
            var side = track.right() ? 1 : -1;
            var x =
                    spine
                            + side * (NodeBox.WIDTH / 2 + words(track.right()))
                            + side * (track.slot() * SLOT + SLOT / 2);
            var end = port(track.target(), track.right(), track, null);
            for (var link : track.links()) {
                var start = port(link.from(), track.right(), track, link);
                ways.add(
                        new Way(
                                link,
                                List.of(
                                        start,
                                        new Point(x, start.y()),
                                        new Point(x, end.y()),
                                        end)));
                var words = label(link);
                if (words != null) {
                    var width = TextFit.width(words, NodeBox.NOTE);
                    labels.add(
                            new Label(
                                    words,
                                    new Box(
                                            side > 0 ? start.x() + 5 : start.x() - 5 - width,
                                            start.y() - LABEL - 2,
                                            width,
                                            LABEL)));
                }
            }
        }
    }
}
