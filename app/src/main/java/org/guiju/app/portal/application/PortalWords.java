package org.guiju.app.portal.application;

import java.util.List;
import java.util.Locale;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.platform.i18n.Language;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.calendar.DerivationWords;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.powers.ChartNames;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.Redress;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// 门户用语: what codes of a definition are called in both languages; one place for pages, charts and exports.
@Component("portalWords")
public class PortalWords implements ChartNames {
    private final MessageSource messages;
    private final Allocation allocation;
    private final OfficialClock clock;

    PortalWords(MessageSource messages, Allocation allocation, OfficialClock clock) {
        this.messages = messages;
        this.clock = clock;
        this.allocation = allocation;
    }

    /// A message in both languages.
    public Text text(String key, Object... arguments) {
        return new Text(say(Language.ZH, key, arguments), say(Language.EN, key, arguments));
    }

    public String say(Language language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }

    /// A message for a code, or the code itself where nobody has written one.
    private Text named(String prefix, String code) {
        var zh = messages.getMessage(prefix + code, null, "", Locale.SIMPLIFIED_CHINESE);
        return zh == null || zh.isEmpty()
                ? Text.zh(code.isBlank() ? "—" : code)
                : text(prefix + code);
    }

    public Text kind(PowerKind kind) {
        return text("portal.kind." + kind.code());
    }

    /// 制度名称 with its English, where the organ has approved one for the matter.
    public Text name(PowerDefinition power) {
        var en = power.matter().en();
        return new Text(
                power.name(),
                en == null
                        ? null
                        : en + " (" + say(Language.EN, "portal.kind." + power.kind().code()) + ")");
    }

    @Override
    public Text role(String role) {
        var own = named("portal.role.", role);
        return own.en() == null ? ChartNames.PLAIN.role(role) : own;
    }

    /// 职务 of an officer, never the name.
    public Text post(PersonId officer) {
        return allocation
                .officer(officer)
                .map(Officer::post)
                .orElseGet(() -> Text.zh(officer.value()));
    }

    @Override
    public Text organ(OrganId organ) {
        return allocation.organ(organ).map(Organ::name).orElseGet(() -> Text.zh(organ.value()));
    }

    public Text limit(Limit limit) {
        return text("portal.limit." + limit.unit().code(), limit.n());
    }

    public Text unit(Limit limit) {
        return text("portal.unit." + limit.unit().code());
    }

    public Text channel(String channel) {
        return named("portal.channel.", channel);
    }

    public Text source(String source) {
        return named("portal.source.", source);
    }

    public Text remedy(String kind) {
        return named("portal.remedy.", kind);
    }

    /// 救济途径 as they stand today for the situation.
    public List<Redress.Way> redress(PowerDefinition power, Situation situation) {
        return Redress.of(power, situation, clock.today());
    }

    /// 一条还可以走的救济途径.
    ///
    /// @param last last day; null while it has not begun
    /// @param how its derivation; null with it
    public record Remedy(
            Redress.Way way,
            java.time.@org.jspecify.annotations.Nullable LocalDate last,
            @org.jspecify.annotations.Nullable Text how) {}

    /// 救济途径 against the decision of a case, while they are open; empty once all are over.
    public List<Remedy> remedies(CaseFile file) {
        var decided = file.state().decided();
        if (decided == null) {
            return List.of();
        }
        var served = file.state().served();
        return Redress.open(
                        file.definition(),
                        file.situation(),
                        decided.on(),
                        served == null ? null : served.day(),
                        file.facts().calendar(),
                        clock.today())
                .stream()
                .map(o ->
                        o.until() == null
                                ? new Remedy(o.way(), null, null)
                                : new Remedy(
                                        o.way(),
                                        o.until().lastDay(),
                                        new Text(
                                                DerivationWords.zh(o.until()),
                                                DerivationWords.en(o.until()))))
                .toList();
    }

    public Text rank(String rank) {
        return named("portal.rank.", rank);
    }

    public Text from(String from) {
        return named("portal.from.", from);
    }

    /// 填表分组.
    public Text section(String section) {
        return named("apply.section.", section);
    }

    public Text flag(String flag) {
        return named("portal.flag.", flag);
    }

    public Text manner(String outcome) {
        return named("portal.outcome.", outcome);
    }

    public Text step(Situation situation, String step) {
        return situation.step(step).map(Step::name).orElseGet(() -> Text.zh(step));
    }

    /// 收费: nothing, or the amount in yuan.
    public Text fees(PowerDefinition.@Nullable Fees fees) {
        return fees == null || fees.fen() == 0
                ? text("portal.fees.none")
                : text(
                        "portal.fees.amount",
                        java.math.BigDecimal.valueOf(fees.fen(), 2).toPlainString());
    }

    /// The words of the definition's element for one language, joined as that language joins.
    public String join(Language language, java.util.List<Text> parts) {
        return parts.stream()
                .map(p -> language.of(p).text())
                .collect(java.util.stream.Collectors.joining(language == Language.ZH ? "、" : ", "));
    }
}
