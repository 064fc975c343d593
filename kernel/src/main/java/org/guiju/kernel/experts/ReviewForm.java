package org.guiju.kernel.experts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/// 结论形成方式: votes or scores, and what they have to reach. The conclusion is computed from the single entries alone.
///
/// @param votes the share of votes in favour that makes it positive
/// @param score the score that makes it positive, 0 to 100
/// @param trimmed highest and lowest sheets left out before the mean, each
/// @param criteria 评分项, for scores; empty for votes
public record ReviewForm(
        Kind kind, Share votes, BigDecimal score, int trimmed, List<String> criteria) {
    public ReviewForm {
        criteria = List.copyOf(criteria);
    }

    /// 票决, 量化打分.
    public enum Kind {
        VOTE,
        SCORE
    }

    /// 一名专家的意见.
    ///
    /// @param favour his vote, where votes are asked for
    /// @param scores by criterion, 0 to 100, where scores are
    /// @param risk what he says of it; concludes nothing by itself
    public record Entry(String number, boolean favour, Map<String, Integer> scores, String risk) {
        public Entry {
            scores = Map.copyOf(scores);
        }
    }

    /// 计算结果.
    public record Result(ExpertConclusion.Verdict verdict, BigDecimal figure, BigDecimal needed) {}

    /// Whether the entry says what is asked.
    public boolean complete(Entry entry) {
        return kind == Kind.VOTE
                || !criteria.isEmpty()
                        && entry.scores().keySet().equals(java.util.Set.copyOf(criteria))
                        && entry.scores().values().stream().allMatch(s -> s >= 0 && s <= 100);
    }

    /// @param entries all of the panel, at least one
    public Result conclude(List<Entry> entries) {
        return kind == Kind.VOTE ? vote(entries) : score(entries);
    }

    private Result vote(List<Entry> entries) {
        var favour = BigDecimal.valueOf(entries.stream().filter(Entry::favour).count());
        return result(favour, BigDecimal.valueOf(votes.of(entries.size())));
    }

    private Result score(List<Entry> entries) {
        var sheets =
                entries.stream().map(e -> mean(List.copyOf(e.scores().values()))).sorted().toList();
        var kept =
                sheets.size() > 2 * trimmed
                        ? sheets.subList(trimmed, sheets.size() - trimmed)
                        : sheets;
        var sum = kept.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return result(sum.divide(BigDecimal.valueOf(kept.size()), 2, RoundingMode.HALF_UP), score);
    }

    private static BigDecimal mean(List<Integer> scores) {
        var sum = scores.stream().mapToInt(Integer::intValue).sum();
        return BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(scores.size()), 6, RoundingMode.HALF_UP);
    }

    private static Result result(BigDecimal figure, BigDecimal needed) {
        return new Result(
                figure.compareTo(needed) >= 0
                        ? ExpertConclusion.Verdict.POSITIVE
                        : ExpertConclusion.Verdict.NEGATIVE,
                figure,
                needed);
    }
}
