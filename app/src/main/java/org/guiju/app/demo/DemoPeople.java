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
    static final OrganId DISCIPLINE = new OrganId("qinglan-discipline");
    static final String CERTIFICATE = "culture-enforcement";

    private DemoPeople() {}

    /// 一名示例人员.
    ///
    /// @param username login name
    /// @param certified holds the enforcement certificate
    record Person(
            String username,
            String name,
            OrganId organ,
            String section,
            Text post,
            List<String> roles,
            boolean certified) {
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
                            false));

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
                certified);
    }

    static PersonId id(String username) {
        return new PersonId("p-" + username);
    }
}
