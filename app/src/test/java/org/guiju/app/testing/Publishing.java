package org.guiju.app.testing;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

/// How a text of the culture bureau comes into the catalogue: the clerk submits it, another officer confirms it (A56).
public final class Publishing {
    public static final String CLERK = "zhengwenbo";
    public static final String CONFIRMER = "hejingyi";
    private static final String FORM = "/catalog/powers/new";
    private static final Pattern CODE = Pattern.compile("(?m)^power: (\\S+)$");
    private static final Pattern VERSION = Pattern.compile("(?m)^version: (\\d+)$");
    private static final Pattern DIGEST = Pattern.compile("name=\"digest\" value=\"([^\"]+)\"");

    private Publishing() {}

    /// Submits and confirms; fails where either page refuses.
    public static void publish(int port, String text) throws IOException, InterruptedException {
        publish(port, text, CLERK, CONFIRMER);
    }

    /// As these two of the power's own organ.
    public static void publish(int port, String text, String clerk, String confirmer)
            throws IOException, InterruptedException {
        var submitted =
                Clerk.signedIn(port, clerk)
                        .multipart(FORM, "/catalog/powers/submit", Map.of("text", text));
        done(submitted.statusCode(), submitted.body());
        confirm(port, text, confirmer);
    }

    /// The second person looks at the text that waits and confirms it.
    public static void confirm(int port, String text) throws IOException, InterruptedException {
        confirm(port, text, CONFIRMER);
    }

    private static void confirm(int port, String text, String by)
            throws IOException, InterruptedException {
        var draft = "/catalog/powers/drafts/" + one(CODE, text) + "/" + one(VERSION, text);
        var confirmer = Clerk.signedIn(port, by);
        var page = confirmer.get(draft);
        if (page.statusCode() == 404) {
            // This very text is published already: a test before this one did it.
            return;
        }
        var digest = one(DIGEST, page.body());
        var confirmed = confirmer.post(draft, draft + "/confirm", Map.of("digest", digest));
        done(confirmed.statusCode(), confirmed.body());
    }

    private static void done(int status, String page) {
        if (status != 302) {
            throw new AssertionError(status + "\n" + page);
        }
    }

    private static String one(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in:\n" + text);
        }
        return matcher.group(1);
    }
}
