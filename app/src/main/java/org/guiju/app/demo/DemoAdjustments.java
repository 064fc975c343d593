package org.guiju.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Adjustments;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.Inventory;
import org.guiju.app.powers.Standings;
import org.guiju.app.powers.SuperiorCatalogue.Level;
import org.guiju.app.powers.application.Adoption;
import org.guiju.app.powers.application.Chain;
import org.guiju.app.powers.application.Chain.Pillar;
import org.guiju.app.powers.application.KeyTags;
import org.guiju.app.powers.application.PublishDefinition;
import org.guiju.app.powers.application.SuperiorCatalogues;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.adjustments.SuperiorItem;
import org.guiju.kernel.shared.OrganId;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 示例县的权力调整: a delegation that nobody took over in time, a merger whose institution is outdated, a cancelled item without a
/// follow-up plan, a superior catalogue with deviations, and some tags.
@Component
@ConditionalOnProperty("guiju.demo")
@Order(28)
class DemoAdjustments implements ApplicationRunner {
    /// An invented licence into which an item of the inventory was merged.
    static final String SURVIVOR = "330899-WL-XK-9301";

    private static final LocalDate DECIDED = LocalDate.of(2024, 8, 20);
    private static final String DECISION = "《青岚县人民政府关于调整一批行政权力事项的决定》（青政发〔2024〕12号，示例）";
    private static final String SOURCE = "示例市行政审批制度改革领导小组办公室（示例审改办〔2024〕3号）";
    private final Adjustments adjustments;
    private final Standings standings;
    private final Catalogue catalogue;
    private final Inventory inventory;
    private final PublishDefinition publish;
    private final SuperiorCatalogues superior;
    private final Adoption adoption;
    private final Chain chain;
    private final KeyTags tags;
    private final Allocation allocation;
    private final TransactionTemplate transaction;

    DemoAdjustments(
            Adjustments adjustments,
            Standings standings,
            Catalogue catalogue,
            Inventory inventory,
            PublishDefinition publish,
            SuperiorCatalogues superior,
            Adoption adoption,
            Chain chain,
            KeyTags tags,
            Allocation allocation,
            TransactionTemplate transaction) {
        this.adjustments = adjustments;
        this.standings = standings;
        this.catalogue = catalogue;
        this.inventory = inventory;
        this.publish = publish;
        this.superior = superior;
        this.adoption = adoption;
        this.chain = chain;
        this.tags = tags;
        this.allocation = allocation;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (catalogue.versions(SURVIVOR).isEmpty()) {
            transaction.executeWithoutResult(_ -> survivor());
        }
        if (standings.all().isEmpty()) {
            transaction.executeWithoutResult(_ -> adjust());
        }
        if (superior.imported().isEmpty()) {
            transaction.executeWithoutResult(_ -> superior());
            transaction.executeWithoutResult(_ -> tag());
        }
    }

    private static Stamp stamp(String user, LocalDate day) {
        var at = day.atTime(LocalTime.of(10, 0)).atZone(OfficialClock.ZONE).toInstant();
        return Stamp.own(at, DemoPeople.id(user).value(), UUID.randomUUID());
    }

    private void survivor() {
        var day = LocalDate.of(2024, 6, 3);
        var text =
                Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"))
                        .replaceFirst("(?m)^power: .*$", "power: " + SURVIVOR)
                        .replaceFirst("(?m)^version: .*$", "version: 1")
                        .replaceFirst("(?m)^in-force: .*$", "in-force: 2024-07-01")
                        .replaceFirst("(?m)^  zh: 互联网上网服务营业场所经营单位设立$", "  zh: 示例文化经营场所设立")
                        .replaceFirst(
                                "(?m)^  en: Setting up an internet café$",
                                "  en: Setting up a cultural venue (invented)");
        publish.submit(text, SURVIVOR + ".yaml", day, stamp("zhengwenbo", day));
        if (new DefinitionReader().read(text, SURVIVOR) instanceof LoadResult.Loaded(var power)) {
            publish.confirm(SURVIVOR, 1, power.digest(), day, stamp("hejingyi", day));
        }
    }

    private void adjust() {
        var decision = stamp("zhengwenbo", DECIDED);
        var items = inventory.find(new Inventory.Filter("", "区文广旅局", "", false), 40, 0).items();
        if (items.size() < 3) {
            return;
        }
        var effective = LocalDate.of(2024, 9, 1);
        adjustments.cancel(items.get(0).code(), effective, DECISION, decision);
        adjustments.merge(items.get(1).code(), SURVIVOR, effective, DECISION, decision);
        adjustments.delegate(
                items.get(2).code(),
                new OrganId("qinglan-culture"),
                new OrganId("qinglan-bailu"),
                effective,
                LocalDate.of(2024, 10, 31),
                DECISION,
                decision);
    }

    /// The catalogue of an invented city: what the county has, but for one department's items, and a norm for some.
    private void superior() {
        var items = inventory.find(Inventory.Filter.ALL, 5000, 0).items();
        var rows = new ArrayList<String>();
        rows.add("基本编码,事项名称,权力类型,实施依据,时限（工作日）,申请材料");
        for (var power : catalogue.allInForce(LocalDate.of(2025, 1, 2))) {
            rows.add(power.code() + "," + power.matter().zh() + "," + power.kind().zh() + ",,,");
        }
        int norm = 0;
        for (var item : items) {
            if (item.department().equals("区发改局") || item.basicCode().isEmpty()) {
                continue;
            }
            boolean known = item.department().equals("区文广旅局") && norm < 8;
            norm += known ? 1 : 0;
            rows.add(
                    quoted(item.basicCode())
                            + ","
                            + quoted(item.name())
                            + ","
                            + item.kind().zh()
                            + (known ? ",示例市目录,20,申请书；身份证明；场所证明" : ",,,"));
        }
        var read =
                superior.read(
                        "示例市权力目录.csv", String.join("\n", rows).getBytes(StandardCharsets.UTF_8));
        var day = LocalDate.of(2024, 11, 4);
        superior.take(Level.MUNICIPAL, "2024年版（示例）", SOURCE, read.digest(), stamp("duxiaoyu", day));
        int adopted = 0;
        for (SuperiorItem item : superior.items()) {
            if (item.limit() == null || adopted == 6) {
                continue;
            }
            adoption.adopt(
                    item,
                    new OrganId("qinglan-culture"),
                    adopted == 0 ? Integer.valueOf(12) : adopted == 1 ? Integer.valueOf(15) : null,
                    adopted == 2 ? List.of("申请书", "场所证明") : null,
                    stamp("zhengwenbo", day));
            adopted++;
        }
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private void tag() {
        var stamp = stamp("zhengwenbo", LocalDate.of(2024, 11, 5));
        tags.tag("key-field", DemoPenaltyScript.POWER, "enforcement", stamp);
        tags.tag("key-department", "qinglan-chengguan", "key", stamp);
        tags.tag("key-department", "qinglan-market", "key", stamp);
        tags.tag("key-post", "qinglan-culture/decider", "approval", stamp);
        tags.tag("key-post", "qinglan-chengguan/collector", "collection", stamp);
        allocation
                .organ(new OrganId("qinglan-culture"))
                .ifPresent(organ ->
                        chain.profile(
                                organ,
                                Map.of(
                                        Pillar.ORGANISATION,
                                        "《青岚县机构改革方案》（示例）",
                                        Pillar.FUNCTION,
                                        "《青岚县文化和旅游局职能配置规定》第三条（示例）",
                                        Pillar.LIMITS,
                                        "《互联网上网服务营业场所管理条例》第四条",
                                        Pillar.PROCEDURE,
                                        "《行政许可法》第四章"),
                                stamp));
    }
}
