package org.guiju.kernel.lists;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.shared.Text;

/// 清单种类: which columns a list has. The three of the county are [ListKinds]; an administrator adds others (A67).
///
/// @param code stable, in addresses and exports
public record ListKind(String code, Text name, List<ListColumn> columns) {
    public ListKind {
        columns = List.copyOf(columns);
        if (!ListColumn.isCode(code) || columns.isEmpty()) {
            throw new IllegalArgumentException("a kind of list has a code and columns: " + code);
        }
        var codes = new HashSet<String>();
        if (!columns.stream().map(ListColumn::code).allMatch(codes::add)) {
            throw new IllegalArgumentException("two columns of one code in " + code);
        }
    }

    public Optional<ListColumn> column(String column) {
        return columns.stream().filter(c -> c.code().equals(column)).findFirst();
    }

    /// 分类栏目: the column by which the rows are counted, the first that holds one of some words; empty where there is none.
    public Optional<ListColumn> category() {
        return columns.stream()
                .filter(c -> !c.choices().isEmpty() || c.code().equals("kind"))
                .findFirst();
    }
}
