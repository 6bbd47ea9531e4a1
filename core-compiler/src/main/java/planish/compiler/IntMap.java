package planish.compiler;

import java.util.Arrays;

/** A map from non-negative integers to non-negative integers; -1 for what is not there. */
final class IntMap {
  private int[] keys = new int[64];
  private int[] values = new int[64];
  private int size;

  IntMap() {
    Arrays.fill(keys, -1);
  }

  int get(int key) {
    int at = place(keys, key);
    return keys[at] < 0 ? -1 : values[at];
  }

  void put(int key, int value) {
    int at = place(keys, key);
    if (keys[at] < 0) {
      keys[at] = key;
      size++;
    }
    values[at] = value;
    if (2 * size > keys.length) {
      grow();
    }
  }

  private static int place(int[] keys, int key) {
    int at = (key * 0x9E3779B9 >>> 7) & (keys.length - 1);
    while (keys[at] >= 0 && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[2 * oldKeys.length];
    values = new int[keys.length];
    Arrays.fill(keys, -1);
    for (int k = 0; k < oldKeys.length; k++) {
      if (oldKeys[k] >= 0) {
        int at = place(keys, oldKeys[k]);
        keys[at] = oldKeys[k];
        values[at] = oldValues[k];
      }
    }
  }
}
