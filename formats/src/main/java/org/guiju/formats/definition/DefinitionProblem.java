package org.guiju.formats.definition;

import org.guiju.kernel.shared.Text;

/// 文本问题: one fault of a definition text, with its place and the way to mend it.
///
/// @param code stable name of the fault, for example `UNKNOWN_KEY` or `PARTS_AND_WHOLE`
/// @param line line in the text, from 1
/// @param column column in the line, from 1
/// @param path where in the text, ids in brackets: `situations[preparation].steps[decide].bound-to`
/// @param message what is wrong
/// @param remedy what to do
public record DefinitionProblem(
        String code, int line, int column, String path, Text message, Text remedy) {

    /// One line for a terminal: `text.yaml:12:5 CODE message remedy`.
    public String print(String fileName, boolean chinese) {
        var says = chinese ? message.zh() : message.en();
        var helps = chinese ? remedy.zh() : remedy.en();
        return fileName + ":" + line + ":" + column + " " + code + " " + says + " " + helps;
    }
}
