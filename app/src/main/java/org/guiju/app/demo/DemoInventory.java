package org.guiju.app.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Imports;
import org.guiju.app.powers.Inventory;
import org.guiju.app.powers.application.ImportInventory;
import org.guiju.app.powers.application.ImportInventory.Answer;
import org.guiju.formats.inventory.SampleInventory;
import org.guiju.kernel.powers.inventory.ImportPreview.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// 示例事项库存: the 1,135 items of a real district, through the same door as anybody's list. An import that a killed start
/// left half way is gone on with.
@Component
@ConditionalOnProperty("guiju.demo")
@Order(25)
class DemoInventory implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoInventory.class);
    private static final LocalDate IMPORTED_ON = LocalDate.of(2024, 3, 1);
    private final ImportInventory imports;
    private final Imports batches;
    private final Inventory inventory;

    DemoInventory(ImportInventory imports, Imports batches, Inventory inventory) {
        this.imports = imports;
        this.batches = batches;
        this.inventory = inventory;
    }

    @Override
    public void run(ApplicationArguments args) {
        var clerk = DemoPeople.id("zhengwenbo");
        var at = IMPORTED_ON.atTime(LocalTime.of(9, 0)).atZone(OfficialClock.ZONE).toInstant();
        batches.latest(1).stream()
                .filter(b -> b.stage() == Stage.IMPORTING)
                .forEach(b -> imports.confirmNow(UUID.randomUUID(), clerk, b.id(), at));
        if (inventory.find(Inventory.Filter.ALL, 1, 0).total() == 0) {
            var answer =
                    imports.importNow(SampleInventory.FILE, SampleInventory.bytes(), clerk, at);
            if (answer instanceof Answer.NotDone(var because)) {
                throw new IllegalStateException(
                        "the demo's clerk may not import: " + because.first().code());
            }
        }
        LOG.info(
                "the demo county has {} items in its inventory",
                inventory.find(Inventory.Filter.ALL, 1, 0).total());
    }
}
