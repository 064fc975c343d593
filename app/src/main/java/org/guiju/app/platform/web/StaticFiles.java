package org.guiju.app.platform.web;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/// 静态文件: stylesheets, scripts and pictures, named by their content and kept for a year. Nothing else can be a file: with a pattern of
/// everything, each link of each page was looked for in every library, a quarter of the server's time.
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {
    private static final List<String> FOLDERS = List.of("css", "js", "img");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (var folder : FOLDERS) {
            registry.addResourceHandler("/" + folder + "/**")
                    // Beside our own: the scripts that verify a receipt, which the formats carry
                    // into receipts, too.
                    .addResourceLocations(
                            "classpath:/static/" + folder + "/",
                            "classpath:/META-INF/resources/" + folder + "/")
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
    }
}
