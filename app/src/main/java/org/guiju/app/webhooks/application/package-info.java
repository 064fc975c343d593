/// 订阅的办理与投递: registers receivers, follows the ledger, sends and sends again.
@NullMarked
package org.guiju.app.webhooks.application;

import org.jspecify.annotations.NullMarked;
