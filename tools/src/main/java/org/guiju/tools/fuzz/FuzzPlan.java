package org.guiju.tools.fuzz;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// 试验方案.
///
/// @param server where it answers, without a path
/// @param people the accounts that sign in; a stranger is always among the askers
/// @param password theirs, one for all
/// @param factor the secret of one-time codes, Base32, for whoever is asked for one
/// @param seed the same seed and the same server give the same requests
/// @param requests how many at most
/// @param time and not longer than this
/// @param workers how many at the same time
/// @param patience an answer that takes longer is a finding
/// @param pages how many pages each person opens in search of forms
/// @param strings more texts to send, beside the generator's own
public record FuzzPlan(
        URI server,
        List<String> people,
        String password,
        String factor,
        long seed,
        int requests,
        Duration time,
        int workers,
        Duration patience,
        int pages,
        List<String> strings) {
    public FuzzPlan {
        people = List.copyOf(people);
        strings = List.copyOf(strings);
        if (requests < 1 || workers < 1 || pages < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("requests, workers, pages and time are positive");
        }
    }

    /// The demo county's: window, reviewer, catalogue clerk, decider, supervisor, the three administrators, a citizen.
    public static final List<String> DEMO_PEOPLE =
            List.of(
                    "shenruoxi",
                    "limin",
                    "zhengwenbo",
                    "linshufen",
                    "yanzhengqing",
                    "jinmingli",
                    "shaoyunan",
                    "qihongjian",
                    "citizen");

    public static final String DEMO_PASSWORD = "qinglan-2026";
    public static final String DEMO_FACTOR = "GUIJUDEMOGUIJUDEMOGUIJUDEMO23456";
}
