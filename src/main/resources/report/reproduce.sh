# Usage: sh THIS-FILE [URL]    URL as with "run --url"; without it the one of that run.
# BITS_USER and BITS_PASSWORD: credentials. CURL_OPTIONS: more options for curl, such as -k.
# Content of uploads is all A here: as long as it was, and not the same.
set -u
LC_ALL=C
export LC_ALL

URL=${1:-$RECORDED_URL}
RUN=$(od -An -N4 -tx1 /dev/urandom | tr -d ' \n')
placeholder='{name}'
answer=$(mktemp) || exit 2
trap 'rm -f "$answer"' EXIT

# The URL of an upload of this name.
url_of() {
  case $URL in
    *"$placeholder"*) printf '%s' "${URL%%"$placeholder"*}$1${URL#*"$placeholder"}" ;;
    */) printf '%s' "$URL$1" ;;
    *) printf '%s' "$URL" ;;
  esac
}

# So many bytes.
content() {
  head -c "$1" /dev/zero | tr '\0' A
}

# Sends a packet and shows what came back.
send() {
  # CURL_OPTIONS is several words.
  # shellcheck disable=SC2086
  curl -sS -i --http1.1 --noproxy '*' --path-as-is -g -m "$LIMIT" -H 'Expect:' ${CURL_OPTIONS-} "$@" >"$answer"
  tr -d '\r' <"$answer" | tr '\001-\010\013-\037\177-\377' '[?*]' | tr '\0' '?'
  echo
}

# The session id in the last answer.
session_id() {
  tr -d '\r\0' <"$answer" |
    sed -n 's/^[Bb][Ii][Tt][Ss]-[Ss][Ee][Ss][Ss][Ii][Oo][Nn]-[Ii][Dd][[:space:]]*:[[:space:]]*//p' | head -n 1
}
