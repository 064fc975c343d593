package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// 收件动作: who brings an application, which originals were seen, and what is not asked for again.
public sealed interface IntakeCommand extends CaseCommand.Elsewhere {

    /// 递交: an application with how it came in, the originals that were shown, and what the office fetched itself.
    record Handed(
            CaseCommand.SubmitApplication application,
            Bringing bringing,
            List<Original.Shown> originals,
            List<IssuedResult> fetched)
            implements CaseCommand.Opening {
        public Handed {
            originals = List.copyOf(originals);
            fetched = List.copyOf(fetched);
        }

        @Override
        public String no() {
            return application.no();
        }

        @Override
        public String power() {
            return application.power();
        }

        @Override
        public String situation() {
            return application.situation();
        }

        @Override
        public String channel() {
            return application.channel();
        }

        @Override
        public Applicant applicant() {
            return application.applicant();
        }

        @Override
        public Map<String, String> answers() {
            return application.answers();
        }

        @Override
        public List<Filing> filings() {
            return application.filings();
        }

        @Override
        public LocalDate receivedOn() {
            return application.receivedOn();
        }

        @Override
        public String lateReason() {
            return application.lateReason();
        }
    }

    /// 委托代理人: names an agent in a case that runs; he takes the place of one who was named before.
    record NameAgent(Mandate mandate) implements IntakeCommand {}

    /// 解除委托: the applicant takes the mandate back, or the agent gives it up.
    record EndMandate(String reason) implements IntakeCommand {}

    /// 代理人办理: an act that the agent does for the applicant, at the window.
    record ByAgent(CaseCommand act) implements IntakeCommand {}

    /// 核验原件.
    record SeeOriginal(String material, Original.Handling handling) implements IntakeCommand {}

    /// 退还原件.
    /// @param to who took it back
    record ReturnOriginal(String material, String to) implements IntakeCommand {}

    /// 口头申请笔录宣读并签名.
    /// @param witness 见证人, where the applicant cannot write and put his thumbprint to it; empty where he signed
    record ReadBack(String witness) implements IntakeCommand {}
}
