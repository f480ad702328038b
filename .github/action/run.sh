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

# The value of the input of that name.
input() {
  local variable
  variable="BITS_ACTION_$(printf '%s' "$1" | tr 'a-z-' 'A-Z_')"
  printf '%s' "${!variable:-}"
}

jar=$(input jar)
[ -f "$jar" ] || wrong "input jar: there is no file \"$jar\""
out=$(input out)
out=${out:-reports/bits-conformance}

arguments=(run)

# One line each.
for name in url target plan shard uploads size seed words dialect readback timeout ca notification order retries parallel baseline write-baseline; do
  value=$(input "$name")
  case $value in
    *$'\n'* | *$'\r'*) wrong "input $name must be one line" ;;
    ?*) arguments+=("--$name=$value") ;;
  esac
done
case $out in *$'\n'* | *$'\r'*) wrong "input out must be one line" ;; esac
arguments+=("--out=$out")

# A value on each line; empty lines are nothing.
for name in only skip header; do
  while IFS= read -r value || [ -n "$value" ]; do
    value=${value%$'\r'}
    [ -z "$value" ] || arguments+=("--$name=$value")
  done <<< "$(input "$name")"
done

# On or off.
for name in strict verbose insecure method-override; do
  case $(input "$name") in
    true) arguments+=("--$name") ;;
    false | '') ;;
    *) wrong "input $name must be true or false" ;;
  esac
done

# Credentials never stand on a command line.
[ -z "$(input user)" ] || export BITS_USER="$BITS_ACTION_USER"
[ -z "$(input password)" ] || export BITS_PASSWORD="$BITS_ACTION_PASSWORD"
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
