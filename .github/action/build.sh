#!/usr/bin/env bash
# Builds target/bits-conformance.jar in the checkout that this script is part of; its path goes to the output "jar".
# With RUNNER_TEMP set, libraries are kept apart from those of other builds, where the action's cache finds them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

command -v mvn >/dev/null || { echo "bits-conformance: mvn is not on the PATH; install Maven, or give the input jar" >&2; exit 2; }

arguments=(-B -ntp -q -Dstyle.color=never -Pquick)
if [ -n "${RUNNER_TEMP:-}" ]; then
  arguments+=("-Dmaven.repo.local=$RUNNER_TEMP/bits-conformance-m2")
fi
mvn "${arguments[@]}" package
echo "jar=$PWD/target/bits-conformance.jar" >> "${GITHUB_OUTPUT:-/dev/null}"
