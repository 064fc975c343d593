package org.guiju.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.clearing.Campaign;
import org.guiju.app.clearing.application.ClearingDesk;
import org.guiju.app.clearing.application.TakeOver;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.clearing.Appraisal;
import org.guiju.kernel.clearing.Aspect;
import org.guiju.kernel.clearing.ClearingCommand;
import org.guiju.kernel.clearing.ClearingEntry;
import org.guiju.kernel.clearing.ClearingEvent.CampaignKind;
import org.guiju.kernel.clearing.ClearingGaps;
import org.guiju.kernel.clearing.Disposal;
import org.guiju.kernel.clearing.Disposition;
import org.guiju.kernel.clearing.Item;
import org.guiju.kernel.clearing.ItemField;
import org.guiju.kernel.clearing.Meeting;
import org.guiju.kernel.clearing.Resolution;
import org.guiju.kernel.clearing.Responsibility;
import org.guiju.kernel.clearing.Stage;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 示例清理: a campaign of the county in which each unit has come as far as another one, from first items to published lists.
@Component
class DemoClearing {
    private static final OrganId CULTURE = new OrganId("qinglan-culture");
    private static final OrganId KEJI = new OrganId("qinglan-keji");
    private static final OrganId MARKET = new OrganId("qinglan-market");
    private static final OrganId ORGANISATION = new OrganId("qinglan-organisation");
    private static final PersonId STAFFING = DemoPeople.id("zongwenhui");
    private static final PersonId REVIEWER = DemoPeople.id("tengzhigang");
    private static final Map<OrganId, String> NAMES =
            Map.of(
                    CULTURE,
                    "青岚县文化和旅游局",
                    DemoPeople.CHENGGUAN,
                    "青岚县城市管理局",
                    KEJI,
                    "青岚县科学技术局",
                    MARKET,
                    "青岚县市场监督管理局",
                    ORGANISATION,
                    "中共青岚县委组织部");
    private final ClearingDesk desk;
    private final TakeOver takeOver;

    DemoClearing(ClearingDesk desk, TakeOver takeOver) {
        this.desk = desk;
        this.takeOver = takeOver;
    }

    /// Makes the campaign unless it is there.
    void make(LocalDate today) {
        if (!desk.all().isEmpty()) {
            return;
        }
        var opened = today.minusDays(58);
        var campaign =
                new Campaign(
                        opened.getYear() + "-01",
                        "青岚县职责权力全面清理",
                        CampaignKind.FULL,
                        "青编办发〔" + opened.getYear() + "〕3 号",
                        opened,
                        STAFFING,
                        List.of(CULTURE, DemoPeople.CHENGGUAN, KEJI, MARKET, ORGANISATION),
                        Map.of(
                                Stage.INVENTORY, today.minusDays(10),
                                Stage.SELF_CHECK, today.plusDays(5),
                                Stage.REVIEW, today.plusDays(30),
                                Stage.FINAL, today.plusDays(45)));
        desk.open(campaign, true, stamp("open", STAFFING, opened, 0));
        published(new Unit(campaign, CULTURE, DemoPeople.id("zhengwenbo"), today.minusDays(50)));
        closed(
                new Unit(
                        campaign,
                        DemoPeople.CHENGGUAN,
                        DemoPeople.id("panwenjing"),
                        today.minusDays(20)));
        underReview(new Unit(campaign, KEJI, DemoPeople.id("leiwanting"), today.minusDays(30)));
        new Unit(campaign, MARKET, DemoPeople.id("dongsisi"), today.minusDays(9)).list();
        party(new Unit(campaign, ORGANISATION, DemoPeople.id("panghaiyan"), today.minusDays(6)));
    }

    private static Stamp stamp(String unit, PersonId person, LocalDate day, int minute) {
        var at = day.atTime(LocalTime.of(9, 0)).plusMinutes(minute);
        return Stamp.own(
                at.atZone(OfficialClock.ZONE).toInstant(),
                person.value(),
                UUID.nameUUIDFromBytes(
                        ("demo:clearing:" + unit + at).getBytes(StandardCharsets.UTF_8)));
    }

    /// 一个单位的清理, act by act on its days.
    private final class Unit {
        private final Campaign campaign;
        private final OrganId organ;
        private final PersonId clerk;
        private LocalDate day;
        private int minute;

        Unit(Campaign campaign, OrganId organ, PersonId clerk, LocalDate from) {
            this.campaign = campaign;
            this.organ = organ;
            this.clerk = clerk;
            this.day = from;
        }

        Unit after(int days) {
            day = day.plusDays(days);
            minute = 0;
            return this;
        }

        Unit act(PersonId person, ClearingCommand command) {
            desk.act(campaign, organ, command, stamp(organ.value(), person, day, minute++));
            return this;
        }

        Unit act(ClearingCommand command) {
            return act(clerk, command);
        }

        List<ClearingEntry> entries() {
            return List.copyOf(desk.file(campaign.id(), organ).orElseThrow().state().items());
        }

        List<String> ids() {
            return entries().stream().map(ClearingEntry::id).toList();
        }

        List<String> kept() {
            return entries().stream().filter(ClearingEntry::kept).map(ClearingEntry::id).toList();
        }

        /// The items of the table, with the posts of the unit spread over them.
        Unit list() {
            var items = new ArrayList<Item>();
            var rows =
                    DemoTable.rows("clearing.csv").stream()
                            .filter(r -> organ.value().equals(r.get("organ")))
                            .toList();
            rows.forEach(r -> items.add(item(r)));
            var posts =
                    DemoPeople.OFFICERS.stream()
                            .filter(p -> p.organ().equals(organ))
                            .map(p -> p.post().zh())
                            .distinct()
                            .toList();
            if (!organ.equals(MARKET) && !organ.equals(ORGANISATION)) {
                for (int i = 0; i < posts.size(); i++) {
                    var at = i % items.size();
                    var item = items.get(at);
                    var more = item.get(ItemField.POSTS) + "\n" + posts.get(i);
                    items.set(at, item.with(ItemField.POSTS, more.strip()));
                }
            }
            return act(new ClearingCommand.EnterItems(items));
        }

        private Item item(Map<String, String> row) {
            var cells = new EnumMap<ItemField, String>(ItemField.class);
            for (var field :
                    List.of(
                            ItemField.NAME,
                            ItemField.KIND,
                            ItemField.HOLDER,
                            ItemField.BASIS,
                            ItemField.ARTICLE,
                            ItemField.RANK,
                            ItemField.FIVE,
                            ItemField.SUB)) {
                cells.put(field, row.getOrDefault(field.code(), ""));
            }
            cells.put(ItemField.FIELDS, row.getOrDefault("fields", "").replace(' ', '\n'));
            cells.put(ItemField.SUBJECT, NAMES.getOrDefault(organ, ""));
            for (var flag : row.getOrDefault("flags", "").split(" ")) {
                ItemField.ofCode(flag).ifPresent(f -> cells.put(f, "yes"));
            }
            if ("yes".equals(cells.get(ItemField.ABSTRACT))) {
                cells.put(ItemField.EXCLUDED_REASON, "制定规范性文件属于抽象行政行为");
            }
            return new Item("", cells);
        }

        /// What is the same for most items, in one act.
        Unit fill() {
            var cells = new EnumMap<ItemField, String>(ItemField.class);
            cells.put(ItemField.HOLDER_KIND, "section");
            cells.put(ItemField.SOURCE, "statutory");
            cells.put(ItemField.LIMITS, "青岚县行政区域内");
            cells.put(ItemField.MATERIALS, "按办事指南所列材料；依职权行使的，不需申报材料");
            cells.put(ItemField.CONDITIONS, "符合所列依据规定的条件");
            cells.put(ItemField.PROCEDURE, "受理（立案）→审查（调查）→决定→送达");
            cells.put(ItemField.TIME, "20 个工作日");
            cells.put(ItemField.LEVEL, "county");
            cells.put(ItemField.NATURE, "own");
            cells.put(ItemField.SCOPE, "对本县行政区域内的公民、法人和其他组织，就本事项依法作出决定，限于所列依据规定的范围和幅度");
            cells.put(ItemField.SUPERVISION, "县纪委监委派驻第四纪检监察组，0570-0000004");
            return act(new ClearingCommand.FillItems(ids(), cells, true));
        }

        Unit dispose() {
            var rows = DemoTable.rows("clearing.csv");
            for (var entry : entries()) {
                var name = entry.item().get(ItemField.NAME);
                rows.stream()
                        .filter(r -> organ.value().equals(r.get("organ")))
                        .filter(r -> name.equals(r.get("name")))
                        .findFirst()
                        .flatMap(r ->
                                Disposition.ofCode(r.getOrDefault("disposition", ""))
                                        .map(d ->
                                                new Disposal(
                                                        d,
                                                        r.getOrDefault("grounds", ""),
                                                        d.aimed() ? "qinglan-bailu" : "",
                                                        d.aimed() ? day.plusDays(90) : null,
                                                        r.getOrDefault("opinion", ""))))
                        .ifPresent(d -> act(new ClearingCommand.Dispose(List.of(entry.id()), d)));
            }
            return this;
        }

        Unit responsibilities() {
            var bare =
                    entries().stream()
                            .filter(e -> e.kept() && e.responsibility() == null)
                            .map(ClearingEntry::id)
                            .toList();
            return act(
                    new ClearingCommand.StateResponsibility(
                            bare,
                            new Responsibility(
                                    "依法履行本项权力对应的受理、审查、决定、送达和事后监管责任",
                                    NAMES.getOrDefault(organ, ""),
                                    "不履行或者不正确履行职责，造成后果的",
                                    "中华人民共和国公职人员政务处分法第三十九条",
                                    "责令改正、诫勉、政务处分")));
        }

        Unit answer(PersonId lawyer) {
            var state = desk.file(campaign.id(), organ).orElseThrow().state();
            ClearingGaps.of(desk.facts(organ, clerk, day), state)
                    .categories()
                    .forEach(c -> act(new ClearingCommand.DeclareNone(c, "本单位没有此类权力")));
            return act(new ClearingCommand.NameTeam(List.of(clerk, lawyer)));
        }

        Unit meet(Meeting.Kind kind) {
            return act(
                    new ClearingCommand.RecordMeeting(
                            new Meeting(
                                    kind,
                                    day,
                                    "局务会纪要〔" + day.getYear() + "〕" + day.getDayOfYear() + " 号",
                                    "原则同意，按程序报送")));
        }

        Unit submit(PersonId head) {
            act(new ClearingCommand.CloseInventory()).after(2).meet(Meeting.Kind.OFFICE);
            return act(head, new ClearingCommand.SignReport()).act(new ClearingCommand.Submit());
        }

        Unit opine(String person, Aspect aspect, List<String> items, String text) {
            return act(
                    DemoPeople.id(person),
                    new ClearingCommand.GiveOpinion(items, aspect, true, text));
        }
    }

    private void published(Unit unit) {
        unit.list();
        var powers =
                takeOver.powers(
                        CULTURE,
                        desk.file(unit.campaign.id(), CULTURE).orElseThrow().state(),
                        unit.day);
        if (!powers.isEmpty()) {
            unit.act(new ClearingCommand.EnterItems(powers.stream().map(takeOver::item).toList()));
        }
        unit.fill();
        var taken =
                unit.entries().stream()
                        .filter(e -> e.item().has(ItemField.CODE))
                        .map(ClearingEntry::id)
                        .toList();
        unit.act(
                new ClearingCommand.Dispose(
                        taken,
                        new Disposal(Disposition.RETAIN, "制度文本所列依据", "", null, "保留，流程已经优化")));
        unit.after(6).dispose().responsibilities().answer(DemoPeople.id("hejingyi"));
        unit.meet(Meeting.Kind.LEADERSHIP).after(2).submit(DemoPeople.id("chenyuanshan"));
        unit.after(8);
        var kept = unit.kept();
        unit.opine("xiangnan", Aspect.LEGALITY, kept, "依据有效，位阶相符");
        unit.opine("fuzhiqiang", Aspect.RATIONALITY, kept, "设置合理，环节适当");
        unit.opine("tengzhigang", Aspect.NECESSITY, kept, "确有必要保留");
        for (var group : Appraisal.Group.values()) {
            unit.act(
                    STAFFING,
                    new ClearingCommand.RecordAppraisal(
                            kept, new Appraisal(group, unit.day, 21, 20, "总体满意")));
        }
        unit.act(REVIEWER, new ClearingCommand.MakeRemark(kept.getFirst(), "请核实承诺时限是否可以再压缩"));
        unit.after(2).act(new ClearingCommand.AnswerRemark(1, "已核实，承诺时限压缩为 12 个工作日"));
        unit.act(REVIEWER, new ClearingCommand.Confirm(unit.ids()));
        unit.act(STAFFING, new ClearingCommand.SubmitFinal());
        unit.after(10);
        unit.act(
                DemoPeople.id("xianyujing"),
                new ClearingCommand.Approve(
                        new Resolution(
                                "县委常委会会议",
                                "青委〔" + unit.day.getYear() + "〕12 号",
                                unit.day,
                                unit.day.plusDays(5))));
        unit.after(3).act(STAFFING, new ClearingCommand.Publish(unit.day));
    }

    private static void closed(Unit unit) {
        unit.list().fill().dispose().responsibilities().answer(DemoPeople.id("jiangning"));
        unit.meet(Meeting.Kind.LEADERSHIP).after(3).act(new ClearingCommand.CloseInventory());
        unit.after(1).meet(Meeting.Kind.OFFICE);
    }

    private static void underReview(Unit unit) {
        unit.list().fill().dispose().responsibilities().answer(DemoPeople.id("yuanqingru"));
        unit.meet(Meeting.Kind.LEADERSHIP).after(3).submit(DemoPeople.id("xueminghui")).after(5);
        var kept = unit.kept();
        unit.opine("xiangnan", Aspect.LEGALITY, kept, "依据有效");
        unit.opine("fuzhiqiang", Aspect.RATIONALITY, kept.subList(0, 2), "设置合理");
        unit.act(REVIEWER, new ClearingCommand.AskExpert(kept.subList(1, 2), "涉及资金分配，请专家论证评审规则"));
        unit.act(REVIEWER, new ClearingCommand.MakeRemark(kept.get(1), "请核实评审规则是否已经公示"));
    }

    private static void party(Unit unit) {
        unit.list();
        var projects = List.of("cadres", "cadre-supervision", "members", "cadres");
        var aspects = List.of("personnel", "supervision", "approval", "management");
        var items = new ArrayList<Item>();
        var entries = unit.entries();
        for (int i = 0; i < entries.size(); i++) {
            items.add(
                    entries.get(i)
                            .item()
                            .with(ItemField.PROJECT, projects.get(i))
                            .with(ItemField.ASPECTS, aspects.get(i)));
        }
        unit.act(new ClearingCommand.EnterItems(items));
    }
}
