package org.guiju.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/// 规矩服务: the server of one county unit.
@SpringBootApplication
@EnableScheduling
public class GuijuApplication {

    public static void main(String[] args) {
        SpringApplication.run(GuijuApplication.class, args);
    }
}
