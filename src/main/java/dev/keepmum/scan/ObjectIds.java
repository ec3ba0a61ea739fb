package dev.keepmum.scan;

/**
 * A set of object ids that takes 32 bytes or so for each: histories have millions. It goes by the
 * first 128 bits, which nobody can make two contents agree in.
 */
final class ObjectIds {
  private long[] slots = new long[2 * 1024];
  private int count;

  /**
   * Adds an id in hexadecimal.
   *
   * @return whether it is new
   */
  boolean add(String id) {
    long high = Long.parseUnsignedLong(id, 0, 16, 16);
    long low = Long.parseUnsignedLong(id, 16, 32, 16) | 1; // Never empty.
    if (count * 2 > slots.length / 2) {
      grow();
    }
    return add(high, low);
  }

  private boolean add(long high, long low) {
    int mask = slots.length / 2 - 1;
    int slot = (int) (high ^ high >>> 32) & mask;
    while (slots[2 * slot + 1] != 0) {
      if (slots[2 * slot] == high && slots[2 * slot + 1] == low) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    slots[2 * slot] = high;
    slots[2 * slot + 1] = low;
    count++;
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    count = 0;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        add(old[i], old[i + 1]);
      }
    }
  }
}
