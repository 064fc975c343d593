package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guiju.app.documents.application.PaperBook;
import org.guiju.app.documents.application.Registrar;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.formats.documents.PaperSeal;
import org.guiju.formats.documents.SealKey;
import org.guiju.formats.documents.ShippedPapers;
import org.guiju.formats.documents.TemplateReader;
import org.guiju.kernel.ledger.Value;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Papers of a case as officers, the applicant and strangers meet them: numbered by themselves, drawn once, never changed.
@RunningGuiju
class PapersTest extends OnTheApi {
    private static final String GRANTED = "licence-grant";
    private static final String DOCUMENT = "青文广旅〔2026〕3号《关于授权签发行政许可决定的通知》";

    @Autowired Registrar registrar;
    @Autowired ConfigurableEnvironment environment;
    @Autowired Sequencer sequencer;

    @Autowired Sealer sealer;
    @Autowired PaperBook book;
    @Autowired EventStore events;
    @Autowired Rebuild rebuild;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private record Fetched(int status, String type, byte[] bytes) {
        String text() throws IOException {
            try (var document = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(document).replaceAll("\\s", "");
            }
        }
    }

    /// Everything that was done so far has its place and its papers.
    private void settled() {
        int done;
        do {
            done = sequencer.sequence();
            sealer.seal();
            done += registrar.register();
        } while (done > 0);
    }

    private List<JsonNode> papers(String no) {
        settled();
        var found = new ArrayList<JsonNode>();
        api.get("limin", "/api/v1/cases/" + no + "/documents").body().forEach(found::add);
        return found;
    }

    private JsonNode paper(String no, String kind) {
        return papers(no).stream()
                .filter(p -> p.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private Fetched fetch(String user, String path) throws IOException, InterruptedException {
        var basic =
                Base64.getEncoder()
                        .encodeToString((user + ":qinglan-2026").getBytes(StandardCharsets.UTF_8));
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("Authorization", "Basic " + basic)
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return new Fetched(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        }
    }

    private Fetched fetch(JsonNode paper) throws IOException, InterruptedException {
        return fetch("limin", paper.path("pdf").asString());
    }

    private String decided(boolean grant, Map<String, Object> decision) {
        var no = api.toDecide(grant);
        api.done("linshufen", no, "decide", decision);
        return no;
    }

    @Test
    void aServedLicenceHasItsPapersInTheOrderOfTheActsAndTheySayWhatTheCaseSays() throws Exception {
        var no = decided(true, Api.decision(true));
        api.done("shenruoxi", no, "serve", Api.SERVED);
        var papers = papers(no);
        assertThat(papers)
                .extracting(p -> p.path("kind").asString())
                .containsExactly(
                        "acceptance-notice",
                        "inspection-record",
                        "meeting-minutes",
                        "meeting-minutes",
                        GRANTED,
                        "proof-of-service");
        var decision = fetch(paper(no, GRANTED));
        assertThat(decision.type()).isEqualTo("application/pdf");
        assertThat(decision.text())
                .contains("青岚县文化和旅游局", "准予行政许可决定书", "青岚接口网咖：", no, "符合法定条件")
                .contains(paper(no, GRANTED).path("number").asString())
                .contains("《互联网上网服务营业场所管理条例》第八条", "、第九条")
                .contains("60日内向青岚县人民政府申请行政复议", "6个月内向青岚县人民法院提起行政诉讼")
                .contains("样张无效");
        assertThat(fetch(paper(no, "proof-of-service")).text())
                .contains("苏远航", "直接送达")
                .contains("准予行政许可决定书（" + paper(no, GRANTED).path("number").asString() + "）");
        assertThat(fetch(paper(no, "inspection-record")).text())
                .contains("赵军", "李敏", "实测320m", "持证到场，实地测量")
                .contains("现场定位", "30.274100,120.155100±12（WGS84，由设备给出）");
        assertThat(fetch(paper(no, "meeting-minutes")).text()).contains("应到", "同意4票", "会议纪要");
    }

    @Test
    @Requirement(
            value = "B51",
            level = Level.API,
            fault =
                    "for whom somebody acts not handed to the papers; then the last day of a delegation not read")
    void aDelegateSignsInHisScopeAndThePaperSaysForWhomAndAfterTheLastDayHeIsRefused()
            throws Exception {
        // Years on, so that no other test meets the delegation.
        var ahead = Duration.ofDays(1260);
        TestClock.ahead(ahead);
        var from = clock.today();
        var no = api.toDecide(true);
        refused(api.act("gaojianye", no, "decide", Api.decision(true)), "ROLE_HELD");
        var given =
                api.post(
                        "baiqinghe",
                        UUID.randomUUID(),
                        "/api/v1/organs/qinglan-culture/posts/commands/delegate-signing",
                        Map.of(
                                "method",
                                "horizontal",
                                "by",
                                "p-linshufen",
                                "to",
                                "p-gaojianye",
                                "roles",
                                "decider",
                                "powers",
                                api.read(no).path("power").asString(),
                                "document",
                                DOCUMENT,
                                "from",
                                from.toString(),
                                "until",
                                from.plusDays(1).toString()));
        assertThat(given.status()).as("%s", given).isEqualTo(200);
        TestClock.ahead(ahead.plusDays(1));
        api.done("gaojianye", no, "decide", Api.decision(true));
        var signed =
                "本件由高建业代林淑芬签署（代签授权，"
                        + said(from)
                        + "至"
                        + said(from.plusDays(1))
                        + "，依据"
                        + DOCUMENT
                        + "）";
        assertThat(fetch(paper(no, GRANTED)).text()).contains(signed);
        assertThat(Clerk.signedIn(port, "linshufen").get("/desk/cases/" + no).body())
                .contains("高建业（代林淑芬，依据" + DOCUMENT + "）");
        // Who holds the role himself signs as himself.
        var own = decided(true, Api.decision(true));
        assertThat(fetch(paper(own, GRANTED)).text()).doesNotContain("代林淑芬", "本件由");
        TestClock.ahead(ahead.plusDays(2));
        var late = api.toDecide(true);
        refused(api.act("gaojianye", late, "decide", Api.decision(true)), "ROLE_HELD");
        assertThat(fetch(paper(no, GRANTED)).text()).as("for good").contains(signed);
    }

    private Fetched previewed(String user, String no, Map<String, Object> decision)
            throws IOException, InterruptedException {
        var basic =
                Base64.getEncoder()
                        .encodeToString((user + ":qinglan-2026").getBytes(StandardCharsets.UTF_8));
        var address = "/api/v1/cases/" + no + "/commands/decide/preview";
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        JsonMapper.builder().build().writeValueAsString(decision)))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Fetched(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        }
    }

    @Test
    void aPaperIsReadBeforeItIsSignedAndNothingIsKeptOfTheReading() throws Exception {
        var no = api.toDecide(true);
        var before = api.read(no);
        var shown = previewed("linshufen", no, Api.decision(true));
        assertThat(shown.type()).isEqualTo("application/pdf");
        assertThat(shown.text())
                .contains("预览，未编号、未用印，不作为文书", "准予行政许可决定书", "青岚接口网咖：", "符合法定条件")
                .doesNotContain("〔20");
        assertThat(previewed("limin", no, Api.decision(true)).status()).isEqualTo(409);
        assertThat(
                        api.get("yanzhengqing", "/api/v1/attempts?person=p-limin")
                                .body()
                                .path(0)
                                .path("matter")
                                .asString(""))
                .as("who looks has not tried")
                .isNotEqualTo(no);
        var desk = Clerk.signedIn(port, "linshufen");
        var form = "/desk/cases/" + no + "/acts/decide";
        assertThat(desk.get(form).body()).contains("预览文书");
        var filled =
                Map.of(
                        "command", UUID.randomUUID().toString(),
                        "step", "decide",
                        "grant", "yes",
                        "reasons", "符合法定条件");
        var page = desk.post(form, form + "/preview", filled);
        assertThat(page.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(page.body()).startsWith("%PDF");
        var blank = desk.post(form, form + "/preview", Map.of("step", "decide"));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(api.read(no)).isEqualTo(before);
        assertThat(papers(no)).noneMatch(p -> p.path("kind").asString().equals(GRANTED));
        api.done("linshufen", no, "decide", Api.decision(true));
        assertThat(paper(no, GRANTED).path("number").asString()).contains("〔20");
    }

    private static String said(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    @Test
    @Requirement(
            value = "D3",
            level = Level.API,
            fault = "the paper of a refusal to accept left out of those in use")
    @Requirement(value = "D5", level = Level.API, fault = "the paper dated with the day before")
    void acceptingAndRefusingToAcceptBothGiveANumberedPaperDatedAsTheTrace() throws Exception {
        var accepted = api.accepted();
        var refused = api.received();
        api.done(
                "shenruoxi",
                refused,
                "refuse-acceptance",
                Map.of("step", "accept", "ground", "not-this-organ", "reasons", "不属于本机关职权范围"));
        var day = api.read(accepted).path("acceptedOn").asString();
        for (var paper :
                List.of(
                        paper(accepted, "acceptance-notice"),
                        paper(refused, "non-acceptance-notice"))) {
            assertThat(paper.path("day").asString()).isEqualTo(day);
            var number = paper.path("number").asString();
            assertThat(number).matches(".+〔20[0-9]{2}〕[0-9]+号");
            var fetched = fetch(paper);
            assertThat(fetched.status()).isEqualTo(200);
            var date = LocalDate.parse(day);
            assertThat(fetched.text())
                    .contains(number)
                    .contains(
                            "%d年%d月%d日"
                                    .formatted(
                                            date.getYear(),
                                            date.getMonthValue(),
                                            date.getDayOfMonth()));
        }
    }

    @Test
    @Requirement(
            value = "D4",
            level = Level.API,
            fault =
                    "papers drawn without asking for the organ's seal; then the seal's name left out")
    void aReceiptBearsTheOfficesSealAndWithoutOneItIsNotIssued() throws Exception {
        var notice = paper(api.accepted(), "acceptance-notice");
        var seal = "青岚县文化和旅游局行政审批专用章";
        assertThat(notice.path("seal").asString()).isEqualTo(seal);
        var text = fetch(notice).text();
        assertThat(seal.chars().allMatch(c -> text.indexOf(c) >= 0)).as(text).isTrue();

        var unopened = paper(api.accepted(), "acceptance-notice");
        var lost =
                new MapPropertySource(
                        "the seal is lost", Map.of("guiju.documents.seals.qinglan-culture", ""));
        environment.getPropertySources().addFirst(lost);
        try {
            assertThat(fetch(unopened).status()).isEqualTo(409);
            assertThat(fetch(notice).status()).as("already sealed").isEqualTo(200);
        } finally {
            environment.getPropertySources().remove(lost.getName());
        }
        assertThat(fetch(unopened).status()).isEqualTo(200);
    }

    @Test
    @Requirement(
            value = "D20",
            level = Level.API,
            fault = "BOUND_TO_RESOLUTION taken out of the licence's decision")
    void noLicenceHasANumberWithoutMinutesThatAgree() throws Exception {
        var without = api.reviewed();
        refused(api.act("linshufen", without, "decide", Api.decision(true)), "STEP_OPEN");
        var against = api.toDecide(false);
        refused(api.act("linshufen", against, "decide", Api.decision(true)), "BOUND_TO_RESOLUTION");
        for (var no : List.of(without, against)) {
            assertThat(papers(no))
                    .extracting(p -> p.path("kind").asString())
                    .doesNotContain(GRANTED);
        }
        var agreed = decided(true, Api.decision(true));
        assertThat(paper(agreed, GRANTED).path("number").asString())
                .matches(".+〔20[0-9]{2}〕[0-9]+号");
    }

    @Test
    void aRefusalStatesReasonsUnmetConditionsAndRemedies() throws Exception {
        var no = decided(false, Api.decision(false));
        assertThat(fetch(paper(no, "licence-refusal")).text())
                .contains("不予行政许可决定书", "不符合法定条件", "不符合的条件", "200米", "救济途径");
    }

    @Test
    void noPaperHasANumberBeforeItsEventHasAPlaceInTheLog() {
        var no = api.accepted();
        settled();
        var of =
                jdbc.sql(
                                """
                                select count(*) from projection.document d
                                where not exists (select 1 from leaf l where l.stream = d.case_id and l.seq = d.case_seq)
                                """)
                        .query(Long.class)
                        .single();
        assertThat(papers(no)).hasSize(1);
        assertThat(of).isZero();
    }

    @Test
    void thePaperIsTheSameFileEveryTimeAndItsBytesAreOnRecord() throws Exception {
        var no = api.accepted();
        var paper = paper(no, "acceptance-notice");
        var first = fetch(paper);
        assertThat(first.status()).isEqualTo(200);
        assertThat(fetch(paper).bytes()).isEqualTo(first.bytes());
        var drawn = events.read(UUID.fromString(paper.path("id").asString()));
        assertThat(drawn).hasSize(1);
        assertThat(drawn.getFirst().kind()).isEqualTo("document.drawn");
        assertThat(drawn.getFirst().fields()).containsKeys("commitment", "template", "fonts");
    }

    /// GB/T 33190: asked for before the PDF was, the archive's form is drawn first; both are on record, and both are compared.
    @Test
    void thePaperIsGivenOutAsOfdTooAndBothItsFilesAreOnRecord() throws Exception {
        var no = api.accepted();
        var paper = paper(no, "acceptance-notice");
        var address = paper.path("ofd").asString();
        var ofd = fetch("limin", address);
        assertThat(ofd.status()).isEqualTo(200);
        assertThat(ofd.type()).isEqualTo("application/ofd");
        assertThat(new String(ofd.bytes(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        assertThat(fetch("limin", address).bytes()).isEqualTo(ofd.bytes());
        var pdf = fetch(paper);
        var drawn = events.read(UUID.fromString(paper.path("id").asString()));
        assertThat(drawn)
                .extracting(org.guiju.kernel.ledger.EventEntry::kind)
                .containsExactly("document.drawn", "document.ofd");
        assertThat(drawn.getLast().fields()).containsKeys("commitment", "template", "fonts");

        var verify = "/verify/documents/" + paper.path("id").asString();
        var stranger = new Browser(port);
        assertThat(compare(stranger, verify, ofd.bytes()).body()).contains("逐字节相同");
        assertThat(compare(stranger, verify, pdf.bytes()).body()).contains("逐字节相同");
        ofd.bytes()[ofd.bytes().length / 2] ^= 1;
        assertThat(compare(stranger, verify, ofd.bytes()).body()).contains("不一致");
    }

    @Test
    void sixteenWhoOpenItAtOnceGetOneFile() throws Exception {
        var paper = paper(api.accepted(), "acceptance-notice");
        try (var threads = Executors.newFixedThreadPool(16)) {
            var all =
                    IntStream.range(0, 16)
                            .mapToObj(_ -> threads.submit(() -> fetch(paper)))
                            .toList();
            var first = all.getFirst().get();
            for (var one : all) {
                assertThat(one.get().status()).isEqualTo(200);
                assertThat(one.get().bytes()).isEqualTo(first.bytes());
            }
        }
        assertThat(events.read(UUID.fromString(paper.path("id").asString()))).hasSize(1);
    }

    @Test
    void anotherTextOfAKindChangesNoPaperThatHasItsNumber() throws Exception {
        var before = api.accepted();
        var old = paper(before, "acceptance-notice");
        try {
            book.use(
                    ShippedPapers.all().stream()
                            .map(t ->
                                    TemplateReader.read(
                                            t.kind(), t.text().replace("予以受理", "改写后予以受理")))
                            .toList());
            var after = paper(api.accepted(), "acceptance-notice");
            assertThat(fetch(after).text()).contains("改写后予以受理");
            // Numbered under the old text, opened for the first time under the new one.
            assertThat(fetch(old).text()).contains("决定予以受理").doesNotContain("改写后");
        } finally {
            book.use(ShippedPapers.all());
        }
    }

    @Test
    void sixteenAtOnceAndRollbacksInTheMiddleLeaveNoGapAndNoDouble() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var all =
                    IntStream.range(0, 48)
                            .mapToObj(i ->
                                    threads.submit(() -> {
                                        api.accepted();
                                        sequencer.sequence();
                                        sealer.seal();
                                        transaction.executeWithoutResult(status -> {
                                            registrar.register();
                                            if (i % 3 == 0) {
                                                status.setRollbackOnly();
                                            }
                                        });
                                        return i;
                                    }))
                            .toList();
            for (var one : all) {
                one.get();
            }
        }
        settled();
        var broken =
                jdbc.sql(
                                """
                                select organ || '/' || kind || '/' || year from projection.document
                                group by organ, kind, year having min(n) <> 1 or max(n) <> count(*) or count(distinct n) <> count(*)
                                """)
                        .query(String.class)
                        .list();
        assertThat(broken).isEmpty();
        var unnumbered =
                jdbc.sql(
                                """
                                select count(*) from event e where entry_json(entry) ->> 'k' = 'case.accepted'
                                and not exists (select 1 from projection.document d where d.case_id = e.stream and d.case_seq = e.seq)
                                """)
                        .query(Long.class)
                        .single();
        assertThat(unnumbered).isZero();
        numbersAreThePlacesOfTheirEvents();
        assertThat(rebuild.run().stream().filter(c -> c.table().startsWith("document")))
                .hasSize(3)
                .allMatch(Rebuild.Compared::same);
    }

    private void numbersAreThePlacesOfTheirEvents() {
        events.walk(
                "document.numbered",
                stream -> {
                    for (var entry : stream) {
                        assertThat(entry.fields().get("n"))
                                .isEqualTo(new Value.Int(entry.seq() + 1));
                    }
                });
    }

    @Test
    void theApplicantOpensWhatIsAddressedToHimAndNothingElse() throws Exception {
        var received = api.apply("shenruoxi", Api.POWER, Api.MATERIALS);
        var no = received.path("no").asString();
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        api.done("limin", no, "appoint-pair", Api.pair("p-limin", "p-zhouqihang"));
        api.done("limin", no, "give-opinion", api.opinion(Api.STANDARDS));
        api.done("zhouqihang", no, "give-opinion", api.opinion(Api.STANDARDS));
        api.inspectionRecorded(no);
        api.done("limin", no, "sign-inspection", Map.of("step", "inspect"));
        var mine =
                "/track/"
                        + no
                        + "/documents/"
                        + paper(no, "acceptance-notice").path("id").asString();
        var office =
                "/track/"
                        + no
                        + "/documents/"
                        + paper(no, "inspection-record").path("id").asString();

        var follower = follower(no, received.path("queryCode").asString());
        var page = follower.get("/track/" + no).body();
        assertThat(page).contains(mine, "受理通知书", "打开 PDF").doesNotContain(office);
        assertThat(follower.get(mine).statusCode()).isEqualTo(200);
        assertThat(follower.get(mine).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(c -> assertThat(c).contains("no-store"));
        assertThat(page).contains(mine + "/ofd");
        assertThat(follower.get(mine + "/ofd").headers().firstValue("Content-Type"))
                .contains("application/ofd");
        assertThat(follower.get(office).statusCode()).isEqualTo(404);
        assertThat(follower.get(office + "/ofd").statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get(mine).statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get(mine + "/ofd").statusCode()).isEqualTo(404);
        assertThat(follower.get("/track/" + no + "?lang=en").body())
                .contains("Notice of acceptance", "Open PDF");
    }

    @Test
    void officersOfAnotherOrganAndCitizensAreTurnedAwayAndAPaperBelongsToItsCase()
            throws Exception {
        var no = api.accepted();
        var other = api.accepted();
        var path = paper(no, "acceptance-notice").path("pdf").asString();
        for (var address : List.of(path, path + "/ofd")) {
            assertThat(fetch("citizen", address).status()).isEqualTo(403);
            assertThat(fetch("nobody", address).status()).isEqualTo(401);
            assertThat(fetch("limin", address.replace(no, other)).status()).isEqualTo(404);
        }
        assertThat(
                        fetch("limin", "/api/v1/cases/" + no + "/documents/" + UUID.randomUUID())
                                .status())
                .isEqualTo(404);
        assertThat(fetch("limin", "/api/v1/cases/" + no + "/documents/x").status())
                .isBetween(400, 404);
    }

    @Test
    void theDeskListsThePapersAndPrintedPagesLeadToThem() throws Exception {
        var no = decided(true, Api.decision(true));
        var decision = paper(no, GRANTED);
        var link = "/desk/cases/" + no + "/documents/" + decision.path("id").asString();
        var officer = Clerk.signedIn(port, "limin");
        assertThat(officer.get("/desk/cases/" + no).body())
                .contains(link, decision.path("number").asString(), "受理通知书", "本机关存档");
        assertThat(officer.get("/desk/cases/" + no + "/decision").body()).contains(link);
        assertThat(officer.get("/desk/cases/" + no + "/receipt").body())
                .contains(paper(no, "acceptance-notice").path("id").asString());
        assertThat(officer.get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void hostileTextGivesAPaperOrAClearRefusalAndNeverAFault() throws Exception {
        var hostile = "<script>{event.reasons|person}</script>😀𠮷مرحبا\u202E㐂" + "规".repeat(4900);
        var no =
                decided(
                        false,
                        Map.of(
                                "step",
                                "decide",
                                "grant",
                                "no",
                                "unmet",
                                List.of("school-distance"),
                                "reasons",
                                hostile));
        var read = fetch(paper(no, "licence-refusal"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text())
                .contains("<script>{event.reasons|person}</script>", "😀", "𠮷", "㐂");

        var huge = api.toDecide(false);
        var answer =
                api.act(
                        "linshufen",
                        huge,
                        "decide",
                        Map.of(
                                "step",
                                "decide",
                                "grant",
                                "no",
                                "unmet",
                                List.of("school-distance"),
                                "reasons",
                                "规".repeat(3_500_000)));
        assertThat(answer.status()).isBetween(400, 413);
        assertThat(papers(huge)).noneMatch(p -> p.path("kind").asString().startsWith("licence"));
    }

    @Test
    void anybodyMayVerifyAPaperAndLearnsNothingPersonal() throws Exception {
        var no = api.accepted();
        var paper = paper(no, "acceptance-notice");
        var bytes = fetch(paper).bytes();
        settled();
        var address = "/verify/documents/" + paper.path("id").asString();
        var stranger = new Browser(port);
        var page = stranger.get(address);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(paper.path("number").asString(), "受理通知书", "青岚县文化和旅游局", "号记录")
                .doesNotContain("青岚接口网咖", no);
        assertThat(compare(stranger, address, bytes).body()).contains("逐字节相同");
        bytes[bytes.length / 2] ^= 1;
        assertThat(compare(stranger, address, bytes).body()).contains("不一致");
        assertThat(compare(stranger, address, new byte[0]).statusCode()).isEqualTo(422);
        assertThat(stranger.get("/verify/documents/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/verify/documents/x").statusCode()).isBetween(400, 404);
    }

    @Test
    @Requirement(
            value = "D34",
            level = Level.API,
            fault = "the paper given out unsigned; then what was added behind the seal not seen")
    void whatIsDecidedFromAfarBearsTheOrgansSealAndAnybodyCanCheckIt() throws Exception {
        // The one who decides is nowhere near the office: all he has is the address of the server.
        var no = decided(true, Api.decision(true));
        var paper = paper(no, GRANTED);
        var read = fetch(paper);
        assertThat(read.text()).contains("样张无效");
        var seal = PaperSeal.check(read.bytes());
        assertThat(seal).singleElement().matches(PaperSeal.Checked::holds);
        var certificate = seal.getFirst().certificate();
        assertThat(certificate.getSubjectX500Principal().getName()).contains("行政审批专用章");
        var stranger = new Browser(port);
        var address = "/verify/documents/" + paper.path("id").asString();
        assertThat(stranger.get(address).body()).contains("/verify/seals/qinglan-culture.pem");
        var given = stranger.get("/verify/seals/qinglan-culture.pem");
        assertThat(
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(
                                        new ByteArrayInputStream(
                                                given.body().getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(certificate);
        assertThat(stranger.get("/verify/seals/no-such.pem").statusCode()).isEqualTo(404);
        assertThat(compare(stranger, address, read.bytes()).body())
                .contains("签章有效，签后未改动", "由本平台自制");
        var more = new ByteArrayOutputStream();
        more.writeBytes(read.bytes());
        more.writeBytes("%\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(compare(stranger, address, more.toByteArray()).body())
                .contains("签章无效，或者签后改动过")
                .doesNotContain("签章有效，签后未改动");
        var elsewhere =
                SealKey.read(
                        SealKey.made("别处的章", clock.now(), "x".toCharArray()), "x".toCharArray());
        var foreign = PaperSeal.seal(previewOf(read), elsewhere, clock.now(), "别处", "仿制");
        assertThat(compare(stranger, address, foreign).body()).contains("不是本单位的印章");
    }

    /// The paper as it was before it was sealed: the seal only stands behind it.
    private static byte[] previewOf(Fetched sealed) throws IOException {
        var text = new String(sealed.bytes(), StandardCharsets.ISO_8859_1);
        return java.util.Arrays.copyOf(sealed.bytes(), text.indexOf("%%EOF") + "%%EOF\n".length());
    }

    private HttpResponse<String> compare(Browser browser, String address, byte[] file)
            throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        var token = Browser.token(browser.get(address));
        body.writeBytes(
                ("--guiju\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                                + token
                                + "\r\n--guiju\r\nContent-Disposition: form-data; name=\"pdf\"; filename=\"a.pdf\"\r\n"
                                + "Content-Type: application/pdf\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--guiju--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send(
                HttpRequest.newBuilder(browser.at(address))
                        .header("Content-Type", "multipart/form-data; boundary=guiju")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }
}
