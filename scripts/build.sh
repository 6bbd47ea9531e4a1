# Builds the image and its start-up cache; read by ./planish with ".", which sets root, image, cache
# and stamp.

. "$root/scripts/find-jdk.sh"

log=$root/target/planish-build.log
lock=$root/target/planish-build.lock

build() {
  mkdir -p "$root/target" "$root/app/target" || exit $exit_build_failed
  wait_for_other_build
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  if ! is_up_to_date; then
    need_tools planish
    build_image
    build_cache
    mv "$stamp.new" "$stamp"
  fi
  rm -rf "$lock"
  trap - EXIT INT TERM
}

# Two builds at once would overwrite each other's files: the second waits for the first.
wait_for_other_build() {
  waited=0
  until mkdir "$lock" 2>/dev/null; do
    holder=$(cat "$lock/pid" 2>/dev/null) || holder=
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$lock"
    elif [ -z "$holder" ] && [ "$waited" -ge 5 ]; then
      # Whoever made it ended before saying who it was.
      rm -rf "$lock"
    else
      [ "$waited" -ne 1 ] || echo "Waiting for another build of Planish …" >&2
      waited=$((waited + 1))
      sleep 1
    fi
  done
  echo $$ >"$lock/pid"
}

build_image() {
  if [ -f "$stamp" ]; then
    echo "Building Planish, as its source has changed (less than a minute) …" >&2
  else
    echo "Building Planish for its first use (a minute or two; log: $log) …" >&2
  fi
  # Made before the build: what changes meanwhile is newer and is built next time.
  : >"$stamp.new"
  if ! (cd "$root" && mvn -B -pl app -am package -DskipTests) >"$log" 2>&1; then
    grep '^\[ERROR\]' "$log" | head -n 3 >&2
    echo "planish: the build failed; all that it said is in $log" >&2
    exit $exit_build_failed
  fi
}

# The cache holds loaded and linked classes; without it Planish runs all the same, starting later.
build_cache() {
  rm -f "$cache"
  practice=$(mktemp -d) || return 0
  "$image/bin/java" @"$root/scripts/java.options" "-XX:AOTCacheOutput=$cache" \
    -m planish.app/planish.app.Main sample eight-schools-noncentered --warmup 300 --draws 300 \
    --output "$practice" >>"$log" 2>&1 </dev/null || rm -f "$cache"
  rm -rf "$practice"
}
