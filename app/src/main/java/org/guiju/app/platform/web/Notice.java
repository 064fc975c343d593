package org.guiju.app.platform.web;

import java.util.List;

/// 操作结果: the sentence at the top of the page that follows an act. Put it into the flash attributes as `notice` and show
/// it with `layout/parts :: notice(${notice})`.
///
/// @param kind class of the banner: `done`, `warn` or `info`
public record Notice(String kind, String key, List<Object> arguments) {

    public static Notice done(String key, Object... arguments) {
        return new Notice("done", key, List.of(arguments));
    }

    public static Notice warn(String key, Object... arguments) {
        return new Notice("warn", key, List.of(arguments));
    }
}
