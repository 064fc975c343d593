package org.guiju.app.supervision;

import java.util.List;

/// 督办提示: what other capabilities have to tell a supervisor above his board, in red, until it is done.
public interface Reminders {

    /// 一条提示.
    ///
    /// @param message key of the sentence
    /// @param href where it is dealt with
    record Reminder(String message, List<Object> arguments, String href) {
        public Reminder {
            arguments = List.copyOf(arguments);
        }
    }

    List<Reminder> now();
}
