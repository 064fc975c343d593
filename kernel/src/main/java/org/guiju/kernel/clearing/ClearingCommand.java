package org.guiju.kernel.clearing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.clearing.ClearingEvent.CampaignKind;
import org.guiju.kernel.shared.PersonId;

/// 清理事务: what somebody asks for in one unit's clearing.
public sealed interface ClearingCommand {
    /// 开展清理: by the staffing office or the leading group's office.
    record Open(String campaign, String title, CampaignKind kind, boolean excludeInternal)
            implements ClearingCommand {}

    /// 登记事项, new or changed; several at once when they are taken over or come from a table.
    record EnterItems(List<Item> items) implements ClearingCommand {
        public EnterItems {
            items = List.copyOf(items);
        }
    }

    /// 批量填写: the same words into the same fields of many items.
    record FillItems(List<String> items, Map<ItemField, String> cells, boolean onlyBlank)
            implements ClearingCommand {
        public FillItems {
            items = List.copyOf(items);
            var inOrder = new EnumMap<ItemField, String>(ItemField.class);
            inOrder.putAll(cells);
            cells = Collections.unmodifiableMap(inOrder);
        }
    }

    /// 撤下 what was entered by mistake or twice.
    record WithdrawItems(List<String> items, String reason) implements ClearingCommand {
        public WithdrawItems {
            items = List.copyOf(items);
        }
    }

    /// 声明本类为零 (A17).
    ///
    /// @param category of the ten
    record DeclareNone(String category, String reason) implements ClearingCommand {}

    /// 登记岗位职责 of a post that holds no power (A1, A65).
    record DeclareDuty(String post, String duty) implements ClearingCommand {}

    /// 组成清理小组 (A87).
    record NameTeam(List<PersonId> members) implements ClearingCommand {
        public NameTeam {
            members = List.copyOf(members);
        }
    }

    /// 内部管理权力列入或者不列入公开清单 (A11, X8).
    record RuleOnInternal(boolean exclude, String reason) implements ClearingCommand {}

    /// 提出处置意见.
    record Dispose(List<String> items, Disposal disposal) implements ClearingCommand {
        public Dispose {
            items = List.copyOf(items);
        }
    }

    /// 登记责任.
    record StateResponsibility(List<String> items, Responsibility responsibility)
            implements ClearingCommand {
        public StateResponsibility {
            items = List.copyOf(items);
        }
    }

    /// 登记会议.
    record RecordMeeting(Meeting meeting) implements ClearingCommand {}

    /// 清理完毕, 形成自查报告.
    record CloseInventory() implements ClearingCommand {}

    /// 主要负责人签字.
    record SignReport() implements ClearingCommand {}

    /// 报送.
    record Submit() implements ClearingCommand {}

    /// 退回重新清理.
    record SendBack(String reason) implements ClearingCommand {}

    /// 审查论证.
    record GiveOpinion(List<String> items, Aspect aspect, boolean favourable, String text)
            implements ClearingCommand {
        public GiveOpinion {
            items = List.copyOf(items);
        }
    }

    /// 登记评议.
    record RecordAppraisal(List<String> items, Appraisal appraisal) implements ClearingCommand {
        public RecordAppraisal {
            items = List.copyOf(items);
        }
    }

    /// 需要专家论证 (A42).
    record AskExpert(List<String> items, String reason) implements ClearingCommand {
        public AskExpert {
            items = List.copyOf(items);
        }
    }

    /// 专家意见.
    record RecordExpert(List<String> items, String experts, String text)
            implements ClearingCommand {
        public RecordExpert {
            items = List.copyOf(items);
        }
    }

    /// 审核确认 (A43).
    record Confirm(List<String> items) implements ClearingCommand {
        public Confirm {
            items = List.copyOf(items);
        }
    }

    /// 反馈意见.
    record MakeRemark(String item, String text) implements ClearingCommand {}

    /// 核实并答复 (A44).
    record AnswerRemark(int no, String text) implements ClearingCommand {}

    /// 提请审定.
    record SubmitFinal() implements ClearingCommand {}

    /// 审定 (A45).
    record Approve(Resolution resolution) implements ClearingCommand {}

    /// 公布.
    record Publish(LocalDate on) implements ClearingCommand {}
}
