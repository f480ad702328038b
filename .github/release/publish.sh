#!/usr/bin/env bash
# Publishes the files in target/staged, and builds nothing: publish.sh URL
# The jar with everything in it must be the one that target/bits-conformance.jar.sha256 is of.
set -euo pipefail
url=${1:?a URL is missing}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

(cd target && sha256sum --check bits-conformance.jar.sha256)
poms=(target/staged/org/bitsconformance/bits-conformance/*/*.pom)
[ "${#poms[@]}" = 1 ] || { echo "more than one version is staged: ${poms[*]}" >&2; exit 1; }
base=${poms[0]%.pom}
cmp target/bits-conformance.jar "$base-all.jar"

# BASE-CLASSIFIER.TYPE or BASE.TYPE; Maven computes checksums itself.
files='' classifiers='' types=''
for file in "$base"*; do
  case $file in
    *.md5 | *.sha1 | *.sha256 | *.sha512 | "$base.jar" | "$base.pom") continue ;;
  esac
  rest=${file#"$base"}
  name=${rest%%.*}
  files+=",$file" classifiers+=",${name#-}" types+=",${rest#*.}"
done
mvn -B -ntp -s .github/release/settings.xml deploy:deploy-file -DrepositoryId=release "-Durl=$url" \
  "-DpomFile=$base.pom" "-Dfile=$base.jar" "-Dfiles=${files#,}" "-Dclassifiers=${classifiers#,}" "-Dtypes=${types#,}"
