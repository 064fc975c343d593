package org.guiju.app.platform.i18n;

import org.jspecify.annotations.Nullable;

/// 显示文本: domain text as a page shows it.
///
/// @param lang the `lang` attribute the text needs because it differs from its page's, or null
public record Words(String text, @Nullable String lang) {}
