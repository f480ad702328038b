#!/bin/sh
# Writes the sample reports and their picture anew. The picture needs Chromium and is left as it is where there is none.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 2
cd "$here/../.." || exit 2
work=$(mktemp -d) || exit 2
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT

fail() {
  echo "write.sh: $1" >&2
  exit 2
}

keep() {
  mkdir -p "$here/$1"
  for file in report.html report.json summary.md; do
    sed "s#$work/#reports/sample/#g" "$work/$1/$file" >"$here/$1/$file" || fail "the run of the $1 server wrote no $file"
  done
}

./bits-conformance run --plan smoke --out "$work/reference" >"$work/reference.txt" ||
  fail "the reference server was not found conformant"
keep reference

# The server itself, and not the script that starts it, so that its id is the one to end.
java -jar target/bits-conformance.jar serve \
  --fault gap-accepted --fault cancel-publishes --fault unknown-session-answered-404 >"$work/serve.txt" &
server=$!
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  url=$(sed -n 's/^reference server .* at //p' "$work/serve.txt")
  [ -n "$url" ] && break
  sleep 1
done
[ -n "$url" ] || fail "the server with faults did not start"
./bits-conformance run --plan smoke --url "$url" --readback url --retries 0 --out "$work/faulty" >"$work/faulty.txt"
[ $? -eq 1 ] || fail "the server with faults was not found nonconformant"
keep faulty

for browser in chromium chromium-browser google-chrome; do
  command -v "$browser" >/dev/null || continue
  [ "$(id -u)" -eq 0 ] && sandbox=--no-sandbox || sandbox=
  "$browser" --headless $sandbox --disable-gpu --hide-scrollbars --window-size=1100,820 \
    "--screenshot=$work/faulty.png" "file://$here/faulty/report.html" 2>/dev/null &&
    cp "$work/faulty.png" "$here/faulty.png"
  break
done
ls -l "$here"/*/* "$here"/*.png
