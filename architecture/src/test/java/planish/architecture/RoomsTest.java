package planish.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which room may call which, as docs/architecture.md draws it. */
class RoomsTest {
  /** What each room requires of the others directly; it may call what those let through, too. */
  private static final Map<String, Set<String>> ARROWS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("spi", Set.of()),
              Map.entry("ejml", Set.of()),
              Map.entry("diagnostics", Set.of()),
              Map.entry("autodiff", Set.of("spi", "ejml")),
              Map.entry("vector", Set.of("autodiff")),
              Map.entry("compiler", Set.of("autodiff")),
              Map.entry("transforms", Set.of("autodiff")),
              Map.entry("distributions", Set.of("transforms")),
              Map.entry("model", Set.of("distributions")),
              Map.entry("reparam", Set.of("model")),
              Map.entry("examples", Set.of("model")),
              Map.entry("kernels", Set.of("autodiff")),
              Map.entry("hmc", Set.of("kernels")),
              Map.entry("nuts", Set.of("hmc")),
              Map.entry("ensemble", Set.of("kernels")),
              Map.entry("sampling", Set.of("model", "kernels", "diagnostics")),
              Map.entry("app", Set.of("sampling", "reparam"))));

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPaths(House.rooms().values().toArray(Path[]::new));

  @Test
  void descriptorsRequireTheRoomsThatTheyMay() {
    Map<String, Set<String>> required = new TreeMap<>();
    for (Path classes : House.rooms().values()) {
      ModuleDescriptor descriptor = House.module(classes).descriptor();
      if (isRoom(descriptor.name())) {
        required.put(
            room(descriptor.name()),
            descriptor.requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .filter(RoomsTest::isRoom)
                .map(RoomsTest::room)
                .collect(Collectors.toCollection(TreeSet::new)));
      }
    }

    assertThat(required).isEqualTo(ARROWS);
  }

  /** The example of a plugin is a stranger's, and no room. */
  private static boolean isRoom(String module) {
    return module.startsWith("planish.");
  }

  private static String room(String module) {
    return module.substring("planish.".length());
  }

  @Test
  void classesCallOnlyRoomsBehindThoseArrows() {
    for (String room : ARROWS.keySet()) {
      Set<String> allowed = reachable(room);
      String[] forbidden =
          ARROWS.keySet().stream()
              .filter(other -> !allowed.contains(other) && !other.equals("ejml"))
              .map(other -> "planish." + other + "..")
              .toArray(String[]::new);
      if (!room.equals("ejml") && forbidden.length > 0) {
        noClasses()
            .that()
            .resideInAPackage("planish." + room + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(forbidden)
            .check(CLASSES);
      }
    }
  }

  private static Set<String> reachable(String room) {
    Set<String> reached = new TreeSet<>(Set.of(room));
    for (String next : ARROWS.get(room)) {
      reached.addAll(reachable(next));
    }
    return reached;
  }

  @Test
  void onlyTheRoomOfExpressionsKnowsTheMatrixLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.ejml..", "pabeles..", "planish.autodiff..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.ejml..")
        .check(CLASSES);
  }

  @Test
  void roomsFormNoCycles() {
    slices().matching("planish.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** Each family of rewrites has a package; those that others use know nothing of these. */
  @Test
  void packagesOfRewritesFormNoCycles() {
    slices().matching("planish.autodiff.rewrite.(*)..").should().beFreeOfCycles().check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("planish.autodiff.rewrite.*")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("planish.autodiff.rewrite.Rewrites")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideInAPackage("planish..")
        .and()
        .resideOutsideOfPackage("planish.app..")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  @Test
  void noRoomReachesForServicesByTheContextClassLoader() {
    noClasses()
        .that()
        .resideInAPackage("planish..")
        .should()
        .callMethod(Thread.class, "getContextClassLoader")
        .check(CLASSES);
  }

  @Test
  void noPackageCalledInternalIsExported() {
    for (Path classes : House.rooms().values()) {
      assertThat(House.module(classes).descriptor().exports())
          .filteredOn(exports -> !exports.isQualified())
          .extracting(ModuleDescriptor.Exports::source)
          .noneMatch(name -> name.contains("internal"));
    }
  }
}
