package org.guiju.app.documents.application;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// 文书设置 (`guiju.documents.*`); the seals are [OfficeSeals]' to read.
///
/// @param address where the public reaches this server, for the code on a paper
/// @param marks 机关代字 by organ id; an organ without one is named in full
@ConfigurationProperties("guiju.documents")
record PaperSettings(
        @DefaultValue("http://localhost:8080") String address,
        @DefaultValue Map<String, String> marks) {
    PaperSettings {
        marks = Map.copyOf(marks);
    }
}
