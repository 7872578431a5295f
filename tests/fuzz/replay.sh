#!/bin/sh
# replay.sh TARGET NAME: first the kept inputs of tests/fuzz/corpus/NAME, each once; then 5 s of new ones (60 s when
# IDERUM_LONG is set). What is found on the way is kept in the build folder, an input that breaks something too.
set -eu
target=$1
name=$2
corpus=$(dirname "$0")/corpus/$name
found=$(dirname "$target")/../fuzz/$name
mkdir -p "$found"
seconds=5
[ -z "${IDERUM_LONG:-}" ] || seconds=60
[ -d "$corpus" ] || corpus=
# shellcheck disable=SC2086 # an empty corpus is no argument
exec "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -verbosity=0 -print_final_stats=1 \
    -artifact_prefix="$found-broke-" "$found" $corpus
