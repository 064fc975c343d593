package org.guiju.app.powers.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.Imports;
import org.guiju.app.powers.Inventory;
import org.guiju.app.powers.application.ImportInventory.Answer;
import org.guiju.app.powers.store.ItemForms;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.inventory.SampleInventory;
import org.guiju.formats.tables.TableException;
import org.guiju.formats.tables.TableProblem;
import org.guiju.kernel.cases.CaseFacts.Listing;
import org.guiju.kernel.powers.inventory.ImportPreview.Stage;
import org.guiju.kernel.powers.inventory.ImportRefusal;
import org.guiju.kernel.powers.inventory.RowCode;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The real list through the whole way: file, preview, confirmation, events, rows. Each test has a district of its own,
/// since what has happened cannot be taken back.
@RunningGuiju
class ImportInventoryTest {
    private static final PersonId CLERK = new PersonId("p-zhengwenbo");
    private static final PersonId OTHER = new PersonId("p-limin");
    private static int districts;

    @Autowired ImportInventory imports;

    @Autowired ImportSteps steps;

    @Autowired Imports previews;

    @Autowired Inventory inventory;

    @Autowired Catalogue catalogue;

    @Autowired EventStore events;

    @Autowired OfficialClock clock;

    @Autowired Rebuild rebuild;

    @Autowired JdbcClient jdbc;

    @Autowired TransactionTemplate transaction;

    private String district = "";
    private int number;

    @BeforeEach
    void aDistrictOfItsOwn() {
        number = districts++;
        district = "5103%02d000000".formatted(number);
    }

    private byte[] list() {
        return new String(SampleInventory.bytes(), StandardCharsets.UTF_8)
                .replace("511602000000", district)
                .replace("-510000000000-", "-5104%02d000000-".formatted(number))
                .replace("E-000004-001-", "E-9%05d-001-".formatted(number))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Uploads and checks, without confirming.
    private UUID previewed(byte[] bytes) throws Exception {
        var id = ((Answer.Done) imports.upload("清单.csv", bytes, CLERK)).batch();
        await(() -> !imports.isRunning(id) && batch(id).stage() != Stage.CHECKING);
        return id;
    }

    private Imports.Batch batch(UUID id) {
        return previews.batch(id).orElseThrow();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within a minute");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private long items(UUID... ofImports) {
        return jdbc.sql("select count(*) from projection.power_item where import_id = any(:ids)")
                .param("ids", ofImports)
                .query(Long.class)
                .single();
    }

    private void confirm(UUID id) {
        assertThat(imports.confirmNow(UUID.randomUUID(), CLERK, id, clock.now()))
                .isInstanceOf(Answer.Done.class);
    }

    @Test
    void the_real_list_comes_in_but_for_ten_placeholders_and_can_be_found_and_not_be_started()
            throws Exception {
        long begun = System.nanoTime();
        var id = previewed(list());
        var preview = batch(id);
        assertThat(preview.stage()).isEqualTo(Stage.READY);
        assertThat(preview.rows()).isEqualTo(1135);
        assertThat(preview.accepted()).isEqualTo(1125);
        assertThat(items(id)).isZero();
        assertThat(previews.problems(id))
                .containsEntry(RowCode.BODY_CODE_INVALID, 161L)
                .containsEntry(RowCode.BODY_CODE_DUMMY, 10L);
        assertThat(previews.severities(id).values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(1135);
        confirm(id);
        System.out.println(
                "1,135 rows previewed and imported in "
                        + (System.nanoTime() - begun) / 1_000_000
                        + " ms");
        assertThat(batch(id).stage()).isEqualTo(Stage.DONE);
        assertThat(batch(id).imported()).isEqualTo(1125);

        var found =
                inventory.find(new Inventory.Filter("教师资格认定", "区教科体局", "licence", false), 10, 0);
        var item =
                found.items().stream()
                        .filter(i -> i.code().contains(district))
                        .findFirst()
                        .orElseThrow();
        assertThat(item.name()).isEqualTo("教师资格认定");
        assertThat(catalogue.listing(item.code(), clock.today())).isEqualTo(Listing.INVENTORY_ONLY);
        assertThat(catalogue.inForce(item.code(), clock.today())).isEmpty();
        assertThat(inventory.item(item.code())).contains(item);
    }

    @Test
    void the_demo_has_the_real_list_in_its_inventory_from_the_first_start() {
        var first = previews.latest(1000).getLast();
        assertThat(first.file()).isEqualTo(SampleInventory.FILE);
        assertThat(first.stage()).isEqualTo(Stage.DONE);
        assertThat(items(first.id())).isEqualTo(1125);
        assertThat(inventory.departments()).hasSizeGreaterThanOrEqualTo(33);
        assertThat(inventory.kinds().getFirst().of()).isEqualTo("licence");
    }

    @Test
    void a_wrong_body_code_is_marked_in_public() throws Exception {
        var id = previewed(list());
        confirm(id);
        var marked =
                inventory.find(new Inventory.Filter("", "区教科体局", "", true), 50, 0).items().stream()
                        .filter(i -> i.code().contains(district))
                        .toList();
        assertThat(marked).isNotEmpty().allMatch(Inventory.Item::needsCorrection);
        assertThat(marked)
                .anyMatch(i ->
                        i.bodyCode().equals("083372204")
                                && i.flags().getFirst() == RowCode.BODY_CODE_INVALID);
    }

    @Test
    void confirming_again_and_importing_again_bring_nothing_in_twice() throws Exception {
        var id = previewed(list());
        confirm(id);
        long count = eventCount();
        confirm(id);
        assertThat(eventCount()).isEqualTo(count);
        var second = previewed(list());
        assertThat(batch(second).accepted()).isZero();
        assertThat(refusal(imports.confirmNow(UUID.randomUUID(), CLERK, second, clock.now())))
                .isEqualTo(ImportRefusal.IMPORT_NOTHING_ACCEPTED);
        assertThat(eventCount()).isEqualTo(count);
    }

    private long eventCount() {
        return jdbc.sql("select count(*) from event").query(Long.class).single();
    }

    private static Enum<?> refusal(Answer answer) {
        return ((Answer.NotDone) answer).because().first().code();
    }

    @Test
    void a_crash_in_the_middle_neither_loses_nor_doubles_an_item() throws Exception {
        var id = previewed(list());
        var stamp = Stamp.own(clock.now(), CLERK.value(), UUID.randomUUID());
        // The act of confirming, then two bites, then a third that the crash takes away with its
        // transaction.
        imports.begin(UUID.randomUUID(), CLERK, id, clock.now());
        transaction.execute(_ -> steps.bite(id, stamp));
        transaction.execute(_ -> steps.bite(id, stamp));
        transaction.execute(crash -> {
            crash.setRollbackOnly();
            return steps.bite(id, stamp);
        });
        assertThat(batch(id).stage()).isEqualTo(Stage.IMPORTING);
        assertThat(batch(id).settled()).isEqualTo(200);

        confirm(id);

        assertThat(batch(id).stage()).isEqualTo(Stage.DONE);
        assertThat(batch(id).imported()).isEqualTo(1125);
        assertThat(items(id)).isEqualTo(1125);
        assertThat(events.read(id)).hasSize(2);
        var code =
                jdbc.sql(
                                "select code from projection.power_item where code like :like order by code limit 1")
                        .param("like", "%" + district + "%")
                        .query(String.class)
                        .single();
        assertThat(events.read(ItemForms.stream(code))).hasSize(1);
    }

    @Test
    void two_who_confirm_at_once_bring_every_item_in_once() throws Exception {
        var id = previewed(list());
        together(() -> confirm(id), () -> confirm(id));
        assertThat(batch(id).imported()).isEqualTo(1125);
        assertThat(events.read(id)).hasSize(2);
        assertThat(items(id)).isEqualTo(1125);
    }

    @Test
    void two_imports_of_one_list_at_once_share_the_items() throws Exception {
        var one = previewed(list());
        var two = previewed(list());
        together(() -> confirm(one), () -> confirm(two));
        assertThat(batch(one).imported() + batch(two).imported()).isEqualTo(1125);
        assertThat(batch(one).settled()).isEqualTo(1125);
        assertThat(batch(two).settled()).isEqualTo(1125);
        assertThat(items(one, two)).isEqualTo(1125);
    }

    private static void together(Runnable... acts) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var act : acts) {
                running.add(threads.submit(act));
            }
            for (var one : running) {
                one.get();
            }
        }
    }

    @Test
    void only_a_clerk_of_the_catalogue_uploads_and_confirms() throws Exception {
        assertThat(refusal(imports.upload("清单.csv", list(), OTHER)))
                .isEqualTo(ImportRefusal.IMPORT_NOT_CLERK);
        var id = previewed(list());
        assertThat(refusal(imports.confirm(UUID.randomUUID(), OTHER, id)))
                .isEqualTo(ImportRefusal.IMPORT_NOT_CLERK);
        assertThat(batch(id).stage()).isEqualTo(Stage.READY);
        assertThat(events.read(id)).isEmpty();
    }

    @Test
    void a_file_that_breaks_off_in_the_middle_imports_nothing() throws Exception {
        var broken = new String(list(), StandardCharsets.UTF_8) + "\"区司法局,未分类";
        var id = previewed(broken.getBytes(StandardCharsets.UTF_8));
        assertThat(batch(id).stage()).isEqualTo(Stage.FAILED);
        assertThat(batch(id).failure()).isEqualTo(TableProblem.QUOTE_NOT_CLOSED.name());
        assertThat(refusal(imports.confirm(UUID.randomUUID(), CLERK, id)))
                .isEqualTo(ImportRefusal.IMPORT_PREVIEW_FAILED);
        assertThat(items(id)).isZero();
    }

    @Test
    void a_file_that_is_no_list_leaves_no_preview() {
        int before = previews.latest(100).size();
        assertThatThrownBy(() ->
                        imports.upload(
                                "a.csv", "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8), CLERK))
                .isInstanceOf(TableException.class);
        assertThat(previews.latest(100)).hasSize(before);
        assertThatThrownBy(() -> imports.confirm(UUID.randomUUID(), CLERK, UUID.randomUUID()))
                .isInstanceOf(ImportInventory.UnknownImport.class);
    }

    @Test
    void a_preview_that_a_stop_interrupted_must_be_uploaded_again() throws Exception {
        var id = previewed(list());
        jdbc.sql("update import_batch set stage = 'CHECKING' where id = :id")
                .param("id", id)
                .update();
        imports.abandonUnfinished();
        assertThat(batch(id).stage()).isEqualTo(Stage.FAILED);
        assertThat(batch(id).failure()).isEqualTo("INTERRUPTED");
    }

    @Test
    void the_rows_of_the_inventory_come_out_of_the_events_again_byte_for_byte() throws Exception {
        confirm(previewed(list()));
        assertThat(rebuild.run())
                .allMatch(Rebuild.Compared::same)
                .anySatisfy(t -> {
                    assertThat(t.table()).isEqualTo("power_item");
                    assertThat(t.rows()).isGreaterThan(1000);
                });
    }

    @Test
    void rows_are_shown_by_their_worst_problem_and_by_each_problem() throws Exception {
        var id = previewed(list());
        var refused = previews.rows(id, new Imports.Filter("REFUSED", ""), 50, 0);
        assertThat(refused).hasSize(10).allMatch(r -> !r.accepted());
        assertThat(refused.getFirst().cells()).hasSameSizeAs(batch(id).columns());
        assertThat(refused.getFirst().problems().getFirst().facts()).containsKey("value");
        assertThat(previews.count(id, new Imports.Filter("", "SEGMENTS_NOT_SIX"))).isEqualTo(37);
        assertThat(previews.count(id, Imports.Filter.ALL)).isEqualTo(1135);
        assertThat(previews.rows(id, Imports.Filter.ALL, 5, 1130).getLast().row()).isEqualTo(1136);
    }

    @Test
    void a_percent_sign_is_looked_for_and_matches_nothing_else() throws Exception {
        confirm(previewed(list()));
        var all = inventory.find(Inventory.Filter.ALL, 1, 0).total();
        var percent = inventory.find(new Inventory.Filter("%", "", "", false), 50, 0);
        assertThat(percent.total()).isPositive().isLessThan(all);
        assertThat(percent.items()).allMatch(i -> i.name().contains("%"));
        assertThat(inventory.find(new Inventory.Filter("_", "", "", false), 1, 0).total()).isZero();
    }
}
