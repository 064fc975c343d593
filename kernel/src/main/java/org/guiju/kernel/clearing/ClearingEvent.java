package org.guiju.kernel.clearing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.guiju.kernel.shared.PersonId;

/// 清理事实: what has come true in one unit's clearing.
public sealed interface ClearingEvent {

    /// 清理类别: the same engine and the same gates; an adjustment has few items.
    enum CampaignKind {
        /// 全面清理.
        FULL,
        /// 动态调整.
        DYNAMIC;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Opened(String campaign, String title, CampaignKind kind, boolean excludeInternal)
            implements ClearingEvent {}

    record ItemsEntered(List<Item> items) implements ClearingEvent {
        public ItemsEntered {
            items = List.copyOf(items);
        }
    }

    record ItemsWithdrawn(List<String> items, String reason) implements ClearingEvent {
        public ItemsWithdrawn {
            items = List.copyOf(items);
        }
    }

    record NoneDeclared(String category, String reason) implements ClearingEvent {}

    record DutyDeclared(String post, String duty) implements ClearingEvent {}

    record TeamNamed(List<PersonId> members) implements ClearingEvent {
        public TeamNamed {
            members = List.copyOf(members);
        }
    }

    record InternalRuled(boolean exclude, String reason) implements ClearingEvent {}

    record ItemsDisposed(List<String> items, Disposal disposal) implements ClearingEvent {
        public ItemsDisposed {
            items = List.copyOf(items);
        }
    }

    record ResponsibilityStated(List<String> items, Responsibility responsibility)
            implements ClearingEvent {
        public ResponsibilityStated {
            items = List.copyOf(items);
        }
    }

    record MeetingRecorded(Meeting meeting) implements ClearingEvent {}

    record InventoryClosed(int items) implements ClearingEvent {}

    record ReportSigned(PersonId by) implements ClearingEvent {}

    record Submitted() implements ClearingEvent {}

    record SentBack(String reason) implements ClearingEvent {}

    record OpinionGiven(List<String> items, Opinion opinion) implements ClearingEvent {
        public OpinionGiven {
            items = List.copyOf(items);
        }
    }

    record AppraisalRecorded(List<String> items, Appraisal appraisal) implements ClearingEvent {
        public AppraisalRecorded {
            items = List.copyOf(items);
        }
    }

    record ExpertAsked(List<String> items, String reason) implements ClearingEvent {
        public ExpertAsked {
            items = List.copyOf(items);
        }
    }

    record ExpertHeard(List<String> items, String experts, String text) implements ClearingEvent {
        public ExpertHeard {
            items = List.copyOf(items);
        }
    }

    record ItemsConfirmed(List<String> items) implements ClearingEvent {
        public ItemsConfirmed {
            items = List.copyOf(items);
        }
    }

    record Remarked(Remark remark) implements ClearingEvent {}

    record RemarkAnswered(int no, String text) implements ClearingEvent {}

    record FinalSubmitted() implements ClearingEvent {}

    record Approved(Resolution resolution) implements ClearingEvent {}

    record Published(LocalDate on) implements ClearingEvent {}
}
