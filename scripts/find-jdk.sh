# Finds the tools that a build needs; read by ./planish and ./verify with ".".
# Written for any POSIX shell. Messages are one sentence on standard error.

# Exit codes of both scripts, beside those of the program itself (README, "Exit codes").
exit_no_tools=5
exit_build_failed=6

# The folders that JDKs are usually installed in; PLANISH_JDK_FOLDERS (divided by colons) replaces them.
jdk_folders=${PLANISH_JDK_FOLDERS-/usr/lib/jvm:/Library/Java/JavaVirtualMachines:${HOME-}/.sdkman/candidates/java:${HOME-}/.jdks:/opt}

# is_jdk_25 HOME: whether HOME holds a whole JDK of version 25, compiler included.
is_jdk_25() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    grep -q '^JAVA_VERSION="25[".+-]' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | grep -q '^javac 25\([.+-]\|$\)'
  fi
}

# java_on_path: prints the home of the java on the path; it may be a link or, on macOS, a stand-in.
java_on_path() {
  java=$(command -v java) || return 1
  home=$(dirname "$(dirname "$(readlink -f "$java")")")
  if [ ! -x "$home/bin/javac" ]; then
    home=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  fi
  [ -n "$home" ] && printf '%s\n' "$home"
}

# find_jdk_25: sets JAVA_HOME to a JDK 25, or says where it looked and fails.
find_jdk_25() {
  if [ -n "${JAVA_HOME-}" ] && is_jdk_25 "$JAVA_HOME"; then
    return 0
  fi
  on_path=$(java_on_path) || on_path=
  if [ -n "$on_path" ] && is_jdk_25 "$on_path"; then
    JAVA_HOME=$on_path
    return 0
  fi
  rest=$jdk_folders:
  while [ -n "$rest" ]; do
    folder=${rest%%:*}
    rest=${rest#*:}
    [ -n "$folder" ] || continue
    for home in "$folder" "$folder"/* "$folder"/*/Contents/Home; do
      if is_jdk_25 "$home"; then
        JAVA_HOME=$home
        return 0
      fi
    done
  done
  if [ -n "$jdk_folders" ]; then
    where="in the folders $(printf '%s' "$jdk_folders" | sed 's/:/, /g'); install one there"
  else
    where="in no folder, as PLANISH_JDK_FOLDERS is empty; unset it"
  fi
  echo "$1: no JDK 25 was found: looked at JAVA_HOME (${JAVA_HOME:-not set})," \
    "at java on the path (${on_path:-none}) and $where or set JAVA_HOME." >&2
  return 1
}

# need_tools NAME: a JDK 25 in JAVA_HOME and Maven on the path, or ends with a sentence.
need_tools() {
  find_jdk_25 "$1" || exit $exit_no_tools
  export JAVA_HOME
  if ! command -v mvn >/dev/null; then
    echo "$1: Maven was not found: looked for mvn on the path; install Maven 3.8 or newer." >&2
    exit $exit_no_tools
  fi
  # Maven's own libraries make JDK 25 print warnings that mean nothing to the user of a build.
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS-}"
  export MAVEN_OPTS
}
