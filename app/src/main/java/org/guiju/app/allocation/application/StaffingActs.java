package org.guiju.app.allocation.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.allocation.AllocationMethod;
import org.guiju.kernel.allocation.StaffingCommand;
import org.guiju.kernel.allocation.Tenure;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.shared.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// 配权动作: one door for pages and interface; the same command asked again does nothing twice.
@Service
public class StaffingActs {
    private final StaffingDesk desk;
    private final Appointments appointments;
    private final Allocation allocation;
    private final CommandGate gate;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;

    StaffingActs(
            StaffingDesk desk,
            Appointments appointments,
            Allocation allocation,
            CommandGate gate,
            OfficialClock clock,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.appointments = appointments;
        this.allocation = allocation;
        this.gate = gate;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Does what the fields say.
    ///
    /// @param act one of {@link StaffingInput#ACTS}, or `transfer` from one post of the organ to another
    /// @return why not; empty when it is done
    /// @throws StaffingInput.Unreadable naming the field
    public List<Refusal> act(
            PersonId by, OrganId organ, String act, Map<String, String> fields, UUID command) {
        var commands = commands(organ, act, fields);
        var stamp = Stamp.own(clock.now(), by.value(), command);
        var refusals = new ArrayList<Refusal>();
        var body = (organ + act + new TreeMap<>(fields)).getBytes(StandardCharsets.UTF_8);
        var answer =
                gate.once(
                        command,
                        by.value(),
                        body,
                        () -> {
                            takeOn(organ, commands, fields, stamp);
                            refusals.addAll(desk.act(organ, commands, stamp));
                            return refusals.isEmpty() ? "done" : "refused";
                        });
        // What was refused may be asked again: only what was done is answered from the gate.
        return answer.again() && answer.text().equals("refused")
                ? desk.act(organ, commands, stamp)
                : List.copyOf(refusals);
    }

    private List<StaffingCommand> commands(OrganId organ, String act, Map<String, String> fields) {
        var today = clock.today();
        if (!act.equals("transfer")) {
            var command = StaffingInput.read(act, organ, fields, today);
            known(organ, command, fields);
            return List.of(command);
        }
        var leaving = new TreeMap<>(fields);
        leaving.put("post", fields.getOrDefault("fromPost", ""));
        leaving.putIfAbsent("reason", "transfer");
        var taking = new TreeMap<>(fields);
        taking.put("manner", "transferred");
        var leave = StaffingInput.read("leave", organ, leaving, today);
        var fill = StaffingInput.read("fill", organ, taking, today);
        known(organ, fill, fields);
        return List.of(leave, fill);
    }

    /// Everybody named is somebody here, unless the form brings his name along.
    private void known(OrganId organ, StaffingCommand command, Map<String, String> fields) {
        switch (command) {
            case StaffingCommand.Fill(var tenure, var _) -> {
                if (fields.getOrDefault("personName", "").isBlank()) {
                    known("person", tenure.person());
                }
            }
            case StaffingCommand.TakeCharge(var portfolio, var _) ->
                    known("leader", portfolio.leader());
            case StaffingCommand.DelegateSigning(var delegation) -> {
                known("by", delegation.by());
                known("to", delegation.to());
            }
            case StaffingCommand.SetUp _,
                    StaffingCommand.Leave _,
                    StaffingCommand.GiveUp _,
                    StaffingCommand.Bar _ -> {}
        }
        if (allocation.organ(organ).isEmpty()) {
            throw new StaffingInput.Unreadable("organ", "staffing.error.organ");
        }
    }

    private void known(String field, PersonId person) {
        if (allocation.officer(person).isEmpty()) {
            throw new StaffingInput.Unreadable(field, "staffing.error.person");
        }
    }

    /// A newcomer: his name is disclosed to whoever holds his key.
    private void takeOn(
            OrganId organ,
            List<StaffingCommand> commands,
            Map<String, String> fields,
            Stamp stamp) {
        var name = fields.getOrDefault("personName", "").strip();
        if (!name.isEmpty()
                && commands.getLast() instanceof StaffingCommand.Fill(var tenure, var _)
                && allocation.officer(tenure.person()).isEmpty()
                && desk.asked(organ, commands.getLast(), null).isEmpty()) {
            appointments.appoint(
                    new Officer(tenure.person(), organ, name, Text.zh("新任人员")),
                    "",
                    List.of(),
                    tenure.from(),
                    stamp);
        }
    }

    /// Sets up many posts at once, as a staffing plan says; all or none.
    public List<Refusal> setUpAll(
            PersonId by, OrganId organ, List<StaffingCommand> commands, UUID command) {
        var stamp = Stamp.own(clock.now(), by.value(), command);
        var refusals = transaction.execute(_ -> desk.act(organ, commands, stamp));
        return refusals == null ? List.of() : refusals;
    }

    /// 任职 of somebody who serves here already, as a simulated history needs it.
    public static StaffingCommand appointed(
            String post, PersonId person, LocalDate from, AllocationMethod method) {
        return new StaffingCommand.Fill(
                new Tenure(
                        post,
                        person,
                        Tenure.Manner.APPOINTED,
                        Tenure.Terms.ESTABLISHED,
                        from,
                        null),
                method);
    }
}
