package dev.keepmum.policy;

/** Days since 1970-01-01 (UTC), from dates as ISO 8601 writes them. */
final class Day {

  /** What is no date. */
  static final long NONE = Long.MIN_VALUE;

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final long MILLISECONDS = 86_400_000L;

  private Day() {}

  /** The day of {@code 2027-01-31}; {@link #NONE} if the text is no date. */
  static long of(String text) {
    boolean shaped = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    int year = shaped ? number(text, 0, 4) : -1;
    int month = shaped ? number(text, 5, 7) : -1;
    int day = shaped ? number(text, 8, 10) : -1;
    if (year < 1970 || month < 1 || month > 12 || day < 1 || day > length(year, month)) {
      return NONE;
    }
    long days = day - 1;
    for (int before = 1; before < month; before++) {
      days += length(year, before);
    }
    return days + 365L * (year - 1970) + leapDays(year - 1) - leapDays(1969);
  }

  /** The day on which a moment lies. */
  static long of(long milliseconds) {
    return Math.floorDiv(milliseconds, MILLISECONDS);
  }

  private static int length(int year, int month) {
    boolean leaps = leapDays(year) > leapDays(year - 1);
    return month == 2 && leaps ? 29 : DAYS[month - 1];
  }

  private static int leapDays(int year) {
    return year / 4 - year / 100 + year / 400;
  }

  private static int number(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }
}
