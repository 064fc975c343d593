package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.platform.database.MigratorAccess;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// 磁盘写满: what an officer is told when the database has no room for his act, and that nothing of it is there. The whole of it, on a disk that is
/// really full, is `guiju torture --disk-full`.
@RunningGuiju
class DiskFullTest extends OnTheApi {
    @Autowired ApplicationContext server;

    private void own(String sql) throws SQLException {
        try (var owner = MigratorAccess.open(server);
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void anActThatFindsNoRoomIsRefusedInWordsAndDoneOnceWhenThereIsRoomAgain() throws Exception {
        var no = api.received();
        int before = api.read(no).path("events").asInt();
        var key = UUID.randomUUID();
        own(
                """
                create function no_room() returns trigger language plpgsql as $$
                begin
                    raise exception 'could not extend file "base/5/2674": No space left on device'
                        using errcode = '53100';
                end $$
                """);
        own(
                "create trigger no_room before insert on command for each row when (new.id = '%s') execute function no_room()"
                        .formatted(key));
        try {
            var refused = accept(no, key);
            assertThat(refused.status()).as("%s", refused).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("DISK_FULL");
            assertThat(refused.body().path("title").asString()).contains("磁盘已满");
            assertThat(refused.body().path("remedy").asString()).contains("腾出磁盘空间");
            assertThat(refused.body().toString())
                    .doesNotContain("53100", "extend", "Exception", "org.");
            assertThat(api.read(no).path("events").asInt()).isEqualTo(before);
        } finally {
            own("drop trigger no_room on command");
            own("drop function no_room()");
        }
        var done = accept(no, key);
        assertThat(done.status()).as("%s", done).isEqualTo(200);
        int after = api.read(no).path("events").asInt();
        assertThat(after).isGreaterThan(before);
        assertThat(accept(no, key).body()).isEqualTo(done.body());
        assertThat(api.read(no).path("events").asInt()).isEqualTo(after);
    }

    private Api.Answer accept(String no, UUID key) {
        return api.post(
                "shenruoxi",
                key,
                "/api/v1/cases/" + no + "/commands/accept",
                Map.of("step", "accept"));
    }
}
