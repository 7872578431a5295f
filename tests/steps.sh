# Sourced by ./test: its steps, and the count of what passed. A step is a check or a build; it counts as one test.
passed=0
failed=0
skipped=0
broken=
started=$(date +%s)

# step NAME COMMAND…
step() {
    name=$1
    shift
    begun=$(date +%s)
    log=build/log/$name.txt
    mkdir -p build/log
    if "$@" >"$log" 2>&1; then
        passed=$((passed + 1))
        printf '%-16s ok      %4d s\n' "$name" $(($(date +%s) - begun))
    else
        failed=$((failed + 1))
        { grep -E "error|warning: |FAILED|undefined reference|CMake Error" "$log" || tail -n 40 "$log"; } | head -n 60
        broken="$broken $name"
        printf '%-16s FAILED  %4d s   %s\n' "$name" $(($(date +%s) - begun)) "$log"
    fi
}

tracked_sources() {
    git ls-files --cached --others --exclude-standard -- 'src/*.cpp' 'src/*.hpp' 'tests/*.cpp' 'tests/*.hpp' 'cmake/*.cpp' |
        while read -r file; do [ ! -f "$file" ] || printf '%s\n' "$file"; done
}

check_format() {
    # The style of another version of clang-format differs in small things, so its number is checked with it.
    clang-format --version
    tracked_sources | xargs clang-format --dry-run --Werror
}

# build PRESET TARGET
build() {
    cmake --preset "$1" && ninja -C "$(folder_of "$1")" -k 0 "$2"
}

folder_of() {
    case "$1" in
    release) echo build ;;
    *) echo "build/$1" ;;
    esac
}

# The .cpp files that differ from what others have: from origin/main, else from the last commit but one; also what is not
# committed.
changed_sources() {
    base=$(git merge-base HEAD origin/main 2>/dev/null || true)
    if [ -z "$base" ] || [ "$base" = "$(git rev-parse HEAD)" ]; then
        base=$(git rev-parse --verify -q HEAD~1 || git rev-parse HEAD)
    fi
    { git diff --name-only "$base"; git ls-files --others --exclude-standard; } | sort -u |
        grep -E '^(src|tests)/.*\.cpp$' | grep -v '^tests/fuzz/' | while read -r file; do [ ! -f "$file" ] || printf '%s\n' "$file"; done
}

# What changed is looked at file by file: also one that forgets an include is found. All of it goes by batches, which
# takes a fraction of the time.
check_tidy() {
    preset=tidy
    [ -z "${IDERUM_LONG:-}" ] || preset=tidy_all
    [ "build/$preset/.ninja_log" -nt .clang-tidy ] || rm -rf "build/$preset"
    cmake --preset "$preset"
    if [ -n "${IDERUM_LONG:-}" ]; then
        ninja -C build/tidy_all -k 0 tests_checked tests_release
    else
        changed_sources | sed "s|.*|$PWD/&^|" | xargs -r ninja -C build/tidy -k 0
    fi
}

# npm's packages for the person tests lie in build/person; node finds them through a link beside the tests.
install_person_packages() {
    [ -f tests/person/package.json ] || return 0
    mkdir -p build/person
    stamp=$(cat tests/person/package.json tests/person/package-lock.json 2>/dev/null | sha256sum)
    if [ "$(cat build/person/stamp 2>/dev/null)" != "$stamp" ]; then
        cp tests/person/package*.json build/person/
        (cd build/person && PUPPETEER_SKIP_DOWNLOAD=1 npm ci --no-audit --no-fund --ignore-scripts)
        printf '%s' "$stamp" >build/person/stamp
    fi
    ln -sfn "$PWD/build/person/node_modules" tests/person/node_modules
}

# run_tests FOLDER LABELS
run_tests() {
    [ -f "$1/CTestTestfile.cmake" ] || return 0
    without=
    [ -n "${IDERUM_LONG:-}" ] || without='-LE long'
    log=build/log/ctest-$(printf '%s' "$1-$2" | tr '/|' '--').txt
    printf '\n%s: %s\n' "$1" "$2"
    # shellcheck disable=SC2086 # two words, or none
    { steady ctest --test-dir "$1" -L "$2" $without -j "$(nproc)" --output-on-failure 2>&1 || true; } | tee "$log"
    counted=$(sed -n 's/.* tests passed, \([0-9]*\) tests\{0,1\} failed out of \([0-9]*\)$/\1 \2/p' "$log" | tail -n 1)
    # Without a count ctest did not come to its end, or found nothing to run.
    if [ -z "$counted" ] || [ "${counted#* }" = 0 ]; then
        failed=$((failed + 1))
        broken="$broken $1:$2"
        return 0
    fi
    skipped=$((skipped + $(grep -c '\*\*\*Skipped' "$log" || true)))
    failed=$((failed + ${counted% *}))
    passed=$((passed + ${counted#* } - ${counted% *}))
    [ "${counted% *}" = 0 ] || broken="$broken $1"
}

# The thread sanitizer of Clang 14 wants addresses that are not shuffled, where the system lets us ask for that.
steady() {
    if setarch -R true 2>/dev/null; then
        setarch -R "$@"
    else
        "$@"
    fi
}

finish() {
    printf '\n'
    [ -z "$broken" ] || printf 'Failed:%s\n' "$broken"
    printf '%d min %d s\n' $((($(date +%s) - started) / 60)) $((($(date +%s) - started) % 60))
    # What cannot be tried on this machine is said; the full numbers allow no such gap.
    [ "$skipped" = 0 ] || printf '%d skipped\n' "$skipped"
    printf '%d passed, %d failed\n' $((passed - skipped)) "$failed"
    [ "$failed" = 0 ] && { [ -z "${IDERUM_LONG:-}" ] || [ "$skipped" = 0 ]; }
}
