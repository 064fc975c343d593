package org.guiju.kernel.lists;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guiju.kernel.shared.Text;

/// 三清单: the kinds of list that every county has (A67). Their columns are those that the seed documents demand: A5 of the power list, A63 and A64 of the responsibility list, A66 of the negative list.
public final class ListKinds {
    /// 权力清单.
    public static final ListKind POWER =
            new ListKind(
                    "power",
                    new Text("权力清单", "Power list"),
                    List.of(
                            must("name", "职权名称", "Name of the power"),
                            must("kind", "职权类型", "Type"),
                            must("subject", "行使主体", "Exercised by"),
                            must("basis", "实施依据", "Legal basis"),
                            must("supervision", "监督方式", "Manner of supervision"),
                            may("level", "行使层级", "Level"),
                            may("nature", "职权性质", "Nature"),
                            may("scope", "职权范围", "Scope"),
                            may("field", "管理领域", "Field"),
                            may("code", "职权编码", "Code"),
                            may("status", "状态", "Status")));

    /// 责任清单.
    public static final ListKind RESPONSIBILITY =
            new ListKind(
                    "responsibility",
                    new Text("责任清单", "Responsibility list"),
                    List.of(
                            must("item", "对应职权", "Power it belongs to"),
                            must("matter", "责任事项", "Responsibility"),
                            must("subject", "责任主体", "Responsible"),
                            must("when", "追责情形", "Circumstances of accountability"),
                            must("basis", "追责依据", "Basis of accountability"),
                            must("form", "追责形式", "Form of accountability")));

    /// 负面清单.
    public static final ListKind NEGATIVE =
            new ListKind(
                    "negative",
                    new Text("负面清单", "Negative list"),
                    List.of(
                            must("act", "禁止行为", "Prohibited act"),
                            must("basis", "禁止依据", "Basis of the prohibition"),
                            must("consequence", "后果", "Consequence"),
                            must("who", "适用对象", "Who must not")));

    private ListKinds() {}

    public static List<ListKind> builtIn() {
        return List.of(POWER, RESPONSIBILITY, NEGATIVE);
    }

    public static Optional<ListKind> builtIn(String code) {
        return builtIn().stream().filter(k -> k.code().equals(code)).findFirst();
    }

    /// Whether versions of the kind come from a campaign of clearing or an adjustment alone, and never from a draft of the unit.
    public static boolean byCampaign(String code) {
        return Stream.of(POWER, RESPONSIBILITY).anyMatch(k -> k.code().equals(code));
    }

    private static ListColumn must(String code, String zh, String en) {
        return new ListColumn(code, new Text(zh, en), true);
    }

    private static ListColumn may(String code, String zh, String en) {
        return new ListColumn(code, new Text(zh, en), false);
    }
}
