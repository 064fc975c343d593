package org.guiju.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A clerk who works with the keyboard alone: signs in, takes an application in at the window, and asks once for what is missing.
@RunningGuiju
@InChromium
class KeyboardDayTest {
    @LocalServerPort int port;

    @Test
    void anApplicationIsTakenInAndAnsweredWithoutAMouseAndFocusIsAlwaysSeen() {
        try (var clerk = Visitor.at(port)) {
            var keys = new KeyboardOnly(clerk);
            clerk.go("/login");
            keys.skip().to("用户名").type("shenruoxi").to("密码").type("qinglan-2026").enter();
            keys.to("窗口收件").enter();
            keys.skip().to("事项名称或者编码").type("互联网上网").enter();
            keys.skip().to("筹建审批").enter();
            fill(keys);
            assertThat(clerk.heading()).isEqualTo("申请材料收件凭证");
            var no = clerk.main().locator("#no").innerText();
            assertThat(keys.stops()).as("stops from sign-in to the receipt").isLessThan(120);

            clerk.go("/desk");
            keys.to("搜索案件").type(no).enter();
            keys.skip().to(no).enter();
            keys.skip().to("材料或者填写项缺少").enter();
            keys.skip().to("理由").type("没有收到材料。").to("发出补正告知").enter();
            assertThat(clerk.text()).contains("已办理：一次性告知补正");
            assertThat(keys.wrong()).isEmpty();
        }
    }

    private static void fill(KeyboardOnly keys) {
        keys.skip().to("申请人名称或者姓名").type("青岚键盘网咖");
        keys.to("企业名称").type("青岚键盘网咖").to("统一社会信用代码").type("91350100M000100Y43");
        keys.to("法定代表人姓名").type("苏远航").to("法定代表人公民身份号码").type("11010519491231002X");
        keys.to("联系电话").type("0570-5550000").to("资金数额").type("500000");
        keys.to("拟设场所地址").type("青岚县文昌街道春山路 12 号").to("营业面积").type("150");
        keys.to("计算机台数").type("60").to("到最近中学、小学的距离").type("320");
        keys.to("我声明所填内容和材料真实").tick();
        keys.to("收件并出具凭证").enter();
    }
}
