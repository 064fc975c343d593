package org.guiju.app.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.experts.application.ExpertDesk;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.experts.DrawCommand;
import org.guiju.kernel.experts.DrawEvent;
import org.guiju.kernel.experts.Expert;
import org.guiju.kernel.experts.PoolCommand;
import org.guiju.kernel.experts.PoolEvent;
import org.guiju.kernel.experts.ReviewForm;
import org.guiju.kernel.experts.Share;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 示例专家库: twelve invented experts, five of them from outside; one review that has ended and one draw that is announced.
@Component
class DemoExperts {
    private static final PersonId KEEPER = DemoPeople.id("bianxiuzhu");
    private static final PersonId SECTION = DemoPeople.id("ruanzhiheng");
    private static final PersonId SECOND = DemoPeople.id("fanwenqian");
    private static final String FIELD = "文化场馆安全";
    private static final List<String> NAMES =
            List.of(
                    "童伯雅", "柏清源", "陆观澜", "游思远", "简方舟", "宋知节", "温如故", "卓明理", "阳春晓", "闻达观", "骆行简",
                    "计青山");
    private final ExpertDesk desk;

    DemoExperts(ExpertDesk desk) {
        this.desk = desk;
    }

    /// Makes pool and draws unless they are there.
    void make(LocalDate today) {
        if (desk.pool().established()) {
            return;
        }
        pool(today);
        ended(today);
        announced(today);
    }

    private void pool(LocalDate today) {
        var day = today.minusDays(60);
        keep("establish", new PoolCommand.Establish(Share.THIRD, false), KEEPER, day);
        for (int i = 0; i < NAMES.size(); i++) {
            var number = number(i);
            var fields = i % 4 == 3 ? Set.of(FIELD, "工程造价") : Set.of(FIELD);
            keep(
                    "admit" + i,
                    new PoolCommand.Admit(
                            new Expert(
                                    number,
                                    NAMES.get(i),
                                    person(i),
                                    fields,
                                    i < 3,
                                    i > 0 && i < 5,
                                    "高级职称，从业 " + (12 + i) + " 年，证书原件已核",
                                    false,
                                    Optional.empty())),
                    KEEPER,
                    day);
        }
        keep("activate", new PoolCommand.Activate(), KEEPER, day);
        for (int i = 0; i < NAMES.size(); i++) {
            keep(
                    "terms" + i,
                    new PoolCommand.ConfirmTerms(number(i)),
                    person(i),
                    today.minusDays(50));
        }
        keep(
                "appraise",
                new PoolCommand.Appraise(
                        number(5), PoolEvent.Kind.APPRAISAL, "上年度参加评审 4 次，意见均按时提交，评为优秀"),
                KEEPER,
                today.minusDays(40));
    }

    private void ended(LocalDate today) {
        var known = at(today.minusDays(15), 21);
        var id =
                desk.announce(
                        announcement(
                                "QL-PS-01",
                                "县文化馆小剧场消防改造方案合规评审",
                                3,
                                today.minusDays(14),
                                known,
                                new ReviewForm(
                                        ReviewForm.Kind.VOTE,
                                        new Share(2, 3),
                                        BigDecimal.valueOf(60),
                                        0,
                                        List.of())),
                        stamp("announce1", SECTION, today.minusDays(20)));
        act(
                id,
                new DrawCommand.Freeze("0f4c1d2b3a59687706152433425160ff"),
                SECTION,
                today.minusDays(20));
        act(
                id,
                new DrawCommand.Witness(
                        at(today.minusDays(19), 9), List.of("demo.example/simulated")),
                SECTION,
                today.minusDays(19));
        var figures = List.of("03", "08", "15", "21", "27", "32", "11");
        act(
                id,
                new DrawCommand.Enter(false, figures, "福彩中心官方网站开奖公告（演示数据）"),
                SECTION,
                today.minusDays(14));
        act(id, new DrawCommand.Confirm(figures), SECOND, today.minusDays(14));
        act(id, new DrawCommand.Draw(), SECTION, today.minusDays(13));
        var panel = desk.draw(id).orElseThrow().state().panel();
        for (var number : panel) {
            act(
                    id,
                    new DrawCommand.GiveOpinion(
                            new ReviewForm.Entry(
                                    number, true, Map.of(), "疏散宽度符合要求，建议在施工期间另设临时疏散口")),
                    person(Integer.parseInt(number.substring(3)) - 1),
                    today.minusDays(9));
        }
        act(
                id,
                new DrawCommand.Answer(panel.getFirst(), true, "已在方案第五章增设临时疏散口"),
                SECTION,
                today.minusDays(5));
    }

    private void announced(LocalDate today) {
        var id =
                desk.announce(
                        announcement(
                                "QL-PS-02",
                                "县图书馆古籍库房恒温改造方案合规评审",
                                4,
                                today.plusDays(4),
                                at(today.plusDays(3), 21),
                                new ReviewForm(
                                        ReviewForm.Kind.SCORE,
                                        new Share(2, 3),
                                        BigDecimal.valueOf(60),
                                        1,
                                        List.of("合规性", "安全性"))),
                        stamp("announce2", SECTION, today.minusDays(1)));
        act(
                id,
                new DrawCommand.Freeze("ffe0d1c2b3a495867768594a3b2c1d0e"),
                SECTION,
                today.minusDays(1));
    }

    private static DrawEvent.Announced announcement(
            String matter,
            String title,
            int seats,
            LocalDate from,
            Instant known,
            ReviewForm form) {
        var day = OfficialClock.dayOf(known);
        return new DrawEvent.Announced(
                matter,
                title,
                FIELD,
                seats,
                Share.THIRD.of(seats),
                from,
                from.plusDays(5),
                new DrawEvent.Source("welfare-lottery", day + " 开奖一期", known),
                new DrawEvent.Source("sse-close", day.plusDays(1) + " 收盘", at(day.plusDays(1), 16)),
                form,
                "方案文本、图纸目录和现场照片见评审会议室；请重点核对安全疏散与承重。");
    }

    private static String number(int i) {
        return "ZJ-%02d".formatted(i + 1);
    }

    private static PersonId person(int i) {
        return i == 0 ? DemoPeople.id("tongboya") : new PersonId("expert:" + number(i));
    }

    private void keep(String what, PoolCommand command, PersonId by, LocalDate day) {
        desk.keep(command, stamp(what, by, day));
    }

    private void act(String id, DrawCommand command, PersonId by, LocalDate day) {
        desk.act(id, command, stamp(id + command.getClass().getSimpleName() + by, by, day));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 15)).atZone(OfficialClock.ZONE).toInstant();
    }

    private static Stamp stamp(String what, PersonId by, LocalDate day) {
        var command =
                UUID.nameUUIDFromBytes(("demo experts " + what).getBytes(StandardCharsets.UTF_8));
        return Stamp.own(at(day, 10), by.value(), command);
    }
}
