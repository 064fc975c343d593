package org.guiju.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// 规矩服务: the server of one county unit.
@SpringBootApplication
public class GuijuApplication {

    public static void main(String[] args) {
        SpringApplication.run(GuijuApplication.class, args);
    }
}
