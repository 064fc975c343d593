package org.guiju.kernel.experts;

/// 专家库的办理.
public sealed interface PoolCommand {
    record Establish(Share share, boolean both) implements PoolCommand {}

    record Admit(Expert expert) implements PoolCommand {}

    record Activate() implements PoolCommand {}

    record ConfirmTerms(String number) implements PoolCommand {}

    record Appraise(String number, PoolEvent.Kind kind, String text) implements PoolCommand {}

    record Exit(String number, String reason) implements PoolCommand {}
}
