package org.guiju.formats.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.guiju.formats.documents.PaperFonts.Face;

/// 核验页: behind the last page of a paper, with a code that carries the whole proof, the same in figures, and in words what it proves and
/// what not. It is no page of the paper and bears no page number.
final class ProofPage {
    private static final double SIZE = 12;
    private static final double LINE = 19;
    private static final double FINE = 9;
    private static final double FINE_LINE = 13.5;
    private static final double LABEL = Sheet.mm(22);
    private final Paper paper;
    private final Paper.Proof proof;
    private final Structure structure;
    private final List<Strip> strips = new ArrayList<>();

    private ProofPage(Paper paper, Paper.Proof proof, Structure structure) {
        this.paper = paper;
        this.proof = proof;
        this.structure = structure;
    }

    static List<Strip> strips(Paper paper, Paper.Proof proof, Structure structure)
            throws IOException {
        return new ProofPage(paper, proof, structure).all();
    }

    private List<Strip> all() throws IOException {
        middle(Face.TITLE, Sheet.TITLE, 1.4 * Sheet.TITLE, "核验页");
        middle(Face.TEXT, SIZE, 1.6 * LINE, paper.title() + "　" + paper.number());
        body("本页附在文书之后，不是文书正文。下面的二维码载有本文书所依据的办理记录在权力运行公开日志中的全部证明，不联网也能核验。");
        code();
        fact("日志", proof.log());
        fact("位置", "第 " + proof.index() + " 条，签名时共 " + proof.size() + " 条（从 0 数起）");
        fact("记录指纹", proof.leaf());
        fact("日志树根", proof.root());
        if (proof.witnesses().isEmpty()) {
            fact("见证", "制作本页时尚无见证方签名");
        }
        proof.witnesses().forEach(w -> fact("见证", w));
        gap();
        heading("证明什么");
        body("这一办理记录在本页制作以前已经写入上述日志，日志已经签名；以后任何人改动、抽换或者删去它，都能被发现。");
        heading("不证明什么");
        body("记录的内容真实、合法；纸上的文字与原件相同（请用文末的小码打开核验页面，比对电子原件）；文书此后没有变更或者撤销。");
        heading("怎样核验");
        body(
                "用手机扫描上面的二维码，由打开的网页在手机上核验，“#”以后的内容不会发往服务器；或者打开 "
                        + proof.page()
                        + " 粘贴码中的文字；也可以用命令 guiju verify 在自己的计算机上核验。公钥清单请从自己信得过的地方取得。");
        return List.copyOf(strips);
    }

    private void middle(Face face, double size, double height, String text) {
        var element = structure.element("P");
        double width = PaperFonts.width(face, text) * size / 1000;
        strips.add(
                new Strip(
                        height,
                        true,
                        (canvas, place) -> {
                            canvas.begin(element);
                            canvas.text(
                                    face,
                                    size,
                                    Canvas.BLACK,
                                    (Sheet.WIDTH - width) / 2,
                                    place.top(),
                                    text);
                            canvas.end();
                        }));
    }

    private void heading(String text) {
        lines(text, Face.HEADING, SIZE, LINE, 0, 0);
    }

    private void body(String text) {
        lines(text, Face.TEXT, SIZE, LINE, 2000, 0);
    }

    private void gap() {
        strips.add(new Strip(LINE / 2, false, (_, _) -> {}));
    }

    /// What can be compared by eye: a label and a value that may run over lines.
    private void fact(String label, String value) {
        var element = structure.element("P");
        strips.add(
                new Strip(
                        0,
                        true,
                        (canvas, place) -> {
                            canvas.begin(element);
                            canvas.text(Face.HEADING, FINE, Canvas.BLACK, 0, place.top(), label);
                            canvas.end();
                        }));
        lines(value, Face.TEXT, FINE, FINE_LINE, 0, LABEL);
    }

    private void lines(
            String text, Face face, double size, double height, int indent, double left) {
        var element = structure.element("P");
        int measure = (int) ((Sheet.WIDTH - left) * 1000 / size);
        for (var line : LineBreaker.lines(text, indent, measure, t -> PaperFonts.width(face, t))) {
            strips.add(
                    new Strip(
                            height,
                            false,
                            (canvas, place) -> {
                                canvas.begin(element);
                                canvas.line(face, size, Canvas.BLACK, left, place.top(), line);
                                canvas.end();
                            }));
        }
    }

    /// Between the code and whatever is near it there are four empty squares at least, as readers need them.
    private void code() throws IOException {
        var squares = CodeArt.squares(proof.code());
        double side = squares.getWidth() * CodeArt.MODULE;
        double quiet = 5 * CodeArt.MODULE;
        strips.add(
                new Strip(
                        side + 2 * quiet,
                        true,
                        (canvas, place) -> {
                            canvas.begin(null);
                            CodeArt.draw(
                                    canvas,
                                    CodeArt.onDots((Sheet.WIDTH - side) / 2, Sheet.LEFT),
                                    CodeArt.onDots(place.top() + quiet, Sheet.TOP),
                                    side,
                                    squares);
                            canvas.end();
                        }));
    }
}
