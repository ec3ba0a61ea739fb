package dev.keepmum.flow.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rights a mode takes from the owner: 4 to read, 2 to write, 1 to run. */
class PermissionsTest {

  @ParameterizedTest(name = "{0} takes {1}")
  @CsvSource(
      delimiter = ' ',
      value = {
        "755 0",
        "644 1",
        "600 1",
        "400 3",
        "000 7",
        "0 7",
        "44 7",
        "0755 0",
        "4755 0",
        "+x 0",
        "-x 1",
        "a-r 4",
        "u-rwx 7",
        "go-rwx 0",
        "u=rw,go= 1",
        "u=,go= 7",
        "a=rX 2",
        "u-r,u+r 0",
        "ug-x 1",
        "o+w 0",
        "=r 3",
        "u-x+x 0"
      })
  void aModeTakesFromTheOwner(String mode, int taken) {
    assertThat(Permissions.takenFromOwner(mode)).isEqualTo(taken);
  }
}
