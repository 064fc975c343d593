package org.guiju.formats.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.guiju.kernel.calendar.CalendarEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarEditionsTest {

    private static final String SOUND =
            """
            {
              "year": 2027,
              "published": "2026-11-05",
              "papers": [],
              "days": [
                {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
                {"name": "元旦", "date": "2026-12-31", "isOffDay": false},
                {"name": "春节", "date": "2027-02-06", "isOffDay": true}
              ]
            }
            """;

    @Test
    void aSoundFileIsAnEdition() {
        var edition = edition(SOUND);
        assertThat(edition.id()).isEqualTo("2027#1");
        assertThat(edition.published()).isEqualTo("2026-11-05");
        assertThat(edition.restDays().toString()).isEqualTo("[2027-01-01, 2027-02-06]");
        assertThat(edition.workDays().toString()).isEqualTo("[2026-12-31]");
        assertThat(edition("\uFEFF" + SOUND)).isEqualTo(edition);
    }

    @Test
    void theNumberOfPapersIsTheNumberOfTheEditionUnlessTheFileSaysAnother() {
        var papers =
                "\"papers\": [\"https://example.org/2026-11/05/a.htm\", \"https://example.org/2027-03/02/b.htm\"]";
        var changed =
                SOUND.replace("\"papers\": []", papers)
                        .replace("\"published\": \"2026-11-05\",", "");
        assertThat(edition(changed).id()).isEqualTo("2027#2");
        assertThat(edition(changed).published()).isEqualTo("2027-03-02");
        assertThat(edition(SOUND.replace("\"papers\": []", "\"edition\": 3")).id())
                .isEqualTo("2027#3");
    }

    @Test
    void anAddressWithAMonthOnlyTellsTheDayByWhichTheNoticeWasPublic() {
        assertThat(
                        PaperAddress.day(
                                "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm"))
                .hasValueSatisfying(day -> assertThat(day).isEqualTo("2025-11-30"));
        assertThat(PaperAddress.day("https://example.org/notice/999999/a.htm")).isEmpty();
        assertThat(PaperAddress.day("https://example.org/2026-02/30/a.htm")).isEmpty();
    }

    /// What is changed in the sound file, and what is said about it: fault, line and field.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "year": 2027                 | "year": "2027"               | WRONG_TYPE 2 year
                    "year": 2027,                | ``                           | MISSING 1 year
                    "year": 2027                 | "year": 207                  | YEAR_OUT_OF_RANGE 2 year
                    "year": 2027                 | "year": 99999999999          | WRONG_TYPE 2 year
                    "year": 2027                 | "year": 2025                 | WRONG_YEAR 2 year; PUBLISHED_LATE 3 published
                    "2026-11-05"                 | "2026-11-31"                 | BAD_DATE 3 published
                    "2026-11-05"                 | "2025-12-31"                 | PUBLISHED_LATE 3 published
                    "2026-11-05"                 | "2028-01-01"                 | PUBLISHED_LATE 3 published
                    "published": "2026-11-05",   | ``                           | NOT_PUBLISHED 4 published
                    "papers": []                 | "papers": "none"             | WRONG_TYPE 4 papers
                    "papers": []                 | "papers": [7]                | WRONG_TYPE 4 papers[0]
                    "papers": []                 | "papers": ["javascript:alert(1)//2026-11/05/"] | BAD_ADDRESS 4 papers[0]
                    "papers": []                 | "papers": ["https://x.example/a\\" b"] | BAD_ADDRESS 4 papers[0]
                    "papers": []                 | "edition": 0                 | BAD_EDITION 4 edition
                    "2027-02-06"                 | "2027-02-29"                 | BAD_DATE 8 days[2].date
                    "2027-02-06"                 | "2027/02/06"                 | BAD_DATE 8 days[2].date
                    "2027-02-06"                 | "2027-01-01"                 | DUPLICATE_DATE 8 days[2].date
                    "2027-02-06"                 | "2025-02-06"                 | FAR_OUTSIDE 8 days[2].date
                    "2027-02-06"                 | "2026-12-16"                 | FAR_OUTSIDE 8 days[2].date
                    "2027-02-06"                 | "2028-01-16"                 | FAR_OUTSIDE 8 days[2].date
                    "date": "2027-02-06",        | ``                           | MISSING 8 days[2].date
                    "isOffDay": false            | "isOffDay": "false"          | WRONG_TYPE 7 days[1].isOffDay
                    , "isOffDay": false          | ``                           | MISSING 7 days[1].isOffDay
                    "isOffDay": false            | "isOffDay": false, "date": 1 | NOT_JSON 7
                    "days"                       | "dayz"                       | MISSING 1 days
                    """)
    void aFaultIsNamedWithLineAndField(String sound, String broken, String faults) {
        assertThat(faults(SOUND.replace(sound, broken))).isEqualTo(faults);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-17", "2028-01-15"})
    void aDayFifteenDaysBeyondTheYearIsStillTheNotices(String day) {
        assertThat(CalendarEditions.parse(SOUND.replace("2027-02-06", day)))
                .isInstanceOf(EditionReading.Read.class);
    }

    @Test
    void aNoticeWithoutARestDayIsNone() {
        assertThat(faults(SOUND.replace("true", "false"))).isEqualTo("NO_DAYS 5 days");
        assertThat(faults("{\"year\": 2027, \"published\": \"2026-11-05\", \"days\": []}"))
                .isEqualTo("NO_DAYS 1 days");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        var two =
                SOUND.replace("\"2027-02-06\"", "\"soon\"")
                        .replace("\"isOffDay\": false", "\"isOffDay\": 0");
        assertThat(faults(two)).isEqualTo("WRONG_TYPE 7 days[1].isOffDay; BAD_DATE 8 days[2].date");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                | NOT_JSON 1
                    `   `             | NOT_JSON 1
                    {} {}             | NOT_JSON 1
                    {"year": 2027     | NOT_JSON 1
                    hello             | NOT_JSON 1
                    null              | WRONG_TYPE 1
                    []                | WRONG_TYPE 1
                    {"days": {}}      | MISSING 1 year; WRONG_TYPE 1 days; NOT_PUBLISHED 1 published
                    {"days": [null]}  | MISSING 1 year; WRONG_TYPE 1 days[0]; NOT_PUBLISHED 1 published
                    """)
    void whatIsNoCalendarIsSaidToBeNone(String text, String faults) {
        assertThat(faults(text)).isEqualTo(faults);
    }

    @Test
    void hostileTextsAreRefusedWithoutACrash() {
        assertThat(faults("[".repeat(100_000))).startsWith("NOT_JSON");
        assertThat(faults(" ".repeat((1 << 20) + 1))).isEqualTo("TOO_LARGE 1");
        assertThat(faults("{\"days\": [" + "{},".repeat(10_000) + "{}]}").split("; ")).hasSize(100);
    }

    @Test
    void aMessageNamesFilePlaceFactAndRemedyInBothLanguages() {
        var problem =
                ((EditionReading.Rejected)
                                CalendarEditions.parse(SOUND.replace("2027-02-06", "2027-02-29")))
                        .problems()
                        .getFirst();
        assertThat(problem.print("2027.json", true))
                .isEqualTo(
                        "2027.json:8 days[2].date：“2027-02-29”不是日期。 请写成 2026-10-01 的形式，并确认当月有这一天。");
        assertThat(problem.print("2027.json", false))
                .isEqualTo(
                        "2027.json:8 days[2].date: \"2027-02-29\" is no date."
                                + " Write it as 2026-10-01, and check that the month has this day.");
    }

    private static CalendarEdition edition(String json) {
        return ((EditionReading.Read) CalendarEditions.parse(json)).edition();
    }

    private static String faults(String json) {
        return switch (CalendarEditions.parse(json)) {
            case EditionReading.Read(var edition) -> "none: " + edition;
            case EditionReading.Rejected(List<CalendarProblem> problems) ->
                    problems.stream()
                            .map(p -> (p.fault() + " " + p.line() + " " + p.field()).strip())
                            .collect(Collectors.joining("; "));
        };
    }
}
