package planish.hmc.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import planish.spi.UserException;

/** Groups of names as text: {@code (x1,x2)(y)}; spaces, and commas between groups, do not count. */
final class GroupText {
  private static final Pattern GROUP = Pattern.compile("\\s*,?\\s*\\(([^()]*)\\)\\s*");

  private GroupText() {}

  /**
   * {@return the names in each group; no groups for a blank text}
   *
   * @throws UserException if the text is not of that form, or a group or a name is empty
   */
  static List<List<String>> parse(String text) {
    List<List<String>> groups = new ArrayList<>();
    if (text.isBlank()) {
      return groups;
    }
    Matcher matcher = GROUP.matcher(text);
    int end = 0;
    while (end < text.length()) {
      matcher.region(end, text.length());
      boolean comma = end == 0 && text.stripLeading().startsWith(",");
      if (!matcher.lookingAt() || comma) {
        throw wrong(text, "");
      }
      groups.add(names(matcher.group(1), text));
      end = matcher.end();
    }
    return groups;
  }

  private static List<String> names(String inside, String text) {
    List<String> names = Arrays.stream(inside.split(",", -1)).map(String::strip).toList();
    if (names.stream().anyMatch(String::isEmpty)) {
      throw wrong(text, inside.isBlank() ? ", where a group is empty" : ", where a name is empty");
    }
    return names;
  }

  private static UserException wrong(String text, String reason) {
    return new UserException(
        "mass matrix 'blocks': expected groups of sites, as in (x1,x2)(y), but got '"
            + text
            + "'"
            + reason);
  }
}
