package org.guiju.app.laws.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.guiju.app.laws.Laws;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.definition.LawBook;
import org.guiju.formats.definition.ShippedDefinitions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The keeper of laws and those who look laws up, on the server as it runs.
@RunningGuiju
class LawPagesTest {
    private static final String HOME = "/catalog/laws";

    @LocalServerPort int port;

    @Autowired Laws laws;

    @Autowired OfficialClock clock;

    @Test
    void whatTheShippedPowersCiteIsThereAndASummaryIsCalledOne() throws Exception {
        var clerk = Clerk.signedIn(port, Publishing.CLERK);
        assertThat(clerk.get(HOME).body()).contains("行政许可法").contains("法规管理员登记");
        var found =
                clerk.get(
                                HOME
                                        + "?q=%E8%A1%8C%E6%94%BF%E8%AE%B8%E5%8F%AF%E6%B3%95%20%E7%AC%AC%E5%9B%9B%E5%8D%81%E5%9B%9B%E6%9D%A1")
                        .body();
        assertThat(found).contains("第四十四条").contains("条文原文").contains("规则摘要，不是原文");
        assertThat(laws.find("", java.time.LocalDate.of(2026, 1, 1), 10)).isEmpty();
    }

    @Test
    void theKeeperEntersALawAndTheLintKnowsIt() throws Exception {
        var text =
                Objects.requireNonNull(ShippedDefinitions.texts().get("road-penalty.yaml"))
                        .replaceFirst("(?m)^power: .*$", "power: 330899-CG-CF-9401")
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today())
                        .replace("law: 城市道路管理条例", "law: 青岚县道路条例");
        var clerk = Clerk.signedIn(port, "panwenjing");
        var form = "/catalog/powers/new";
        assertThat(clerk.multipart(form, form, Map.of("text", text)).body())
                .contains("法规库里没有《青岚县道路条例》");
        var keeper = Clerk.signedIn(port, "xiangnan");
        var law =
                Map.of(
                        "name", "青岚县道路条例",
                        "rank", "local-regulation",
                        "from", "2020-01-01",
                        "number", "第三条",
                        "kind", "wording",
                        "text", "道路不得擅自占用。",
                        "source", "县人大公报");
        assertThat(clerk.get(HOME + "/enter").statusCode()).isEqualTo(403);
        assertThat(clerk.post(HOME, HOME + "/enter", law).statusCode()).isIn(400, 403);
        var wrong = new java.util.HashMap<>(law);
        wrong.put("number", "三<script>");
        wrong.put("until", "2019-01-01");
        var again = keeper.post(HOME + "/enter", HOME + "/enter", wrong);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body())
                .contains("失效日期不能早于施行日期 2020-01-01")
                .contains("三&lt;script&gt;”不是条款号")
                .contains("道路不得擅自占用。");
        assertThat(keeper.post(HOME + "/enter", HOME + "/enter", law).statusCode()).isEqualTo(302);
        assertThat(clerk.multipart(form, form, Map.of("text", text)).body())
                .doesNotContain("法规库里没有《青岚县道路条例》");
        var later = new java.util.HashMap<>(law);
        later.put("from", "2024-01-01");
        assertThat(keeper.post(HOME + "/enter", HOME + "/enter", later).body())
                .contains("与 2020-01-01 起施行的版本重叠");
        var repealed = new java.util.HashMap<>(law);
        repealed.put("until", "2023-12-31");
        repealed.put("number", "");
        repealed.put("text", "");
        keeper.post(HOME + "/enter", HOME + "/enter", repealed);
        assertThat(keeper.post(HOME + "/enter", HOME + "/enter", later).statusCode())
                .isEqualTo(302);
        assertThat(laws.all().stream().filter(v -> v.name().equals("青岚县道路条例")))
                .hasSize(2)
                .allMatch(v -> v.articles().size() == 1);
        var withdrawn = Map.of("name", "青岚县道路条例", "from", "2024-01-01", "number", "", "why", "误登");
        keeper.post(HOME + "/enter", HOME + "/withdraw", withdrawn);
        assertThat(laws.all().stream().filter(v -> v.name().equals("青岚县道路条例"))).hasSize(1);
    }

    @Test
    void theTableGoesOutAndComesInUnchanged() throws Exception {
        var keeper = Clerk.signedIn(port, "xiangnan");
        var csv = keeper.get(HOME + ".csv").body();
        assertThat(LawBook.read(csv)).containsExactlyInAnyOrderElementsOf(laws.all());
        var nothing = keeper.multipart(HOME, HOME + "/import", Map.of("csv", csv));
        assertThat(nothing.statusCode()).isEqualTo(302);
        assertThat(keeper.get(HOME).body()).contains("已导入，0 个版本有新内容");
        var broken = keeper.multipart(HOME, HOME + "/import", Map.of("csv", "name,rank\nx,y\n"));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("line 2");
    }
}
