package nl.inzage.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temporary;

    @Test
    void a_second_run_on_the_same_folder_is_refused_in_one_sentence() throws Exception {
        try (DataFolder first = DataFolder.take(temporary)) {
            assertThatThrownBy(() -> DataFolder.take(first.path()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith("Inzage already runs on the folder " + temporary);
        }
    }

    @Test
    void a_folder_that_was_let_go_can_be_taken_again() throws Exception {
        DataFolder.take(temporary).close();

        try (DataFolder again = DataFolder.take(temporary)) {
            assertThat(again.path()).isEqualTo(temporary);
        }
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_refused_and_left_alone() throws IOException {
        Path file = Files.writeString(temporary.resolve("data"), "somebody's own");

        assertThatThrownBy(() -> DataFolder.take(file)).isInstanceOf(StartRefused.class);

        assertThat(file).hasContent("somebody's own");
    }

    @Test
    void secrets_are_made_once_at_random_and_only_their_owner_can_read_them() throws IOException {
        Secrets first = Secrets.in(temporary);
        Secrets second = Secrets.in(temporary);

        assertThat(second.all()).isEqualTo(first.all());
        assertThat(first.all().values()).doesNotHaveDuplicates().allMatch(secret -> secret.length() >= 24);
        assertThat(Files.getPosixFilePermissions(temporary.resolve("secrets.properties")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
