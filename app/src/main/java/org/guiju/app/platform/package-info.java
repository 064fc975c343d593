/// What every capability stands on and what knows no capability: pages, languages, accounts, time, the database.
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.guiju.app.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
