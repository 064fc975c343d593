package org.guiju.app.demo;

import java.util.List;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;

/// 示例人员: organs, officers and their roles. All invented.
final class DemoPeople {
    static final OrganId CULTURE = new OrganId("qinglan-culture");
    static final OrganId DISCIPLINE = new OrganId("discipline-group-4");
    static final OrganId CHENGGUAN = new OrganId("qinglan-chengguan");
    static final String CERTIFICATE = "culture-enforcement";
    static final String ENFORCEMENT = "city-enforcement";
    static final String LEGAL = "legal-profession";

    private DemoPeople() {}

    /// 一名示例人员.
    ///
    /// @param username login name
    /// @param certificates qualifications held
    record Person(
            String username,
            String name,
            OrganId organ,
            String section,
            Text post,
            List<String> roles,
            List<String> certificates) {
        PersonId id() {
            return new PersonId("p-" + username);
        }

        Officer officer() {
            return new Officer(id(), organ, name, post);
        }
    }

    static final List<Organ> ORGANS =
            List.of(
                    new Organ(
                            CULTURE,
                            new Text("青岚县文化和旅游局", "Qinglan County Bureau of Culture and Tourism"),
                            "青岚县文昌路 18 号",
                            "0570-0000100"),
                    new Organ(
                            CHENGGUAN,
                            new Text("青岚县城市管理局", "Qinglan County Bureau of Urban Management"),
                            "青岚县环城北路 66 号",
                            "0570-0000200"),
                    new Organ(
                            DISCIPLINE,
                            new Text(
                                    "县纪委监委派驻第四纪检监察组",
                                    "Fourth Stationed Discipline Inspection Group"),
                            "青岚县人民路 1 号",
                            "0570-0000004"));

    static final List<Person> OFFICERS =
            List.of(
                    culture(
                            "shenruoxi",
                            "沈若溪",
                            "政务服务窗口",
                            "综合窗口受理员",
                            "Window clerk",
                            false,
                            "window"),
                    culture(
                            "fengyinuo",
                            "冯一诺",
                            "政务服务窗口",
                            "综合窗口受理员",
                            "Window clerk",
                            false,
                            "window"),
                    culture(
                            "limin",
                            "李敏",
                            "行政审批科",
                            "行政审批科科员（A 角）",
                            "Licensing officer",
                            true,
                            "reviewer",
                            "inspector",
                            "section-member"),
                    culture(
                            "zhouqihang",
                            "周启航",
                            "行政审批科",
                            "行政审批科科员（B 角）",
                            "Licensing officer",
                            true,
                            "reviewer",
                            "inspector",
                            "section-member"),
                    culture(
                            "luosiyuan",
                            "罗思远",
                            "行政审批科",
                            "行政审批科科员",
                            "Licensing officer",
                            true,
                            "reviewer",
                            "inspector",
                            "section-member"),
                    culture(
                            "wangli",
                            "王立",
                            "行政审批科",
                            "行政审批科科长",
                            "Head of the licensing section",
                            false,
                            "section-head",
                            "joint-member"),
                    culture(
                            "zhaojun",
                            "赵军",
                            "文化市场科",
                            "文化市场科科员",
                            "Market inspector",
                            true,
                            "inspector"),
                    culture(
                            "sunxiaolan",
                            "孙晓岚",
                            "文化市场科",
                            "文化市场科科员",
                            "Market inspector",
                            true,
                            "inspector"),
                    culture(
                            "hejingyi",
                            "何静怡",
                            "政策法规科",
                            "政策法规科科长",
                            "Head of the legal section",
                            false,
                            "hearing-officer",
                            "joint-member"),
                    culture(
                            "gaojianye",
                            "高建业",
                            "局领导",
                            "副局长",
                            "Deputy director",
                            false,
                            "joint-member"),
                    culture(
                            "linshufen",
                            "林淑芬",
                            "局领导",
                            "副局长（分管审批）",
                            "Deputy director in charge of licensing",
                            false,
                            "decider",
                            "joint-member"),
                    culture("chenyuanshan", "陈远山", "局领导", "局长", "Director", false, "head-of-organ"),
                    culture("wuxiaodie", "吴小蝶", "办公室", "档案管理员", "Archivist", false, "archivist"),
                    culture(
                            "zhengwenbo",
                            "郑文博",
                            "办公室",
                            "办公室主任",
                            "Office manager",
                            false,
                            "catalogue-clerk",
                            "calendar-clerk"),
                    new Person(
                            "yanzhengqing",
                            "严正清",
                            DISCIPLINE,
                            "第四纪检监察组",
                            new Text("派驻纪检监察员", "Discipline inspector"),
                            List.of("supervisor"),
                            List.of()),
                    chengguan(
                            "caoyang",
                            "曹扬",
                            "综合执法大队",
                            "执法队员",
                            "Enforcement officer",
                            List.of(ENFORCEMENT),
                            "enforcer"),
                    chengguan(
                            "dengkai",
                            "邓凯",
                            "综合执法大队",
                            "执法队员",
                            "Enforcement officer",
                            List.of(ENFORCEMENT),
                            "enforcer"),
                    chengguan(
                            "fanxue",
                            "范雪",
                            "综合执法大队",
                            "执法队员",
                            "Enforcement officer",
                            List.of(ENFORCEMENT),
                            "enforcer"),
                    chengguan(
                            "hanlei",
                            "韩磊",
                            "综合执法大队",
                            "执法中队长",
                            "Head of the enforcement squad",
                            List.of(ENFORCEMENT),
                            "enforcer"),
                    chengguan(
                            "jiangning",
                            "江宁",
                            "法制科",
                            "法制科科长",
                            "Head of the legal section",
                            List.of(LEGAL),
                            "legal-officer"),
                    chengguan(
                            "kongwei",
                            "孔薇",
                            "法制科",
                            "法制科科员",
                            "Legal officer",
                            List.of(LEGAL),
                            "legal-officer",
                            "hearing-officer"),
                    chengguan(
                            "lujianhua",
                            "陆建华",
                            "局领导",
                            "副局长（分管执法）",
                            "Deputy director in charge of enforcement",
                            List.of(),
                            "filing-head",
                            "organ-head"),
                    chengguan(
                            "maxiulan",
                            "马秀兰",
                            "局领导",
                            "副局长",
                            "Deputy director",
                            List.of(),
                            "organ-head"),
                    chengguan(
                            "niezhiyuan",
                            "聂志远",
                            "局领导",
                            "局长",
                            "Director",
                            List.of(),
                            "head-of-organ",
                            "organ-head"),
                    chengguan(
                            "ouyangqian",
                            "欧阳倩",
                            "财务科",
                            "罚没款专管员",
                            "Fines clerk",
                            List.of(),
                            "collector"),
                    chengguan(
                            "panwenjing",
                            "潘文静",
                            "办公室",
                            "办公室主任、案审会秘书",
                            "Office manager, committee secretary",
                            List.of(),
                            "committee-secretary",
                            "publisher",
                            "archivist"),
                    chengguan(
                            "renguohua",
                            "任国华",
                            "监察室",
                            "监察室主任（至2024年）",
                            "Head of the supervision office (until 2024)",
                            List.of(),
                            "supervision-office"));

    private static Person chengguan(
            String username,
            String name,
            String section,
            String post,
            String postEn,
            List<String> certificates,
            String... roles) {
        return new Person(
                username,
                name,
                CHENGGUAN,
                section,
                new Text(post, postEn),
                List.of(roles),
                certificates);
    }

    private static Person culture(
            String username,
            String name,
            String section,
            String post,
            String postEn,
            boolean certified,
            String... roles) {
        return new Person(
                username,
                name,
                CULTURE,
                section,
                new Text(post, postEn),
                List.of(roles),
                certified ? List.of(CERTIFICATE) : List.of());
    }

    static PersonId id(String username) {
        return new PersonId("p-" + username);
    }
}
