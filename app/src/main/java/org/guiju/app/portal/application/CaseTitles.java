package org.guiju.app.portal.application;

import org.guiju.app.cases.CaseRow;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.shared.Text;
import org.springframework.stereotype.Component;

/// 事项名称与情形: what a row's matter is called in the version by which it runs.
@Component
class CaseTitles {
    private final Catalogue catalogue;
    private final PortalWords words;

    CaseTitles(Catalogue catalogue, PortalWords words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    /// 名称与情形.
    record Title(Text name, Text situation) {}

    /// @return the codes themselves where the text is not at hand
    Title of(CaseRow row) {
        var definition = catalogue.version(row.power(), row.version());
        return new Title(
                definition.map(words::name).orElseGet(() -> Text.zh(row.power())),
                definition
                        .flatMap(d -> d.situation(row.situation()))
                        .map(s -> s.name())
                        .orElseGet(() -> Text.zh(row.situation())));
    }
}
