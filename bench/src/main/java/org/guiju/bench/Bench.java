package org.guiju.bench;

import java.util.Arrays;
import org.guiju.bench.cases.CasesBench;
import org.guiju.bench.http.HttpBench;
import org.guiju.bench.ledger.LedgerBench;
import org.guiju.bench.scale.ScaleBench;
import org.guiju.bench.start.StartBench;
import org.guiju.bench.supervision.SupervisionBench;

/// 基准测试: one word for each measurement.
public final class Bench {
    static final int FINE = 0;
    static final int UNUSABLE = 2;

    private static final String USAGE =
            """
            ./guiju bench cases [OPTION…]   cases a second, WAL and bytes a case                每秒办件数、每件日志与存储
              --peers           also Flowable 8 and Operaton, fetched and built once           同时测量 Flowable 8 和 Operaton
              --threads 1,4,16  who act at the same time                                       并发数
              --rounds N        how often all are measured, taking turns; default 1            轮数
              --warm N          seconds before measuring; default 10                           预热秒数
              --seconds N       seconds measured; default 15                                   测量秒数
            ./guiju bench ledger [OPTION…]  sealed events a second, time until a proof, verification  每秒封存条目、出证时间、复核速度
              --threads 1,4,16  who acts at the same time                                      并发数
              --seconds N       seconds measured; default 15                                   测量秒数

            ./guiju bench scale [OPTION…]   pages of a county of a million cases, bytes a case, statements a page  百万案件下的页面、存储与语句数
              --cases N         default 1000000                                                案件数
              --powers N        default 1000    --organs N    default 200                      权力数、机关数
              --requests N      requests a page; default 200                                   每页请求数
              --sample N        cases asked again of the ordinary path; default 20             与平常办理比对的案件数
              --data DIR        keep the county there and measure it again without making it   保留数据目录以便再次测量
              --sealed          let the server seal all entries, and wait for it               由服务器封存全部条目
              --rebuild         also make the projections again                                同时重建投影
              --explain         name the statements that a page sends more than once           列出重复语句
            ./guiju bench http [OPTION…]    acts a second through the API, WAL and bytes a case      接口每秒办理数、每件日志与存储
              --officers 1,4,16,64  who acts at the same time  --seconds N  default 20  --warm N  default 20
            ./guiju bench supervision [OPTION…]  events a second that supervision judges, live and by replay  监察每秒判定事件数
              --cases N         default 5000    --rounds N    default 3
            ./guiju bench start [--rounds N]  from `./guiju demo` to the first page, and memory     启动到首个页面的时间与内存

            Exit status 退出码: 0 fine 正常, 2 unusable input 输入无法使用
            """;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        System.exit(run(args));
    }

    private static int run(String[] args) throws Exception {
        if (args.length == 0 || args[0].equals("--help") || args[0].equals("-h")) {
            System.out.print(USAGE);
            return args.length == 0 ? UNUSABLE : FINE;
        }
        var words = Arrays.asList(args).subList(1, args.length);
        try {
            switch (args[0]) {
                case "cases" -> CasesBench.run(words);
                case "ledger" -> LedgerBench.run(words);
                case "scale" -> ScaleBench.run(words);
                case "http" -> HttpBench.run(words);
                case "start" -> StartBench.run(words);
                case "supervision" -> SupervisionBench.run(words);
                default -> {
                    System.err.printf("没有这项测试 / there is no measurement '%s'%n%s", args[0], USAGE);
                    return UNUSABLE;
                }
            }
            return FINE;
        } catch (IllegalArgumentException e) {
            System.err.printf("%s%n%s", e.getMessage(), USAGE);
            return UNUSABLE;
        }
    }
}
