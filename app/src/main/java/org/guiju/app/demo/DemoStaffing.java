package org.guiju.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.guiju.app.allocation.Portfolios;
import org.guiju.app.allocation.application.StaffingActs;
import org.guiju.app.allocation.application.StaffingDesk;
import org.guiju.app.ledger.Stamp;
import org.guiju.kernel.allocation.AllocationMethod;
import org.guiju.kernel.allocation.Portfolio;
import org.guiju.kernel.allocation.Post;
import org.guiju.kernel.allocation.PostLevel;
import org.guiju.kernel.allocation.StaffingCommand;
import org.guiju.kernel.shared.OrganId;
import org.springframework.stereotype.Component;

/// 示例岗位: the posts of the four bureaus that run cases, as their officers hold them, and who is in charge of what.
@Component
class DemoStaffing {
    private static final List<String> ORGANS =
            List.of("qinglan-culture", "qinglan-chengguan", "qinglan-keji", "qinglan-market");
    private final StaffingDesk desk;
    private final Portfolios portfolios;

    DemoStaffing(StaffingDesk desk, Portfolios portfolios) {
        this.desk = desk;
        this.portfolios = portfolios;
    }

    void make(LocalDate since, Stamp stamp) {
        for (var organ : ORGANS) {
            var id = new OrganId(organ);
            if (portfolios.establishment(id).posts().isEmpty()) {
                var refusals = desk.act(id, commands(id, since), stamp);
                if (!refusals.isEmpty()) {
                    throw new IllegalStateException(
                            "the posts of " + organ + " are refused: " + refusals);
                }
            }
        }
    }

    private static List<StaffingCommand> commands(OrganId organ, LocalDate since) {
        var posts = new LinkedHashMap<String, List<DemoPeople.Person>>();
        DemoPeople.OFFICERS.stream()
                .filter(p -> p.organ().equals(organ))
                .forEach(p ->
                        posts.computeIfAbsent(
                                        p.section() + p.post().zh() + p.roles(),
                                        _ -> new ArrayList<>())
                                .add(p));
        var commands = new ArrayList<StaffingCommand>();
        int no = 1;
        for (var holders : posts.values()) {
            var id = "post-" + String.format("%02d", no++);
            commands.add(
                    new StaffingCommand.SetUp(
                            post(id, organ, since, holders), AllocationMethod.STANDARD));
            holders.forEach(h ->
                    commands.add(
                            StaffingActs.appointed(
                                    id, h.id(), since, AllocationMethod.HORIZONTAL)));
        }
        var deputies =
                DemoPeople.OFFICERS.stream()
                        .filter(p -> p.organ().equals(organ))
                        .filter(p -> level(p) == PostLevel.DEPUTY)
                        .toList();
        var fields = List.of("personnel", "finance", "projects");
        for (int i = 0; i < fields.size(); i++) {
            // One bureau has not said yet who is in charge of its projects: the page shows the gap.
            if (!(organ.value().equals("qinglan-market") && i == 2)) {
                commands.add(
                        new StaffingCommand.TakeCharge(
                                new Portfolio(
                                        organ,
                                        fields.get(i),
                                        deputies.get(i % deputies.size()).id(),
                                        since,
                                        null),
                                AllocationMethod.HORIZONTAL));
            }
        }
        return commands;
    }

    private static Post post(
            String id, OrganId organ, LocalDate since, List<DemoPeople.Person> holders) {
        var first = holders.getFirst();
        var level = level(first);
        boolean leading = level == PostLevel.CHIEF || level == PostLevel.DEPUTY;
        return new Post(
                id,
                organ,
                first.section(),
                first.post(),
                level,
                first.username().equals("wuxiaodie") ? "" : duty(first, level),
                leading ? "落实党风廉政建设一岗双责，定期检查分管范围内的权力运行。" : "",
                Set.copyOf(first.roles()),
                holders.size(),
                false,
                "",
                false,
                since,
                null);
    }

    private static String duty(DemoPeople.Person p, PostLevel level) {
        return switch (level) {
            case CHIEF -> "主持全面工作，履行决策决断和领导监督职责，不直接分管人事、财务和项目。";
            case DEPUTY -> "协助局长工作，负责分管范围内事项的管理和落实。";
            case SECTION_HEAD -> "负责" + p.section() + "全面工作，审核本科室承办事项，对办理质量和时限负责。";
            case OFFICER -> "在" + p.section() + "依照制度文本办理本岗位承办的环节，全程留痕，按期办结。";
        };
    }

    private static PostLevel level(DemoPeople.Person p) {
        var name = p.post().zh();
        if (p.section().equals("局领导")) {
            return name.startsWith("副") ? PostLevel.DEPUTY : PostLevel.CHIEF;
        }
        return Set.of("科长", "主任", "组长", "队长").stream().anyMatch(name::contains)
                ? PostLevel.SECTION_HEAD
                : PostLevel.OFFICER;
    }
}
