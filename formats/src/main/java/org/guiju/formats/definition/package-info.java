/// 制度文本: one YAML text per power, read into typed values with every fault named by line, in both languages.
@NullMarked
package org.guiju.formats.definition;

import org.jspecify.annotations.NullMarked;
