package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.junit.jupiter.api.Test;

/// 案卷评查: what somebody who reviews the file of a fine and of a licence looks for, forty questions, each asked of the volume as it leaves the house and
/// of nothing else. The questions follow the articles; no published form of marks was at hand.
@RunningGuiju
class CaseFileReviewTest extends ArchiveCourse {
    /// `fine|` or `licence|`, the question with its article, and the pattern that answers it.
    private static final String QUESTIONS =
            """
            fine|1 处罚机关是谁，以谁的名义（行政处罚法 17）|青城管罚〔\\d{4}〕\\d+号青岚县城市管理局
            fine|2 立案经谁审批（54）|审批人陆建华（已电子签名）
            fine|3 线索从哪里来，谁核查的（54）|线索核查情况经核查属实（核查人：曹扬）
            fine|4 两名以上办案人员（42）|指定办案人员(曹扬、邓凯|邓凯、曹扬)
            fine|5 什么时候、取得什么证据、谁取的（54、55）|现场勘验笔录（取证人员：(曹扬、邓凯|邓凯、曹扬)）：占用人行道二十二平方米
            fine|6 违法事实（59）|一、违法事实和证据未经批准占用人行道
            fine|7 事实有证据（46、59）|由两名以上具有行政执法资格的办案人员
            fine|8 依据写到条、款、项（59）|违反了《城市道路管理条例》第二十七条第一项的规定。依据《城市道路管理条例》第四十二条
            fine|9 裁量阶次和所凭的情形（34、59）|裁量阶次为.{0,6}“一般”（占用面积5平方米以上不足30平方米
            fine|10 调查终结报告，两人署名（57）|案件调查终结报告.*邓凯执法队员调查报告署名
            fine|11 事先告知（44）|行政处罚事先告知书
            fine|12 告知的内容：事实、理由、依据、权利（44、45）|拟作出的处罚及事实、理由、依据和依法享有的权利
            fine|13 听证：要求了还是放弃了（63）|放弃听证
            fine|14 告知和送达的方式（44、61）|送达方式直接送达
            fine|15 法制审核的意见书（58）|重大行政处罚决定法制审核意见书
            fine|16 谁审核的，不是办案人员（58）|法制审核Legalityreview[-–\\d]+江宁法制科科长
            fine|17 负责人集体讨论（57）|案审会决议处罚
            fine|18 讨论的应到、实到和法定人数（57）|应到3人，实到3人，符合法定人数
            fine|19 谁作的决定（57）|聂志远局长作出处罚决定
            fine|20 决定书和文号（59）|行政处罚决定书Decisiononapenalty
            fine|21 当事人（59）|行政处罚决定书当事人：青岚测试建材经营部
            fine|22 处罚种类和数额，大小写（59）|罚款人民币3000元（人民币叁仟元整）
            fine|23 责令改正（28）|责令改正：三日内清除占用物
            fine|24 缴款的方式和期限（59、67）|十五日内，凭缴款码
            fine|25 逾期的后果（72）|每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额
            fine|26 复议和诉讼的途径和期限（59）|60日内向青岚县人民政府申请行政复议.*6个月内向青岚县人民法院提起行政诉讼
            fine|27 日期和印章（59）|青岚县城市管理局\\d{4}年\\d{1,2}月\\d{1,2}日样张无效
            fine|28 送达回证（61）|送达凭证送达回证送达人邓凯
            fine|29 执行：罚缴分离，谁收的（67、74）|欧阳倩罚没款专管员缴纳罚款
            fine|30 办案期限（60）|办案期限自\\d{4}年\\d{1,2}月\\d{1,2}日立案之日起计算，至\\d{4}年\\d{1,2}月\\d{1,2}日届满
            licence|31 申请材料入卷（行政许可法 31）|申请与证据材料Materialsandevidence
            licence|32 受理决定和依据（32）|依照《中华人民共和国行政许可法》第三十二条的规定，本机关决定予以受理
            licence|33 审查的人，两人各自的意见|李敏行政审批科科员（A角）提出审查意见.*周启航行政审批科科员（B角）提出审查意见
            licence|34 现场核查两人、实测、签名（34）|核查人员.{0,4}(赵军、李敏|李敏、赵军).*实测320m
            licence|35 利害关系人（36、47）|告知利害关系人Noticetointerestedparties
            licence|36 集体审议|应到4人，实到4人，符合法定人数
            licence|37 决定的理由和依据（38）|二、理由符合法定条件三、依据本决定依据《互联网上网服务营业场所管理条例》第八条
            licence|38 颁发、送达的期限和回证（44）|十日内向申请人颁发、送达.*送达回证
            licence|39 公示（40）|公示Publicity\\d{4}-\\d\\d-\\d\\d–\\d{4}-\\d\\d-\\d\\d
            licence|40 材料齐全，存证能够自行核验（档案法 28）|应归档的文件材料齐全。.*本卷不依赖任何系统即可核验
            """;

    private String read(byte[] zip) throws IOException {
        var all = new StringBuilder(page(zip).replaceAll("<[^>]+>", " "));
        for (var file : unpacked(zip).entrySet()) {
            // What applicants handed in stays as it came; the office's own papers are read.
            if (new String(file.getValue(), StandardCharsets.ISO_8859_1).contains("/Root")) {
                try (var document = Loader.loadPDF(file.getValue())) {
                    all.append(new PDFTextStripper().getText(document));
                }
            }
        }
        return all.toString().replaceAll("\\s", "");
    }

    @Test
    void everyQuestionOfAReviewerIsAnsweredByTheVolumeAlone() throws Exception {
        var licence = archived();
        TestClock.ahead(Duration.ZERO);
        var fine = fined();
        var fineText = read(fetch("panwenjing", "/api/v1/cases/" + fine + "/dossier.zip").bytes());
        var licenceText =
                read(fetch("wuxiaodie", "/api/v1/cases/" + licence + "/dossier.zip").bytes());
        var open = new ArrayList<String>();
        for (var line : QUESTIONS.lines().toList()) {
            var cells = line.split("\\|", 3);
            var text = cells[0].equals("fine") ? fineText : licenceText;
            if (!Pattern.compile(cells[2]).matcher(text).find()) {
                open.add(cells[1]);
            }
        }
        assertThat(QUESTIONS.lines()).hasSize(40);
        assertThat(open).as("not answered by the volume").isEqualTo(List.of());
    }
}
