package org.guiju.formats.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.Field.Choice;
import org.guiju.kernel.powers.FlowNode;
import org.guiju.kernel.powers.FlowNode.NotApplicable;
import org.guiju.kernel.powers.FormerLink;
import org.guiju.kernel.powers.Limits;
import org.guiju.kernel.powers.Limits.Clock;
import org.guiju.kernel.powers.Limits.Extension;
import org.guiju.kernel.powers.Limits.From;
import org.guiju.kernel.powers.Limits.PauseGround;
import org.guiju.kernel.powers.Limits.Warning;
import org.guiju.kernel.powers.Material;
import org.guiju.kernel.powers.Situation;

/// 办理情形: form, materials, clocks and flow of one way in which the power is used.
final class SituationMapper {
    private static final long FAR = 1_000_000_000_000L;

    private final Citations cites;
    private final StepMapper steps;

    SituationMapper(Citations cites, StepMapper.Shared shared) {
        this.cites = cites;
        this.steps = new StepMapper(cites, shared);
    }

    Situation situation(Keys keys) {
        return new Situation(
                keys.id("id"),
                keys.text("name"),
                keys.word("item-code"),
                keys.text("serves"),
                listed(keys, "channels"),
                keys.words("conditions"),
                keys.each("form", "field", SituationMapper::field),
                keys.each("materials", "material", SituationMapper::material),
                limits(keys.inner("limits", "limits")),
                StepMapper.regime(keys),
                keys.each("not-applicable", "not-applicable", SituationMapper::notApplicable),
                steps(keys),
                keys.wordOrNull("form-only"),
                keys.words("results"),
                keys.each("former-links", "former-link", SituationMapper::formerLink),
                keys.flag("expert-review", false));
    }

    private static FormerLink formerLink(Keys keys) {
        return new FormerLink(
                keys.text("name"),
                keys.has("change")
                        ? keys.oneOf(
                                "change", List.of(FormerLink.Way.values()), FormerLink.Way::code)
                        : null,
                keys.wordOrNull("now"),
                keys.textOrNull("reason"));
    }

    /// A reason that is missing is told with the name of the node, by the check.
    private static NotApplicable notApplicable(Keys keys) {
        return new NotApplicable(
                keys.oneOf("node", List.of(FlowNode.values()), FlowNode::code),
                keys.textOrNull("reason"));
    }

    private static List<String> listed(Keys keys, String key) {
        if (!keys.has(key)) {
            keys.word(key);
        }
        return keys.words(key);
    }

    private List<org.guiju.kernel.powers.Step> steps(Keys keys) {
        if (!keys.has("steps")) {
            keys.word("steps");
        }
        return keys.each("steps", "step", steps::step);
    }

    private static Field field(Keys keys) {
        return new Field(
                keys.id("id"),
                keys.word("section"),
                keys.text("label"),
                keys.oneOf("type", List.of(Field.Type.values()), Field.Type::code),
                keys.flag("required", true),
                keys.flag("personal", false),
                keys.longOrNull("min", -FAR, FAR),
                keys.longOrNull("max", -FAR, FAR),
                keys.wordOrNull("unit"),
                keys.text("hint"),
                keys.each("choices", "choice", k -> new Choice(k.id("id"), k.text("label"))));
    }

    private static Material material(Keys keys) {
        return new Material(
                keys.id("id"),
                keys.text("name"),
                keys.oneOf("source", List.of(Material.Source.values()), Material.Source::code),
                keys.flag("required", true),
                keys.wordOrNull("basis"),
                Set.copyOf(new LinkedHashSet<>(keys.words("formats"))),
                keys.text("note"));
    }

    private Limits limits(Keys keys) {
        var limits =
                new Limits(
                        statute(keys.inner("statute", "statute")),
                        promise(keys.inner("promise", "promise")),
                        warning(keys.inner("warning", "warning")),
                        extension(keys.inner("extension", "extension")),
                        keys.each("pauses", "pause", this::pause));
        keys.done();
        return limits;
    }

    private Clock statute(Keys keys) {
        var clock = new Clock(cites.uncheckedCitedLimit(keys), from(keys));
        keys.done();
        return clock;
    }

    private Clock promise(Keys keys) {
        var clock = new Clock(cites.promised(keys), from(keys));
        keys.done();
        return clock;
    }

    private static From from(Keys keys) {
        return keys.oneOf("from", List.of(From.values()), From::code);
    }

    private static Warning warning(Keys keys) {
        var warning =
                new Warning(keys.number("working-days", 1, 60), keys.number("percent", 1, 100));
        keys.done();
        return warning;
    }

    private Extension extension(Keys keys) {
        // All three or none: a number without its unit and article is a slip, and is said to be
        // one.
        var longest =
                keys.has("n") || keys.has("unit") || keys.has("basis")
                        ? cites.uncheckedCitedLimit(keys)
                        : null;
        var extension = new Extension(longest, keys.id("by"));
        keys.done();
        return extension;
    }

    private PauseGround pause(Keys keys) {
        return new PauseGround(keys.id("id"), keys.text("name"), cites.uncheckedCitedLimit(keys));
    }
}
