package org.guiju.kernel.shared;

/// 条文: the place in a law, regulation or approved institution from which a rule or a figure comes.
///
/// @param law short official title without book-title marks, for example `行政许可法`
/// @param number the article as printed, for example `第四十二条第一款`; a matrix row or seed has its own number
public record Article(String law, String number) {
    public Article {
        if (law.isBlank() || number.isBlank()) {
            throw new IllegalArgumentException("an article needs a law and a number");
        }
    }

    /// The citation as a reader expects it: `《行政许可法》第四十二条第一款`.
    public String cite() {
        return "《" + law + "》" + number;
    }
}
