package planish.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import planish.autodiff.graph.Place;
import planish.autodiff.rewrite.RewriteLog.Entry;

/** What a rewrite did, in few words. */
class DoneTest {
  private static final Place Y = new Place("y", "Model.java:12");

  private static List<String> sentences(boolean everywhere, Entry... entries) {
    return Done.of("roll", List.of(entries)).stream()
        .map(done -> done.sentence(everywhere))
        .toList();
  }

  @Test
  void namesSiteAndLineAsFarAsTheyAreKnown() {
    assertThat(
            sentences(
                false,
                new Entry("roll", Y, "a"),
                new Entry("roll", new Place("", "Model.java:3"), "b"),
                new Entry("roll", new Place("z", ""), "c"),
                new Entry("roll", Place.NONE, "d")))
        .containsExactly("y (Model.java:12): a", "Model.java:3: b", "z: c", "d");
  }

  @Test
  void countsWhatItDidOften() {
    assertThat(
            sentences(
                false, Collections.nCopies(1200, new Entry("roll", Y, "a")).toArray(Entry[]::new)))
        .containsExactly("y (Model.java:12): a (1,200 times)");
  }

  @Test
  void namesAFewOfManyPlacesOrAllOfThem() {
    Entry[] entries = new Entry[5];
    for (int k = 0; k < entries.length; k++) {
      entries[k] = new Entry("roll", new Place("y" + k, ""), "a");
    }

    assertThat(sentences(false, entries)).containsExactly("y0, y1, y2 and 2 more places: a");
    assertThat(sentences(true, entries)).containsExactly("y0, y1, y2, y3, y4: a");
  }

  @Test
  void looksAtOneRewriteAlone() {
    assertThat(sentences(false, new Entry("other", Y, "a"))).isEmpty();
  }
}
