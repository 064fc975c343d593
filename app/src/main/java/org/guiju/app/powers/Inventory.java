package org.guiju.app.powers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.inventory.RowCode;

/// 事项库存查询: items of existing lists; public and searchable, not in force, not startable.
public interface Inventory {

    /// 库存事项.
    ///
    /// @param flags what is to be said about it, worst first
    /// @param needsCorrection 待更正: shown to the public
    record Item(
            String code,
            String codeAsWritten,
            String basicCode,
            String name,
            String mainItem,
            PowerKind kind,
            String department,
            String bodyCode,
            boolean needsCorrection,
            List<RowCode> flags,
            LocalDate importedOn) {
        public Item {
            flags = List.copyOf(flags);
        }
    }

    /// @param text part of the name, or the beginning of the code; blank for any
    /// @param department exact; blank for any
    /// @param kind code of the kind; blank for any
    /// @param correction only those that need one
    record Filter(String text, String department, String kind, boolean correction) {
        public static final Filter ALL = new Filter("", "", "", false);
    }

    /// A page of the items in a fixed order (department, name, code), and how many there are in all.
    record Found(List<Item> items, long total) {
        public Found {
            items = List.copyOf(items);
        }
    }

    /// 部门与数量.
    record Count(String of, long items) {}

    Found find(Filter filter, int limit, long offset);

    Optional<Item> item(String code);

    List<Count> departments();

    /// By code of the kind.
    List<Count> kinds();
}
