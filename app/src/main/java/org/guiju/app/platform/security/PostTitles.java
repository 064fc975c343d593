package org.guiju.app.platform.security;

import java.util.List;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;

/// 职务名称: asked for the head of the desk; answered by the allocation of posts. Shown, never used to decide.
public interface PostTitles {

    /// The posts a person holds today, for example `行政审批科 A 角`; empty when there are none.
    List<Text> of(PersonId person);
}
