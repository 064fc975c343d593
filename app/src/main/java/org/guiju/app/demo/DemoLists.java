package org.guiju.app.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.lists.Lists;
import org.guiju.app.lists.application.BookletDesk;
import org.guiju.app.lists.application.ListDesk;
import org.guiju.app.lists.application.ListKindsDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.lists.ListColumn;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.lists.ListKinds;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.shared.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// 示例清单: the negative lists of two units, one of them with a second version, a fourth kind of list, and a booklet with some receipts, through the same door as anybody's: drafted by the unit, examined by another organ.
@Component
@ConditionalOnProperty("guiju.demo")
@Order(26)
class DemoLists implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoLists.class);
    private static final LocalDate FIRST = LocalDate.of(2024, 6, 3);
    private static final LocalDate SECOND = LocalDate.of(2025, 2, 10);
    private static final OrganId CULTURE = new OrganId("qinglan-culture");
    private static final OrganId CITY = new OrganId("qinglan-chengguan");
    private static final String REVIEWER = "tengzhigang";
    private static final String NEGATIVE = ListKinds.NEGATIVE.code();
    private static final ListKind SERVICE =
            new ListKind(
                    "service",
                    new Text("公共服务清单", "Service list"),
                    List.of(
                            new ListColumn("name", new Text("服务名称", "Service"), true),
                            new ListColumn(
                                    "sort",
                                    new Text("服务类别", "Sort"),
                                    true,
                                    List.of("咨询", "查询", "代办", "场地")),
                            new ListColumn("how", new Text("办理方式", "How"), true),
                            new ListColumn("phone", new Text("电话", "Telephone"), false)));

    private final Lists lists;
    private final ListDesk desk;
    private final ListKindsDesk kinds;
    private final BookletDesk booklets;

    DemoLists(Lists lists, ListDesk desk, ListKindsDesk kinds, BookletDesk booklets) {
        this.lists = lists;
        this.desk = desk;
        this.kinds = kinds;
        this.booklets = booklets;
    }

    @Override
    public void run(ApplicationArguments args) {
        kinds.add(SERVICE, stamp("huangfuming", FIRST, 8));
        if (lists.versions(CULTURE, NEGATIVE).isEmpty()) {
            culture();
        }
        if (lists.versions(CITY, NEGATIVE).isEmpty()) {
            city();
        }
        if (lists.versions(CULTURE, SERVICE.code()).isEmpty()) {
            service();
        }
        if (booklets.editions(CULTURE).isEmpty()) {
            booklet();
        }
        LOG.info("the demo county has {} published lists", lists.all().size());
    }

    private void culture() {
        var clerk = "zhengwenbo";
        var rows =
                List.of(
                        List.of("超出受理条件要求申请人提交材料", "行政许可法第三十一条", "责令改正；情节严重的给予处分", "窗口受理和审查人员"),
                        List.of("无正当理由超过承诺时限办结", "行政许可法第七十四条", "责令改正，纳入年度考核", "全体承办人员"),
                        List.of("利用审批收受管理服务对象礼品礼金", "公职人员政务处分法第三十三条", "给予政务处分", "全体工作人员"),
                        List.of("指定或者变相指定中介机构", "优化营商环境条例第四十三条", "责令改正，通报批评", "审查和勘验人员"));
        rows.forEach(r -> row(CULTURE, clerk, FIRST, "", r));
        determine(CULTURE, NEGATIVE, clerk, FIRST, "青编清审〔2024〕1 号");
        row(
                CULTURE,
                clerk,
                SECOND,
                "negative-0002",
                List.of("无正当理由超过承诺时限办结", "行政许可法第七十四条", "责令改正；一年内两次的调离岗位", "全体承办人员"));
        row(
                CULTURE,
                clerk,
                SECOND,
                "",
                List.of("泄露申请人的商业秘密和个人信息", "行政许可法第五条第二款", "给予处分；构成犯罪的移送司法机关", "全体工作人员"));
        determine(CULTURE, NEGATIVE, clerk, SECOND, "青编清审〔2025〕2 号");
    }

    private void city() {
        var clerk = "panwenjing";
        var rows =
                List.of(
                        List.of("未出示执法证件实施检查或者处罚", "行政处罚法第五十五条", "处罚无效；对责任人给予处分", "执法人员"),
                        List.of("以罚款数额作为考核指标", "行政处罚法第七十四条第三款", "责令改正，给予处分", "中队负责人和局领导"),
                        List.of("扣押物品不制作清单", "行政强制法第二十四条", "责令改正，依法赔偿", "执法人员"));
        rows.forEach(r -> row(CITY, clerk, FIRST.plusDays(7), "", r));
        determine(CITY, NEGATIVE, clerk, FIRST.plusDays(7), "青编清审〔2024〕4 号");
    }

    private void service() {
        var clerk = "zhengwenbo";
        var day = SECOND.plusDays(21);
        for (var r :
                List.of(
                        List.of("网吧设立政策咨询", "咨询", "窗口或者电话", "0570-0000100"),
                        List.of("旅行社名录查询", "查询", "网上查询", "0570-0000100"),
                        List.of("文化馆排练场地预约", "场地", "现场登记", ""))) {
            keep(CULTURE, SERVICE, clerk, day, "", r);
        }
        determine(CULTURE, SERVICE.code(), clerk, day, "青编清审〔2025〕5 号");
    }

    /// Bound in summer; four have confirmed their copies, the others have not yet.
    private void booklet() {
        var day = SECOND.plusMonths(4);
        done(booklets.bind(CULTURE, stamp("zhengwenbo", day, 9)));
        int number = booklets.editions(CULTURE).getFirst().number();
        for (var reader : List.of("limin", "zhouqihang", "wangli", "shenruoxi")) {
            done(booklets.receive(CULTURE, number, stamp(reader, day.plusDays(1), 9)));
        }
    }

    private void row(OrganId organ, String clerk, LocalDate day, String id, List<String> cells) {
        keep(organ, ListKinds.NEGATIVE, clerk, day, id, cells);
    }

    private void keep(
            OrganId organ,
            ListKind kind,
            String clerk,
            LocalDate day,
            String id,
            List<String> words) {
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < kind.columns().size(); i++) {
            cells.put(kind.columns().get(i).code(), words.get(i));
        }
        done(desk.put(organ, kind.code(), id, cells, stamp(clerk, day, 9)));
    }

    /// Submitted by the clerk, approved by the staffing office's reviewer on the same day.
    private void determine(
            OrganId organ, String kind, String clerk, LocalDate day, String resolution) {
        var digest = desk.draft(organ, kind).orElseThrow().digest();
        done(desk.submit(organ, kind, day, digest, stamp(clerk, day, 10)));
        done(desk.approve(organ, kind, digest, resolution, stamp(REVIEWER, day, 15)));
    }

    private static void done(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new IllegalStateException("the demo's list is refused: " + refusals.getFirst());
        }
    }

    private static Stamp stamp(String username, LocalDate day, int hour) {
        var at = day.atTime(LocalTime.of(hour, 0)).atZone(OfficialClock.ZONE).toInstant();
        return Stamp.own(at, DemoPeople.id(username).value(), UUID.randomUUID());
    }
}
