package org.guiju.kernel.clearing;

import org.guiju.kernel.shared.Text;

/// 分类词: one value of a taxonomy.
public record Term(String code, Text name) {}
