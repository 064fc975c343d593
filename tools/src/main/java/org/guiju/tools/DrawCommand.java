package org.guiju.tools;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiju.formats.draw.DrawNames;
import org.guiju.formats.draw.DrawNames.Named;
import org.guiju.formats.draw.Redo;
import org.guiju.kernel.experts.DrawKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// 重做抽选: whoever has the published list and the published figures gets the same experts as the server did. Exit codes: 0
/// drawn, 1 drawn but seats stay open, 2 unusable input.
@Command(
        name = "draw",
        mixinStandardHelpOptions = true,
        description = {
            "Redo a verifiable random draw (RFC 3797) from the published list and the published figures.",
            "用公布的名单和公布的数值，重做一次可验证随机抽选（RFC 3797）。"
        },
        footerHeading = "%n",
        footer = {
            "FILE is text, one name a line in the published order, or a CSV with the columns",
            "名单为文本（每行一个，按公布顺序），或带以下列的 CSV：",
            "  name 姓名, outside 系统外 (yes|no 是|否), recused 回避 (yes|no|declined 是|否|谢绝)",
            "",
            "  guiju draw --names pool.txt --key 9319./2.5.8.10.12./9.18.26.34.41.45./ --count 16",
            "  guiju draw --names pool.csv --source 9319 --source \"2 5 12 8 10\" --count 5 --outside 2",
            "",
            "Exit status 退出码: 0 fine 正常, 1 seats stay open 席位未满, 2 unusable input 输入无法使用"
        })
public final class DrawCommand implements Callable<Integer> {

    /// What the answer may look like.
    enum Format {
        text,
        json
    }

    @Option(
            names = "--names",
            required = true,
            paramLabel = "FILE",
            description = "the list in its published order; - reads standard input 名单，- 表示标准输入")
    private String file = "";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "the key as published, in the form of RFC 3797 section 4 公布的密钥")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "FIGURES",
            description =
                    "instead of the key, the figures of one source, blanks between them; repeat in the announced order 代替密钥：一个来源的数值，以空格分开，按公告顺序重复")
    private List<String> sources = List.of();

    @Option(
            names = "--count",
            required = true,
            paramLabel = "N",
            description = "seats of the panel 席位数")
    private int count;

    @Option(
            names = "--outside",
            paramLabel = "N",
            description =
                    "seats owed to experts from outside 须由系统外、区域外专家担任的席位; default 默认: ${DEFAULT-VALUE}")
    private int outside = 0;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "default 默认: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var drawKey = key();
        var names = drawKey.isEmpty() ? Optional.<List<Named>>empty() : names();
        if (drawKey.isEmpty() || names.isEmpty() || !fits(names.get().size())) {
            return Guiju.UNUSABLE;
        }
        var redo = Redo.of(names.get(), drawKey.get(), count, outside);
        var out = spec.commandLine().getOut();
        out.print(format == Format.json ? redo.json() : redo.text());
        out.flush();
        if (redo.drawn().complete()) {
            return Guiju.FINE;
        }
        say("席位未满：缺 " + redo.drawn().open() + " 席。 " + redo.drawn().open() + " seats stay open.");
        return Guiju.FINDINGS;
    }

    private boolean fits(int pool) {
        if (count < 1 || count > pool) {
            say("--count 应为 1 至 " + pool + "（名单人数），现为 " + count + "。");
            say("--count is 1 to " + pool + ", the names on the list; it was " + count + ".");
            return false;
        }
        if (outside < 0 || outside > count) {
            say("--outside 应为 0 至 --count（" + count + "），现为 " + outside + "。");
            say("--outside is 0 to --count (" + count + "); it was " + outside + ".");
            return false;
        }
        return true;
    }

    private Optional<DrawKey> key() {
        if (key.isPresent() != sources.isEmpty()) {
            say("请给出 --key，或按公告顺序逐个给出 --source，二者选一。");
            say("Give either --key or one --source after another, in the announced order.");
            return Optional.empty();
        }
        if (key.isEmpty()) {
            return fromSources();
        }
        var problem = DrawKey.problem(key.get());
        if (problem.isPresent()) {
            say("--key 无法使用：须为 1 至 800 个可见的 ASCII 字符，例如 9319./2.5.8.10.12./。");
            say(
                    "--key cannot be used: it has 1 to 800 visible ASCII characters, such as 9319./2.5.8.10.12./.");
            return Optional.empty();
        }
        var given = new DrawKey(key.get());
        if (!given.canonical()) {
            say("提示：密钥不是 RFC 3797 第 4 节的规范形式，按原样使用。");
            say("Note: the key is not in the form of RFC 3797 section 4; it is used as it stands.");
        }
        return Optional.of(given);
    }

    private Optional<DrawKey> fromSources() {
        var figures =
                sources.stream().map(source -> List.of(source.strip().split("[\\s,，]+"))).toList();
        for (var i = 0; i < figures.size(); i++) {
            for (var figure : figures.get(i)) {
                if (!DrawKey.figure(figure)) {
                    say("第 " + (i + 1) + " 个 --source 中的“" + figure + "”不是数值，请写不带正负号的十进制数。");
                    say(
                            "--source number "
                                    + (i + 1)
                                    + ": \""
                                    + figure
                                    + "\" is no figure; write decimals without a sign.");
                    return Optional.empty();
                }
            }
        }
        return Optional.of(DrawKey.of(figures));
    }

    private Optional<List<Named>> names() {
        var bytes = read();
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        return switch (DrawNames.read(bytes.get())) {
            case DrawNames.Result.Read(var names) -> Optional.of(names);
            case DrawNames.Result.Unusable(var message) -> {
                say(file + "：" + message.zh());
                say(file + ": " + message.en());
                yield Optional.empty();
            }
        };
    }

    private Optional<byte[]> read() {
        try {
            if (file.equals("-")) {
                return Optional.of(System.in.readAllBytes());
            }
            var path = Path.of(file);
            if (Files.isDirectory(path)) {
                say(file + " 是文件夹，请给出文件。 " + file + " is a folder: name a file.");
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(path));
        } catch (NoSuchFileException | InvalidPathException e) {
            say("找不到文件 " + file + "，请检查路径。 There is no file " + file + ": check the path.");
        } catch (AccessDeniedException e) {
            say("无权读取 " + file + "，请检查文件权限。 " + file + " may not be read: check its permissions.");
        } catch (IOException e) {
            say("无法读取 " + file + "，请复制一份再试。 " + file + " cannot be read: try a copy.");
        }
        return Optional.empty();
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
