package nl.inzage.policy.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nl.inzage.policy.book.HospitalPolicy;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.book.PolicyBookReader;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.identity.HospitalId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for every result of every hospital, tried on results made at random from a fixed seed. */
class EmbargoAlgebraTest {

    private static final PolicyBook BOOK = new PolicyBookReader().readBuiltIn();
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant BEFORE_ALL = Instant.EPOCH;
    private static final int TRIES = 400;

    private Random chance;

    static Stream<HospitalPolicy> hospitals() {
        return Stream.of("mumc", "umcg", "umcu", "amcvumc", "linde").map(id -> BOOK.require(new HospitalId(id)));
    }

    @BeforeEach
    void fixTheSeed() {
        chance = new Random(20261110);
    }

    @ParameterizedTest
    @MethodSource("hospitals")
    void one_more_category_never_shows_a_result_earlier(HospitalPolicy hospital) {
        for (int i = 0; i < TRIES; i++) {
            ResultTimes times = times();
            Set<ResultCategory> few = categories();
            Set<ResultCategory> more = EnumSet.copyOf(few);
            more.add(List.of(ResultCategory.values()).get(chance.nextInt(ResultCategory.values().length)));
            // "Laboratory" says nothing by itself, so a discipline beside it is more than one more category.
            if (!few.contains(ResultCategory.LABORATORY)) {
                assertNotEarlier(hospital.releaseOf(result(few, times)), hospital.releaseOf(result(more, times)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hospitals")
    void nothing_is_shown_before_it_was_known_or_before_a_known_moment_that_cannot_be_trusted(HospitalPolicy hospital) {
        for (int i = 0; i < TRIES; i++) {
            ResultTimes times = times();
            hospital.releaseOf(result(categories(), times))
                    .fold(
                            timed -> {
                                assertThat(timed.early()).isBetween(times.known(), timed.ordinary());
                                assertThat(times.known()).isBeforeOrEqualTo(times.received());
                                return timed;
                            },
                            withheld -> withheld);
        }
    }

    @ParameterizedTest
    @MethodSource("hospitals")
    void an_unknown_category_waits_as_long_as_any(HospitalPolicy hospital) {
        for (ResultCategory category : ResultCategory.values()) {
            ResultTimes times = times();
            ReleaseDecision unknown = hospital.releaseOf(result(Set.of(ResultCategory.UNKNOWN), times));
            ReleaseDecision known = hospital.releaseOf(result(Set.of(category), times));
            if (isTimed(known)) {
                assertNotEarlier(known, unknown);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hospitals")
    void one_more_member_never_shows_another_one_of_the_group_earlier(HospitalPolicy hospital) {
        for (int i = 0; i < TRIES; i++) {
            List<GroupMember> few = members(hospital);
            List<GroupMember> more = new ArrayList<>(few);
            more.addAll(members(hospital).subList(0, 1));

            List<ReleaseDecision> before = new GroupRelease().of(few, BEFORE_ALL);
            List<ReleaseDecision> after = new GroupRelease().of(more, BEFORE_ALL);
            for (int member = 0; member < few.size(); member++) {
                assertNotEarlier(before.get(member), after.get(member));
                assertNotEarlier(few.get(member).own(), after.get(member));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hospitals")
    void the_order_in_which_a_group_arrives_does_not_matter(HospitalPolicy hospital) {
        for (int i = 0; i < TRIES; i++) {
            List<GroupMember> members = members(hospital);
            List<GroupMember> other = new ArrayList<>(members);
            Collections.reverse(other);

            List<Optional<Instant>> releases = releases(new GroupRelease().of(members, BEFORE_ALL));
            List<Optional<Instant>> others = new ArrayList<>(releases(new GroupRelease().of(other, BEFORE_ALL)));
            Collections.reverse(others);
            assertThat(others).isEqualTo(releases);
        }
    }

    @ParameterizedTest
    @MethodSource("hospitals")
    void a_delegate_sees_nothing_before_the_patient(HospitalPolicy hospital) {
        EarlyRules early = hospital.resultRules().early();
        for (boolean account : new boolean[] {true, false}) {
            for (boolean optedIn : new boolean[] {true, false}) {
                EarlyChoice choice = new EarlyChoice(account, optedIn);
                if (early.track(Viewer.DELEGATE, choice) == ReleaseTrack.EARLY) {
                    assertThat(early.track(Viewer.PATIENT, choice)).isEqualTo(ReleaseTrack.EARLY);
                }
            }
        }
    }

    private List<GroupMember> members(HospitalPolicy hospital) {
        List<GroupMember> members = new ArrayList<>();
        for (int i = 0; i <= chance.nextInt(4); i++) {
            GroupRole role = chance.nextBoolean() ? GroupRole.PART : GroupRole.CARRIER;
            ResultStage stage = chance.nextInt(4) == 0 ? ResultStage.PARTIAL : ResultStage.FINAL;
            ResultFacts facts = ResultFacts.of(categories(), Optional.of(DutchCalendar.dateOf(BEGIN)), stage, times());
            members.add(new GroupMember(role, hospital.releaseOf(facts), Optional.empty()));
        }
        return members;
    }

    private static ResultFacts result(Set<ResultCategory> categories, ResultTimes times) {
        return ResultFacts.of(categories, Optional.of(DutchCalendar.dateOf(BEGIN)), ResultStage.FINAL, times);
    }

    private Set<ResultCategory> categories() {
        ResultCategory[] all = ResultCategory.values();
        return EnumSet.of(all[chance.nextInt(all.length)], all[chance.nextInt(all.length)]);
    }

    private ResultTimes times() {
        Instant received = BEGIN.plus(Duration.ofMinutes(chance.nextInt(500_000)));
        Optional<Instant> issued = chance.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(received.plus(Duration.ofMinutes(chance.nextInt(20_000) - 15_000)));
        return new ResultTimes(issued, received);
    }

    private static void assertNotEarlier(ReleaseDecision first, ReleaseDecision second) {
        for (ReleaseTrack track : ReleaseTrack.values()) {
            Instant one = ResultTableTest.on(first, track).orElse(Instant.MAX);
            Instant other = ResultTableTest.on(second, track).orElse(Instant.MAX);
            assertThat(other).isAfterOrEqualTo(one);
        }
    }

    private static boolean isTimed(ReleaseDecision decision) {
        return decision.fold(timed -> true, withheld -> false);
    }

    private static List<Optional<Instant>> releases(List<ReleaseDecision> decisions) {
        return decisions.stream()
                .map(decision -> ResultTableTest.on(decision, ReleaseTrack.ORDINARY))
                .toList();
    }
}
