package org.guiju.app.platform.web;

import org.guiju.kernel.shared.Text;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// 站点信息: what the county says about itself at the head and foot of each page (`guiju.site.*`).
///
/// @param name 网站名称, @param motto 宣传语, @param host 主办单位, @param undertaker 承办单位
/// @param hotline the telephone that error pages give
/// @param identification 网站标识码, @param icp ICP 备案号; both are required of government sites
/// @param demo 演示模式: every page says that people and organs are made up
@ConfigurationProperties("guiju.site")
public record SiteProperties(
        Text name,
        Text motto,
        Text deskName,
        Text host,
        Text undertaker,
        String hotline,
        String identification,
        Text icp,
        boolean demo) {}
