package org.guiju.app.cases;

import java.util.List;
import java.util.Map;

/// By whose hands a case is carried: a program's through the API, or people's at their pages. Fields have the same names in both.
public interface Hands {
    /// What came of an act.
    ///
    /// @param done whether it was carried out
    /// @param events what happened, where the way of acting tells
    /// @param said what was answered otherwise
    record Answer(boolean done, List<String> events, String said) {}

    /// Hands in an application, or enters a matter of the office's own; answers the number of the case.
    ///
    /// @param applied whether somebody applied
    String begin(String user, boolean applied, Map<String, ?> body);

    /// @param no number of the case
    /// @param act as it stands in addresses
    Answer act(String user, String no, String act, Map<String, ?> body);
}
