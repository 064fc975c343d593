package org.guiju.tools.ledger;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.guiju.tools.Guiju;

/// One run of a command.
record Ran(int status, String out, String err) {
    static Ran of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status =
                Guiju.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments);
        return new Ran(status, out.toString(), err.toString());
    }
}
