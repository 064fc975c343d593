package org.guiju.app.laws;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.formats.definition.LawBook;
import org.guiju.kernel.lint.LintFacts;

/// 法规库查询: what is known of laws, by name, article and words.
public interface Laws {

    /// Every version of every law, by name and day.
    List<LawBook.Version> all();

    /// What the lint looks a citation up in.
    List<LintFacts.Law> facts();

    /// 检索结果: an article in its law.
    record Hit(LawBook.Version law, LawBook.Article article) {}

    /// Articles whose law, number or words hold every word of the query, those in force on the day first.
    ///
    /// @param query words between blanks; empty finds nothing
    List<Hit> find(String query, LocalDate day, int atMost);

    /// The article of the version in force on the day, or of the newest one there is.
    Optional<Hit> article(String law, String number, LocalDate day);
}
