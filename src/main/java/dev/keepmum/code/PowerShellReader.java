package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Reads PowerShell (5.1 and 7). Commands come out as {@link Effect.Run} with {@link
 * dev.keepmum.effect.Language#ARGUMENTS}: names and parameters of cmdlets in lower case, aliases
 * resolved, the input being the output of the command before. What a cmdlet does with its operands
 * is not known here; values of the environment, of variables and of .NET calls are followed.
 */
public final class PowerShellReader implements CodeReader {

  @Override
  public List<Effect> read(String text) {
    return new PowerShellProgram(text).effects();
  }

  /**
   * The text behind {@code -EncodedCommand}: UTF-16LE in Base64. Empty where it is no Base64.
   *
   * @see <a
   *     href="https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_pwsh">about_pwsh</a>
   */
  public static Optional<String> decode(String encoded) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(encoded);
      return bytes.length == 0
          ? Optional.empty()
          : Optional.of(new String(bytes, StandardCharsets.UTF_16LE));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
