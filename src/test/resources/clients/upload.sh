#!/bin/sh
# upload.sh URL FILE SIZE [WRONG]: a BITS client of sh and curl. Exits with 0 if the file was uploaded, else with 1.
# WRONG makes it wrong: ignores-offsets, never-restarts or claims-success.
url=$1 file=$2 size=$3 wrong=$4
guid='{7df0354d-249b-430f-820d-3d2a9bef4931}'
answer=$(mktemp) && part=$(mktemp) || exit 1
trap 'rm -f "$answer" "$part"' EXIT
fragment=100000 failures=0 session=''

# give_up WHY
give_up() {
  echo "$1"
  [ "$wrong" = claims-success ] && exit 0
  exit 1
}

# send TYPE FILE [HEADER]: sends a packet; its status is in $status, 000 if no answer came
send() {
  status=$(curl -s -o /dev/null -D "$answer" -w '%{http_code}' -A upload.sh -X BITS_POST --data-binary "@$2" \
    -H 'Content-Type:' -H 'Expect:' -H "BITS-Packet-Type: $1" -H "Content-Name: ${file##*/}" \
    ${session:+-H "BITS-Session-Id: $session"} ${3:+-H "$3"} "$url")
  code=$(header bits-error)$(header bits-error-code)
}

# header NAME, in lower case: its value in the last answer
header() {
  tr -d '\r' <"$answer" | awk -v name="$1" '
    { colon = index($0, ":"); if (tolower(substr($0, 1, colon - 1)) == name) value = substr($0, colon + 1) }
    END { gsub(/^[ \t]+|[ \t]+$/, "", value); print value }'
}

# failed: goes on after an error if that makes sense
failed() {
  failures=$((failures + 1))
  case $code in
    *8020001[Ff]*) [ "$wrong" = never-restarts ] || session='' ;;
    '') case $status in 000 | 5??) [ "$status" != 501 ] || give_up "HTTP $status" ;; *) give_up "HTTP $status" ;; esac ;;
    *) give_up "HTTP $status, $code" ;;
  esac
  [ "$failures" -lt 5 ] || give_up "HTTP $status, $failures failures"
}

while :; do
  if [ -z "$session" ]; then
    : >"$part"
    send Create-Session "$part" "BITS-Supported-Protocols: $guid"
    if [ "$status" != 200 ] && [ "$status" != 201 ]; then failed; continue; fi
    [ "$(header bits-protocol)" = "$guid" ] || give_up 'not an Ack with the protocol'
    session=$(header bits-session-id) offset=0
    [ -n "$session" ] || give_up 'no session'
    host=$(header bits-host-id)
    case $host in '') ;; *:*) url=http://$host/${url#*://*/} ;; *) url=$(echo "$url" | sed "s|//[^:/]*|//$host|") ;; esac
  elif [ "$offset" -lt "$size" ]; then
    tail -c "+$((offset + 1))" "$file" | head -c "$fragment" >"$part"
    end=$((offset + $(wc -c <"$part")))
    send Fragment "$part" "Content-Range: bytes $offset-$((end - 1))/$size"
    next=$(header bits-received-content-range)
    case $status:$next in
      413:*) [ -z "$code" ] || give_up "HTTP 413, $code"; fragment=$((fragment / 2)); [ "$fragment" -gt 0 ] || give_up 'HTTP 413' ;;
      200:*[!0-9]* | 416:*[!0-9]* | 200: | 416:) give_up 'no offset' ;;
      200:* | 416:*) [ "$wrong" = ignores-offsets ] && next=$end
        [ "$next" -le "$size" ] || give_up 'an offset beyond the end'
        offset=$next ;;
      *) failed ;;
    esac
  else
    : >"$part"
    send Close-Session "$part"
    if [ "$status" = 200 ]; then echo uploaded; exit 0; fi
    failed
  fi
done
