#!/usr/bin/env bash
# Runs the suite for the GitHub Action: inputs come as environment variables (BITS_ACTION_…), never as text of a script.
# The summary goes to GITHUB_STEP_SUMMARY, "verdict", "exit-code" and "report" to GITHUB_OUTPUT, and the exit code is the
# run's.
set -euo pipefail

wrong() {
  echo "bits-conformance: $1" >&2
  output none 2 ""
  exit 2
}

output() {
  printf 'verdict=%s\nexit-code=%s\nreport=%s\n' "$1" "$2" "$3" >> "${GITHUB_OUTPUT:-/dev/null}"
}

# Sets $value to the value of the input of that name, without line feeds at its end. The bash of macOS has no ${name^^}.
small=abcdefghijklmnopqrstuvwxyz
large=ABCDEFGHIJKLMNOPQRSTUVWXYZ
feed=$'\n'
input() {
  local variable="BITS_ACTION_${1//-/_}" i
  for ((i = 0; i < 26; i++)); do
    variable=${variable//${small:i:1}/${large:i:1}}
  done
  value=${!variable:-}
  while [ "$value" != "${value%"$feed"}" ]; do
    value=${value%"$feed"}
  done
}

input jar
jar=$value
[ -f "$jar" ] || wrong "input jar: there is no file \"$jar\""
input out
out=${value:-reports/bits-conformance}

arguments=(run)

# One line each.
for name in url target plan shard uploads size seed words dialect readback timeout ca notification order retries parallel baseline write-baseline; do
  input "$name"
  case $value in
    *$'\n'* | *$'\r'*) wrong "input $name must be one line" ;;
    ?*) arguments+=("--$name=$value") ;;
  esac
done
case $out in *$'\n'* | *$'\r'*) wrong "input out must be one line" ;; esac
arguments+=("--out=$out")

# A value on each line; empty lines are nothing.
for name in only skip header; do
  input "$name"
  lines=$value
  while IFS= read -r value || [ -n "$value" ]; do
    value=${value%$'\r'}
    [ -z "$value" ] || arguments+=("--$name=$value")
  done <<< "$lines"
done

# On or off.
for name in strict verbose insecure method-override; do
  input "$name"
  case $value in
    true) arguments+=("--$name") ;;
    false | '') ;;
    *) wrong "input $name must be true or false" ;;
  esac
done

# Credentials never stand on a command line.
input user
[ -z "$value" ] || export BITS_USER="$BITS_ACTION_USER"
input password
[ -z "$value" ] || export BITS_PASSWORD="$BITS_ACTION_PASSWORD"
unset BITS_ACTION_USER BITS_ACTION_PASSWORD

# What an earlier run left there is not what this one came to.
rm -f -- "$out/summary.md"

# The console shows text of the server, which shall give no commands to the runner.
token="bits-conformance-$RANDOM$RANDOM$RANDOM$RANDOM"
echo "::stop-commands::$token"
exitCode=0
java -jar "$jar" "${arguments[@]}" || exitCode=$?
echo "::$token::"

case $exitCode in
  0) verdict=conformant ;;
  1) verdict=nonconformant ;;
  3) verdict=incomplete ;;
  *) verdict=none ;;
esac
summary=${GITHUB_STEP_SUMMARY:-/dev/null}
report=
if [ -f "$out/summary.md" ]; then
  report=$out
  cat -- "$out/summary.md" >> "$summary"
else
  printf '## No run\n\nThe log of the step says why.\n' >> "$summary"
fi
output "$verdict" "$exitCode" "$report"
exit "$exitCode"
