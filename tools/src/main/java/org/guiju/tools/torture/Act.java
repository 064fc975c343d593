package org.guiju.tools.torture;

import java.util.List;
import java.util.UUID;

/// 动作: one command as it is sent, under its own id.
///
/// @param path below the server's address
record Act(UUID id, String user, String path, String body) {
    /// For a finding: without the body.
    String words() {
        return path + " as " + user + " under " + id;
    }

    /// 答复: what the server confirmed; the kinds of the events that became fact, or the number for a new case.
    record Answer(int status, String no, List<String> events) {}
}
