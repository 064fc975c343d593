package org.guiju.app.backup.application;

import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/// 静止: while a restore is checked nothing happens by itself. A checkpoint signed now could reach a witness, and what was put
/// back may still be thrown away.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("guiju.restore")
class Stillness {
    private static final String SCHEDULED =
            TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME;

    @Bean
    static BeanDefinitionRegistryPostProcessor nothingIsScheduled() {
        return registry -> {
            if (registry.containsBeanDefinition(SCHEDULED)) {
                registry.removeBeanDefinition(SCHEDULED);
            }
        };
    }
}
