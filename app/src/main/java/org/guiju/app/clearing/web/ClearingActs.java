package org.guiju.app.clearing.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.clearing.Campaign;
import org.guiju.app.clearing.Campaigns;
import org.guiju.app.clearing.ClearingFile;
import org.guiju.app.clearing.application.ClearingDesk;
import org.guiju.app.clearing.application.TakeOver;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Inventory;
import org.guiju.kernel.clearing.ClearingCommand;
import org.guiju.kernel.clearing.ClearingEvent.CampaignKind;
import org.guiju.kernel.clearing.Item;
import org.guiju.kernel.clearing.ItemField;
import org.guiju.kernel.clearing.Responsibility;
import org.guiju.kernel.clearing.Stage;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 清理的几件合在一起的事 that pages and API both do: opening a campaign, and taking over what is written down already.
@Component
class ClearingActs {
    private final ClearingDesk desk;
    private final Campaigns campaigns;
    private final TakeOver takeOver;
    private final OfficialClock clock;

    ClearingActs(ClearingDesk desk, Campaigns campaigns, TakeOver takeOver, OfficialClock clock) {
        this.desk = desk;
        this.campaigns = campaigns;
        this.takeOver = takeOver;
        this.clock = clock;
    }

    Stamp stamp(PersonId person, UUID command) {
        return Stamp.own(clock.now(), person.value(), command);
    }

    /// What is filled in to open one.
    record Opening(
            String title,
            CampaignKind kind,
            String basis,
            List<OrganId> organs,
            boolean excludeInternal,
            Map<Stage, LocalDate> milestones) {}

    /// Opens a campaign under the next number of the year; asked again with the same command it is the same campaign.
    String open(Opening o, PersonId person, UUID command) {
        var today = clock.today();
        var year = today.getYear() + "-";
        var known =
                campaigns.all().stream()
                        .map(Campaign::id)
                        .filter(id -> id.startsWith(year))
                        .map(id -> id.substring(year.length()))
                        .filter(n -> n.matches("[0-9]{2,6}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0);
        var id = year + "%02d".formatted(known + 1);
        desk.open(
                new Campaign(
                        id,
                        o.title(),
                        o.kind(),
                        o.basis(),
                        today,
                        person,
                        o.organs(),
                        o.milestones()),
                o.excludeInternal(),
                stamp(person, command));
        return id;
    }

    /// 带入库存事项; how many.
    int fromInventory(
            ClearingFile file,
            Inventory.Filter filter,
            List<String> codes,
            Map<ItemField, String> same,
            PersonId person,
            UUID command) {
        var items =
                takeOver
                        .inventory(filter, new HashSet<>(codes), file.organ(), file.state())
                        .stream()
                        .map(i -> with(i, same))
                        .toList();
        if (!items.isEmpty()) {
            desk.act(
                    file.campaign(),
                    file.organ(),
                    new ClearingCommand.EnterItems(items),
                    stamp(person, command));
        }
        return items.size();
    }

    private static Item with(Item item, Map<ItemField, String> same) {
        var cells = new EnumMap<ItemField, String>(ItemField.class);
        cells.putAll(item.cells());
        same.forEach(cells::putIfAbsent);
        return new Item("", cells);
    }

    /// 带入目录中的权力, with the responsibilities that their definitions state; how many.
    int fromCatalogue(ClearingFile file, PersonId person, UUID command) {
        var powers = takeOver.powers(file.organ(), file.state(), clock.today());
        if (powers.isEmpty()) {
            return 0;
        }
        desk.act(
                file.campaign(),
                file.organ(),
                new ClearingCommand.EnterItems(powers.stream().map(takeOver::item).toList()),
                stamp(person, command));
        var after = campaigns.file(file.campaign().id(), file.organ()).orElseThrow();
        var stated = new LinkedHashMap<String, Responsibility>();
        for (var power : powers) {
            TakeOver.responsibility(power)
                    .forEach(r ->
                            after.state().items().stream()
                                    .filter(e -> e.item().is(ItemField.CODE, power.code().value()))
                                    .forEach(e -> stated.put(e.id(), r)));
        }
        stated.forEach((id, r) ->
                desk.act(
                        file.campaign(),
                        file.organ(),
                        new ClearingCommand.StateResponsibility(List.of(id), r),
                        stamp(
                                person,
                                UUID.nameUUIDFromBytes(
                                        (command + id).getBytes(StandardCharsets.UTF_8)))));
        return powers.size();
    }
}
