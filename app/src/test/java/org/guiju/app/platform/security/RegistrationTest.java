package org.guiju.app.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.platform.web.Browser;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DuplicateKeyException;

/// Getting an account.
class RegistrationTest extends AtTheDoor {
    @Test
    void aCitizenRegistersAndSignsIn() throws Exception {
        var name = "new-" + UUID.randomUUID();
        var form = registration(name, "river stones 42", "张三", "１３８ ００００－０００１");
        var done = register(form);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        assertThat(browser.get("/login").body()).contains("注册成功，请登录").contains("role=\"status\"");
        assertThat(signIn(name, "river stones 42").statusCode()).isEqualTo(302);
        var row =
                jdbc.sql(
                                "select kind, phone, assurance, person_id, password_hash from account where username = :name")
                        .param("name", name)
                        .query()
                        .singleRow();
        assertThat(row)
                .containsEntry("kind", "citizen")
                .containsEntry("phone", "13800000001")
                .containsEntry("assurance", (Object) 1);
        assertThat((String) row.get("password_hash")).startsWith("$2").doesNotContain("river");
        assertThat((String) row.get("person_id")).startsWith("c-");
    }

    @ParameterizedTest
    @CsvSource({
        "username, ab, 请填写 3 至 64 个字母",
        "username, a b c d, 请填写 3 至 64 个字母",
        "username, '<script>', 请填写 3 至 64 个字母",
        "password, 123456789, 密码至少要有 10 个字符",
        "password, 1234567890, 密码太简单",
        "password, aaaaaaaaaaaa, 密码太简单",
        "password, 一二三四五六七八九十一二三四五六七八九十一二三四五, 密码太长",
        "name, '', 请填写姓名",
        "phone, 12345, 请填写 11 位手机号"
    })
    void whatDoesNotFitIsSaidAboveItsFieldAndTheRestIsKept(
            String field, String value, String sentence) throws Exception {
        var form = registration("fine-name", "river stones 42", "张三", "13800000001");
        form.put(field, value);
        var page = register(form);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("<title>错误：注册")
                .contains("href=\"#" + field + "\"")
                .contains("id=\"" + field + "-error\"")
                .contains(sentence)
                .doesNotContain("river stones 42")
                .doesNotContain("<script>");
        if (!field.equals("phone")) {
            assertThat(page.body()).contains("value=\"13800000001\"");
        }
        assertThat(accounts.isTaken("fine-name")).isFalse();
    }

    @Test
    void aNameThatIsTakenIsSaidToBe() throws Exception {
        assertThat(register(registration(officer, "river stones 42", "张三", "13800000001")).body())
                .contains("已经有人使用");
        assertThatThrownBy(
                        () -> accounts.addOfficer(officer, PASSWORD, new PersonId("p-other"), "x"))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void nobodyRegistersWithoutEnd() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(register(registration("ab", "", "", "")).statusCode()).isEqualTo(400);
        }
        assertThat(register(registration("ab", "", "", "")).statusCode()).isEqualTo(429);
    }

    private HttpResponse<String> register(Map<String, String> form)
            throws IOException, InterruptedException {
        form.put("_csrf", Browser.token(browser.get("/register")));
        return browser.post("/register", form);
    }

    private static Map<String, String> registration(
            String username, String password, String name, String phone) {
        return new LinkedHashMap<>(
                Map.of("username", username, "password", password, "name", name, "phone", phone));
    }
}
