#!/usr/bin/env bash
# Succeeds if a tag is v and the version of pom.xml: check-tag.sh TAG [POM]
set -euo pipefail

tag=${1:?a tag is missing}
pom=${2:-$(dirname "${BASH_SOURCE[0]}")/../../pom.xml}
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$pom")
if [ "$tag" != "v$version" ]; then
  echo "the tag $tag does not go with version $version of pom.xml: it would have to be v$version" >&2
  exit 1
fi
