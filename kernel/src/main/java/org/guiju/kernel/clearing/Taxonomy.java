package org.guiju.kernel.clearing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.shared.Text;

/// 分类法: the ways in which the institutions sort powers, as data. They stand beside each other (X11): the ten categories are the
/// default, and {@link Mapping} says what follows from a kind for the others.
public enum Taxonomy {
    /// 权力类别 of the platform; public service is counted apart.
    KIND("A17", kinds()),
    /// 十个清理 (003-3).
    TEN(
            "A17",
            "approval=行政审批=Approval",
            "confirmation=行政确认=Confirmation",
            "penalty=行政处罚=Penalty",
            "compulsion=行政强制=Compulsion",
            "levy=行政征收=Levy",
            "requisition=行政征用=Requisition",
            "payment=行政给付=Payment",
            "reward=行政奖励=Reward",
            "adjudication=行政裁决=Adjudication",
            "other=其他行政权力=Other administrative power"),
    /// 五权 (002-2); fee collection is taken for the fifth (X9).
    FIVE(
            "A15",
            "enforcement=行政执法权=Law enforcement",
            "decision=重大事项决策权=Decision on major matters",
            "internal=内部管理权=Internal management",
            "fee=行政事业性收费权=Fee collection",
            "other=其他依法实施的行政权力=Other powers exercised by law"),
    /// 行政执法权六类 (002-2).
    ENFORCEMENT(
            "A12",
            "licensing=行政许可=Licensing",
            "penalty=行政处罚=Penalty",
            "compulsion=行政强制=Compulsion",
            "inspection=行政监督检查=Supervisory inspection",
            "approval=非行政许可审批=Approval other than licensing",
            "fee=行政事业性收费=Fee collection"),
    /// 决策权三类与内部管理权六类 (002-2).
    SUB(
            "A13",
            "projects=重大项目=Major projects",
            "funds=资金分配=Allocation of funds",
            "assets=资产处置=Disposal of assets",
            "recruitment=人员录用=Recruitment",
            "posting=人员调动=Transfer of staff",
            "appointment=人员任免=Appointment and removal",
            "reward=人员奖惩=Reward and punishment of staff",
            "finance=财务处置=Financial disposal",
            "procurement=采购配置=Procurement and allocation"),
    /// 面向公民和法人的六类 (002-5).
    EXTERNAL(
            "A16",
            "approval=审批权=Approval",
            "penalty=处罚权=Penalty",
            "collection=征收权=Collection",
            "payment=给付权=Payment",
            "compulsion=强制权=Compulsion",
            "inspection=监督检查权=Supervisory inspection"),
    /// 六个方面 (003-1).
    ASPECT(
            "A18",
            "decision=决策权=Decision",
            "management=管理权=Management",
            "personnel=用人权=Personnel",
            "approval=审批权=Approval",
            "supervision=监督权=Supervision",
            "disposition=组织处理权=Organisational disposition"),
    /// 工作项目 of a Party organ (003-1).
    PROJECT(
            "A19",
            "cadres=干部综合工作=General cadre work",
            "cadre-supervision=干部监督=Supervision of cadres",
            "cadre-education=干部教育=Education of cadres",
            "grassroots=基层党组织建设=Grass-roots Party organisations",
            "members=党员队伍建设=Party membership",
            "talent=人才工作=Talent work",
            "assessment=年度目标责任考核=Annual assessment of goals",
            "village-officials=干部下派任职管理=Cadres posted to villages"),
    /// 重点领域 (002-5).
    FIELD(
            "A21",
            "projects=项目安排=Project arrangement",
            "construction=工程建设=Construction",
            "funds=资金管理=Fund management",
            "land=土地出让=Land grant",
            "property=产权交易=Property-rights trading",
            "enforcement=行政执法=Enforcement"),
    /// 职权持有者 (003-1).
    HOLDER(
            "A9",
            "meeting=会议集体=Meeting",
            "leader=领导岗位=Leader post",
            "section=内设机构=Internal institution",
            "post=具体岗位=Post"),
    /// 管辖权限.
    LEVEL("A86", "county=县级=County", "township=乡镇级=Township", "shared=分级管辖=Shared between levels"),
    /// 事权性质.
    NATURE(
            "A86",
            "own=本级事权=Own affair",
            "delegated=上级委托事权=Entrusted from above",
            "joint=共同事权=Joint affair"),
    /// 权力来源.
    SOURCE(
            "A4",
            "statutory=法定行使=By statute",
            "authorised=授权行使=By authorisation",
            "entrusted=委托行使=By entrustment"),
    /// 依据的效力位阶: those of {@link org.guiju.kernel.powers.Basis.Rank}, inner-Party ones, and 红头文件.
    RANK(
            "A28",
            "law=法律=Law",
            "administrative-regulation=行政法规=Administrative regulation",
            "state-council-decision=国务院决定=State Council decision",
            "local-regulation=地方性法规=Local regulation",
            "department-rule=部门规章=Department rule",
            "provincial-rule=地方政府规章=Local government rule",
            "party-constitution=党章=Party constitution",
            "inner-party-regulation=党内法规=Inner-Party regulation",
            "normative-document=规范性文件=Normative document",
            "institution=本机关制度=Institution of the organ",
            "departmental-document=部门红头文件=Departmental red-header document");

    private final String row;
    private final List<Term> terms;

    Taxonomy(String row, String... terms) {
        this(row, Arrays.stream(terms));
    }

    Taxonomy(String row, Stream<String> terms) {
        this.row = row;
        this.terms = terms.map(Taxonomy::term).toList();
    }

    private static Stream<String> kinds() {
        return Arrays.stream(PowerKind.values())
                .map(k -> k.code() + "=" + k.zh() + "=" + english(k));
    }

    private static String english(PowerKind kind) {
        var words = kind.code().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Term term(String text) {
        var parts = text.split("=", 3);
        return new Term(parts[0], new Text(parts[1], parts[2]));
    }

    /// The row of the matrix that asks for it.
    public String row() {
        return row;
    }

    public List<Term> terms() {
        return terms;
    }

    public Optional<Term> term(CharSequence code) {
        return terms.stream().filter(t -> t.code().contentEquals(code)).findFirst();
    }

    /// The value that a person wrote, by its code or its Chinese name.
    public Optional<Term> read(String written) {
        var word = written.strip();
        return terms.stream()
                .filter(t -> t.code().equals(word) || t.name().zh().equals(word))
                .findFirst();
    }
}
