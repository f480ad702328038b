#!/usr/bin/env bash
# Succeeds if a tag is v and the version of pom.xml, which jbang-catalog.json next to it has too: check-tag.sh TAG [POM]
set -euo pipefail

tag=${1:?a tag is missing}
pom=${2:-$(dirname "${BASH_SOURCE[0]}")/../../pom.xml}
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$pom")
if [ "$tag" != "v$version" ]; then
  echo "the tag $tag does not go with version $version of pom.xml: it would have to be v$version" >&2
  exit 1
fi
if ! grep -qF ":$version:all\"" "$(dirname "$pom")/jbang-catalog.json"; then
  echo "jbang-catalog.json does not have version $version of pom.xml" >&2
  exit 1
fi
