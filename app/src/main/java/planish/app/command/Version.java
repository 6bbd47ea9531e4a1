package planish.app.command;

import java.lang.module.ModuleDescriptor;

/** The program's version. */
final class Version {
  private Version() {}

  /** {@return the version of this module and of the Java runtime under it} */
  static String text() {
    ModuleDescriptor descriptor = Version.class.getModule().getDescriptor();
    String version =
        descriptor == null ? "(from classes)" : descriptor.rawVersion().orElse("(no version)");
    return version + " on Java " + Runtime.version();
  }
}
