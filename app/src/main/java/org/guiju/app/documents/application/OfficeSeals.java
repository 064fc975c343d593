package org.guiju.app.documents.application;

import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// 专用印章: whose papers can be sealed, by the settings `guiju.documents.seals.*` as they stand when they are asked; an organ whose entry is missing or empty
/// seals nothing.
@Component
public class OfficeSeals {
    private final Environment settings;

    OfficeSeals(Environment settings) {
        this.settings = settings;
    }

    /// The name on the organ's seal.
    public Optional<String> of(String organ) {
        return Optional.ofNullable(settings.getProperty("guiju.documents.seals." + organ))
                .filter(name -> !name.isBlank());
    }
}
