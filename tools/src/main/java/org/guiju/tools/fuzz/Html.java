package org.guiju.tools.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// 网页: the links and the forms of a page, read as roughly as is needed to find where something can be sent.
final class Html {
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\shref=\"(/[^\"#]*)");
    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern CONTROL =
            Pattern.compile("(?s)<(input|select|textarea|button)\\b([^>]*)>");
    private static final Pattern OPTION =
            Pattern.compile("(?s)^.*?<option\\b[^>]*?value=\"([^\"]+)\"");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:-]+)\\s*=\\s*\"([^\"]*)\"");

    private Html() {}

    static List<String> links(String page) {
        return LINK.matcher(page).results().map(m -> plain(m.group(1))).distinct().toList();
    }

    /// @param address of the page, for forms that name no other
    static List<Target> forms(String page, String address, String person) {
        var all = new ArrayList<Target>();
        FORM.matcher(page)
                .results()
                .forEach(m -> all.add(form(m.group(1), m.group(2), address, person)));
        return all;
    }

    private static Target form(String tag, String inside, String address, String person) {
        var says = attributes(tag);
        boolean post = "post".equalsIgnoreCase(says.getOrDefault("method", "get"));
        var action = says.getOrDefault("action", address);
        var fields = new LinkedHashMap<String, String>();
        var files = new ArrayList<String>();
        CONTROL.matcher(inside)
                .results()
                .forEach(m -> {
                    var control = attributes(m.group(2));
                    var name = control.getOrDefault("name", "");
                    if (name.isEmpty() || name.equals("_csrf")) {
                        return;
                    }
                    if ("file".equals(control.getOrDefault("type", ""))) {
                        files.add(name);
                    } else {
                        var first = OPTION.matcher(inside.substring(m.end()));
                        var value = control.getOrDefault("value", "");
                        boolean list = m.group(1).equals("select") && first.find();
                        fields.putIfAbsent(name, list ? plain(first.group(1)) : value);
                    }
                });
        if (!post) {
            return sent("GET", action, fields, "", Map.of(), files, person);
        }
        boolean plain = files.isEmpty() && !says.containsKey("enctype");
        return sent(
                "POST",
                action,
                Map.of(),
                plain ? Target.FORM : Target.MULTIPART,
                fields,
                files,
                person);
    }

    private static Target sent(
            String method,
            String action,
            Map<String, String> inAddress,
            String type,
            Map<String, String> fields,
            List<String> files,
            String person) {
        var parts = action.split("\\?", 2);
        var query = new LinkedHashMap<String, String>();
        if (parts.length > 1) {
            for (var pair : parts[1].split("&")) {
                var words = pair.split("=", 2);
                query.put(words[0], words.length > 1 ? words[1] : "");
            }
        }
        query.putAll(inAddress);
        return new Target(method, parts[0], query, type, fields, files, "", List.of(person));
    }

    private static Map<String, String> attributes(String tag) {
        var all = new LinkedHashMap<String, String>();
        ATTRIBUTE.matcher(tag).results().forEach(m -> all.put(m.group(1), plain(m.group(2))));
        return all;
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
