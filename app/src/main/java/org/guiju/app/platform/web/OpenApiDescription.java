package org.guiju.app.platform.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.guiju.app.platform.security.CurrentUser;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// 接口说明: what `GET /api/openapi.json` says of itself.
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {
    static {
        // Who is signed in comes from the session or the Authorization header, never from a
        // parameter.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class);
    }

    @Bean
    OpenAPI guijuApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Guiju 规矩")
                                .version("v1")
                                .description(
                                        "公权力依规运行的接口：读取案件、提交申请、办理动作。与页面同一扇门。"
                                                + " Cases read, applications handed in and acts done, through the same door as the pages.")
                                .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/")));
    }
}
