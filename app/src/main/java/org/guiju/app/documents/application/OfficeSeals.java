package org.guiju.app.documents.application;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// 专用印章: whose papers can be sealed, by the settings; one that is withdrawn seals nothing until it is given back.
@Component
public class OfficeSeals {
    private final Map<String, String> names;

    OfficeSeals(PaperSettings settings) {
        this.names = new ConcurrentHashMap<>(settings.seals());
    }

    /// 停用: ends when it is closed.
    public interface Withdrawn extends AutoCloseable {
        @Override
        void close();
    }

    /// The name on the organ's seal.
    public Optional<String> of(String organ) {
        return Optional.ofNullable(names.get(organ));
    }

    /// The organ's seal is out of use: lost, being recut.
    public Withdrawn without(String organ) {
        var name = names.remove(organ);
        return () -> {
            if (name != null) {
                names.put(organ, name);
            }
        };
    }
}
