package org.guiju.kernel.allocation;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 回避事由: what registered kinship, former posts and declared interests say against a person's part in a matter. The system
/// proposes, the head decides, and the investigation goes on meanwhile (行政处罚法 43). Kin is personal: only the person himself and
/// the head who decides are shown a ground.
public final class RecusalGrounds {
    /// 离任回避: former posts count for three years.
    private static final int YEARS = 3;

    private RecusalGrounds() {}

    /// 回避事由来源.
    public enum Source {
        /// 亲属关系登记 (公务员法 76).
        KINSHIP(new Article("公务员法", "第七十六条第二项")),
        /// 曾任职务.
        FORMER_POST(new Article("公务员法", "第七十六条第三项")),
        /// 利害关系申报.
        INTEREST(new Article("公务员法", "第七十六条第一项"));

        private final Article basis;

        Source(Article basis) {
            this.basis = basis;
        }

        public Article basis() {
            return basis;
        }
    }

    /// 当事人: a party to the matter, by name, and by person or organ where it is one of ours.
    public record Party(String name, List<PersonId> persons, List<OrganId> organs) {
        public Party {
            persons = List.copyOf(persons);
            organs = List.copyOf(organs);
        }

        public static Party named(String name) {
            return new Party(name, List.of(), List.of());
        }
    }

    /// 利害关系申报: the officer has an interest in somebody or in an enterprise.
    ///
    /// @param in with whom, by full name
    /// @param what which relation
    /// @param until last day; null while it lasts
    public record Interest(
            PersonId person,
            String in,
            String what,
            LocalDate from,
            @Nullable LocalDate until,
            LocalDate declaredOn) {}

    /// 一项事由.
    ///
    /// @param party whom it concerns
    /// @param says what was registered: the relation, the former post, the interest
    public record Ground(Source source, String party, String says) {}

    /// The grounds against the person on the day; empty where nothing registered speaks against him.
    public static List<Ground> of(
            PersonId person,
            Collection<Party> parties,
            Collection<Kinship> kin,
            Collection<FormerPost> former,
            Collection<Interest> interests,
            LocalDate day) {
        var grounds = new ArrayList<Ground>();
        for (var party : parties) {
            kin.stream()
                    .filter(k -> k.person().equals(person) && concerns(k, party))
                    .forEach(k ->
                            grounds.add(
                                    new Ground(Source.KINSHIP, party.name(), k.relation().code())));
            former.stream()
                    .filter(f -> f.person().equals(person))
                    .filter(f -> party.organs().contains(f.organ()))
                    .filter(f -> !day.isAfter(f.until().plusYears(YEARS)))
                    .forEach(f ->
                            grounds.add(
                                    new Ground(Source.FORMER_POST, party.name(), f.post().zh())));
            interests.stream()
                    .filter(i ->
                            i.person().equals(person) && Spans.within(day, i.from(), i.until()))
                    .filter(i -> same(i.in(), party.name()))
                    .forEach(i -> grounds.add(new Ground(Source.INTEREST, party.name(), i.what())));
        }
        return List.copyOf(grounds);
    }

    /// The relative is the party himself, or the party is where the relative works or what he runs.
    private static boolean concerns(Kinship kin, Party party) {
        var officer = kin.officer();
        return (officer != null && party.persons().contains(officer))
                || same(kin.relative(), party.name())
                || (plain(party.name()).length() >= 4
                        && plain(kin.where()).contains(plain(party.name())));
    }

    private static boolean same(String one, String other) {
        return !plain(one).isEmpty() && plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s·]+", "");
    }
}
