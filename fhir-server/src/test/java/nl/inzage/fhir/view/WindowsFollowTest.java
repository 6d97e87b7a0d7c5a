package nl.inzage.fhir.view;

import static nl.inzage.fhir.view.Examples.lab;
import static nl.inzage.fhir.view.Examples.patient;
import static nl.inzage.fhir.view.Examples.practitioner;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes and links are guarded by the window of their row, whoever moves it; read with no condition at all. */
class WindowsFollowTest {

    private static final long DAY = 86_400_000;

    private final ViewFixture view = new ViewFixture();

    @BeforeEach
    void aResultThatWaits() {
        Observation waiting = lab("waiting", "anna", view.issuedForReleaseIn(DAY));
        waiting.addPerformer(new Reference("Practitioner/specialist"));
        view.store(patient("anna"), waiting, practitioner("specialist"));
        assertThat(codes()).isEmpty();
        assertThat(specialists()).isEmpty();
    }

    @AfterEach
    void close() throws Exception {
        view.close();
    }

    @Test
    void they_are_seen_once_the_row_is() {
        release();

        assertThat(codes()).containsExactly("waiting");
        assertThat(specialists()).containsExactly("specialist");
    }

    @Test
    void they_are_hidden_again_when_the_row_is() {
        release();
        view.writer().update("update released.resource set ordinary_until = '2020-01-02' where id = 'waiting'");

        assertThat(codes()).isEmpty();
        assertThat(specialists()).isEmpty();
    }

    @Test
    void they_are_hidden_when_the_row_waits_for_another_stamp() {
        release();
        view.writer()
                .update("insert into released.policy values ('linde', 'the new one', '2019-01-01')"
                        + " on conflict (hospital) do update set seen_until = excluded.seen_until");
        view.writer().update("update released.resource set policy = 'stale' where id = 'waiting'");

        assertThat(codes()).isEmpty();
        assertThat(specialists()).isEmpty();
    }

    @Test
    void they_are_gone_with_the_row() {
        release();
        view.writer().update("delete from released.resource where id = 'waiting'");

        assertThat(codes()).isEmpty();
        assertThat(specialists()).isEmpty();
    }

    @Test
    void a_code_that_comes_later_has_the_window_of_its_row() {
        view.writer().update("update released.resource set tokens = tokens || '{code||new}' where id = 'waiting'");
        assertThat(codes()).isEmpty();

        release();

        assertThat(codes()).containsExactly("waiting", "waiting");
    }

    private void release() {
        view.writer().update("update released.resource set ordinary_from = '2020-01-01' where id = 'waiting'");
    }

    private List<String> codes() {
        return read("id from released.code");
    }

    private List<String> specialists() {
        return read("id from released.shared where type = 'Practitioner'");
    }

    private List<String> read(String what) {
        return view.reader()
                .queryForList(
                        "with s as materialized (select set_config('inzage.patient', 'anna', true) p) select m.id from s"
                                + " cross join lateral (select x.id from (select " + what
                                + ") x where s.p is not null offset 0) m order by 1",
                        String.class);
    }
}
