package org.guiju.kernel.powers;

import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;

/// 岗位与机关的名称: a definition names roles and organs by id; what people call them is for the dated allocation to say.
public interface ChartNames {

    /// Common words for the usual roles; any other role, and every organ, appears under its id.
    ChartNames PLAIN =
            new ChartNames() {
                @Override
                public Text role(String role) {
                    return ChartWords.role(role);
                }

                @Override
                public Text organ(OrganId organ) {
                    return Text.zh(organ.value());
                }
            };

    /// @param role as the definition writes it; never blank
    Text role(String role);

    Text organ(OrganId organ);
}
