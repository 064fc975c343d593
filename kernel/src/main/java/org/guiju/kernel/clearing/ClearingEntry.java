package org.guiju.kernel.clearing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 登记册的一项: an item with what has become of it so far.
///
/// @param opinions the last one under each aspect
/// @param expertAsked why an expert is needed; blank when none is
/// @param expert what the experts said; blank until then
public record ClearingEntry(
        Item item,
        @Nullable Disposal disposal,
        @Nullable Responsibility responsibility,
        Map<Aspect, Opinion> opinions,
        List<Appraisal> appraisals,
        String expertAsked,
        String expert,
        boolean confirmed) {
    public ClearingEntry {
        opinions = Map.copyOf(opinions);
        appraisals = List.copyOf(appraisals);
    }

    static ClearingEntry of(Item item) {
        return new ClearingEntry(item, null, null, Map.of(), List.of(), "", "", false);
    }

    public String id() {
        return item.id();
    }

    public boolean disposed() {
        return disposal != null;
    }

    /// Whether the power stays on the unit's own list.
    public boolean kept() {
        return disposal != null && disposal.what().kept();
    }

    /// 已审查: all three opinions are in (A40).
    public boolean reviewed() {
        return opinions.size() == Aspect.values().length;
    }

    /// 评议不完整 (A41): one of the two groups has not been asked.
    public boolean consultationIncomplete() {
        for (var group : Appraisal.Group.values()) {
            if (appraisals.stream().noneMatch(a -> a.group() == group)) {
                return true;
            }
        }
        return false;
    }

    /// Changed words are examined anew.
    ClearingEntry rewritten(Item as) {
        return new ClearingEntry(
                as, disposal, responsibility, Map.of(), appraisals, expertAsked, expert, false);
    }

    ClearingEntry disposed(Disposal as) {
        return new ClearingEntry(
                item, as, responsibility, opinions, appraisals, expertAsked, expert, false);
    }

    ClearingEntry responsible(Responsibility as) {
        return new ClearingEntry(
                item, disposal, as, opinions, appraisals, expertAsked, expert, confirmed);
    }

    ClearingEntry examined(Opinion opinion) {
        var more = new EnumMap<Aspect, Opinion>(Aspect.class);
        more.putAll(opinions);
        more.put(opinion.aspect(), opinion);
        return new ClearingEntry(
                item, disposal, responsibility, more, appraisals, expertAsked, expert, confirmed);
    }

    ClearingEntry appraised(Appraisal appraisal) {
        var more = new ArrayList<>(appraisals);
        more.add(appraisal);
        return new ClearingEntry(
                item, disposal, responsibility, opinions, more, expertAsked, expert, confirmed);
    }

    ClearingEntry argued(String asked, String said) {
        return new ClearingEntry(
                item, disposal, responsibility, opinions, appraisals, asked, said, confirmed);
    }

    ClearingEntry confirmedNow() {
        return new ClearingEntry(
                item, disposal, responsibility, opinions, appraisals, expertAsked, expert, true);
    }
}
