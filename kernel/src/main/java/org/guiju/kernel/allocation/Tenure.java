package org.guiju.kernel.allocation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 任职: a person holds a post from a day until a day. Leaving sets the end; nothing before it changes.
public record Tenure(
        String post,
        PersonId person,
        Manner manner,
        Terms terms,
        LocalDate from,
        @Nullable LocalDate until) {

    /// 任职方式.
    public enum Manner {
        /// 任命.
        APPOINTED,
        /// 交流轮岗.
        TRANSFERRED,
        /// 借调.
        SECONDED,
        /// 主持工作（代理）.
        ACTING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Manner> ofCode(String code) {
            return Arrays.stream(values()).filter(m -> m.code().equals(code)).findFirst();
        }
    }

    /// 用工性质.
    public enum Terms {
        /// 在编.
        ESTABLISHED,
        /// 聘用: holds no power of decision (B53).
        CONTRACT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Terms> ofCode(String code) {
            return Arrays.stream(values()).filter(t -> t.code().equals(code)).findFirst();
        }
    }

    public boolean on(LocalDate day) {
        return Spans.within(day, from, until);
    }
}
