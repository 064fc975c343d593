package org.guiju.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.kernel.allocation.FormerPost;
import org.guiju.kernel.allocation.Kinship;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 示例人员: organs, officers, what they were before and who their kin are, from the tables in `demo/`. All invented.
final class DemoPeople {
    static final OrganId CHENGGUAN = new OrganId("qinglan-chengguan");

    private DemoPeople() {}

    /// 一名示例人员.
    ///
    /// @param username login name
    /// @param certificates qualifications held
    /// @param login whether the demonstration makes an account
    record Person(
            String username,
            String name,
            OrganId organ,
            String section,
            Text post,
            List<String> roles,
            List<String> certificates,
            boolean login) {
        PersonId id() {
            return DemoPeople.id(username);
        }

        Officer officer() {
            return new Officer(id(), organ, name, post);
        }
    }

    static final List<Organ> ORGANS =
            DemoTable.rows("organs.csv").stream().map(DemoPeople::organ).toList();

    static final List<Person> OFFICERS =
            DemoTable.rows("officers.csv").stream().map(DemoPeople::person).toList();

    static final List<FormerPost> FORMER_POSTS =
            DemoTable.rows("former-posts.csv").stream()
                    .map(row ->
                            new FormerPost(
                                    id(cell(row, "username")),
                                    new OrganId(cell(row, "organ")),
                                    new Text(cell(row, "post"), cell(row, "post_en")),
                                    LocalDate.parse(cell(row, "from")),
                                    LocalDate.parse(cell(row, "until"))))
                    .toList();

    static final List<Kinship> KIN =
            DemoTable.rows("kinship.csv").stream()
                    .map(row ->
                            new Kinship(
                                    id(cell(row, "username")),
                                    Kinship.Relation.of(cell(row, "relation")),
                                    cell(row, "relative"),
                                    idOrNull(cell(row, "relative_username")),
                                    cell(row, "where")))
                    .toList();

    private static Organ organ(Map<String, String> row) {
        var parent = cell(row, "parent");
        return new Organ(
                new OrganId(cell(row, "organ")),
                Organ.Kind.of(cell(row, "kind")),
                parent.isEmpty() ? null : new OrganId(parent),
                new Text(cell(row, "name"), cell(row, "name_en")),
                cell(row, "place"),
                cell(row, "phone"),
                Organ.Nature.of(cell(row, "nature")));
    }

    private static Person person(Map<String, String> row) {
        return new Person(
                cell(row, "username"),
                cell(row, "name"),
                new OrganId(cell(row, "organ")),
                cell(row, "section"),
                new Text(cell(row, "post"), cell(row, "post_en")),
                words(cell(row, "roles")),
                words(cell(row, "certificates")),
                cell(row, "login").equals("yes"));
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.strip().split(" +"));
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "").strip();
    }

    private static @Nullable PersonId idOrNull(String username) {
        return username.isEmpty() ? null : id(username);
    }

    /// The organ in which the person serves.
    static OrganId organOf(PersonId person) {
        return OFFICERS.stream()
                .filter(p -> p.id().equals(person))
                .findFirst()
                .map(Person::organ)
                .orElseThrow(() -> new IllegalStateException("nobody here is " + person));
    }

    static PersonId id(String username) {
        return new PersonId("p-" + username);
    }
}
