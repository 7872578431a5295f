# Sourced by ./run and ./test: `install_missing KIND…` sees to it that the packages of those kinds in packages.txt are
# there. Silent when they are.

# say SWEDISH ENGLISH: the language of the shell, on stderr.
say() {
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    en*) printf '%s\n' "$2" >&2 ;;
    *) printf '%s\n' "$1" >&2 ;;
    esac
}

# The names that are wanted and not installed.
missing_packages() {
    wanted=$(for kind in "$@"; do sed -n "s/^$kind //p" third_party/packages.txt; done)
    names=$(printf '%s\n' "$wanted" | cut -d' ' -f1)
    # dpkg-query fails when a name is new to it, which is just what is asked for.
    # shellcheck disable=SC2086 # one word a package
    installed=" $(dpkg-query -W -f '${db:Status-Status}/${Package} ' $names 2>/dev/null || true) "
    printf '%s\n' "$wanted" | while read -r name instead; do
        case "$installed" in *" installed/$name "*) continue ;; esac
        if [ -n "$instead" ] && command -v "$instead" >/dev/null 2>&1; then continue; fi
        printf '%s\n' "$name"
    done
}

install_missing() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "Idérum installerar bara paket på Debian. Se till att det som står i third_party/README.md finns." \
            "Idérum installs packages on Debian only. Make sure that what third_party/README.md lists is there."
        return 0
    fi
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    say "Installerar: $missing" "Installing: $missing"
    as_root=
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            say "Be någon med rätt att installera: apt-get install $missing" \
                "Ask somebody who may install: apt-get install $missing"
            return 1
        fi
        as_root=sudo
    fi
    log=$(mktemp)
    # shellcheck disable=SC2086 # one word a package
    if { $as_root apt-get update && $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends $missing; } </dev/null >"$log" 2>&1; then
        rm -f "$log"
        return 0
    fi
    tail -n 20 "$log" >&2
    rm -f "$log"
    say "Det gick inte att installera. Se efter att datorn har nät och försök igen." \
        "That could not be installed. Check that the computer is online and try again."
    return 1
}
