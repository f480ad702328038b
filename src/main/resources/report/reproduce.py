# Usage: python3 THIS-FILE [URL]    URL as with "run --url"; without it the one of that run.
# BITS_USER and BITS_PASSWORD: credentials. BITS_CA: file of a certificate authority. BITS_INSECURE=1: any certificate.
import base64
import hashlib
import os
import re
import socket
import ssl
import struct
import sys
import time
from urllib.parse import urlsplit

URL = sys.argv[1] if len(sys.argv) > 1 else RECORDED_URL
PLACE = urlsplit(URL)
if PLACE.scheme not in ("http", "https") or not PLACE.hostname:
    sys.exit("not an http or https URL: " + ascii(URL))
HOST = PLACE.netloc.encode("latin-1")
RUN = os.urandom(4).hex().encode("ascii")
MASK = (1 << 64) - 1
MOST = 1 << 20
connections = {}
uploads = {}


def url_of(name):
    """The URL of an upload of this name."""
    text = name.decode("latin-1")
    if "{name}" in URL:
        return URL.replace("{name}", text).encode("latin-1")
    return (URL + text if URL.endswith("/") else URL).encode("latin-1")


def target(name):
    """The same without scheme and host."""
    return b"/" + url_of(name).split(b"://", 1)[1].partition(b"/")[2]


def authorization():
    user = os.environ.get("BITS_USER", "") + ":" + os.environ.get("BITS_PASSWORD", "")
    return b"Basic " + base64.b64encode(user.encode("utf-8"))


def payload(seed, offset, length):
    """Content of an upload, made from its seed."""
    first = offset // 8
    words = bytearray()
    for n in range(first, (offset + length + 7) // 8):
        z = (seed * 0x9E3779B97F4A7C15 + n + 0x9E3779B97F4A7C15) & MASK
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        words += struct.pack("<Q", z ^ (z >> 31))
    if seed >> 62 == 1:
        words = bytearray(word % 64 + 48 for word in words)
    return bytes(words[offset - first * 8:offset - first * 8 + length])


def connect():
    port = PLACE.port or (443 if PLACE.scheme == "https" else 80)
    plain = socket.create_connection((PLACE.hostname, port), LIMIT)
    plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if PLACE.scheme == "http":
        return plain
    context = ssl.create_default_context(cafile=os.environ.get("BITS_CA"))
    if os.environ.get("BITS_INSECURE"):
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context.wrap_socket(plain, server_hostname=PLACE.hostname)


def split(data):
    """Head and rest of the final answer, or None while it has not come."""
    while True:
        head, end, rest = data.partition(b"\r\n\r\n")
        if not end:
            return None
        if not re.match(rb"HTTP/\d\.\d 1\d\d", head):
            return head, rest
        data = rest


def complete(data):
    parts = split(data)
    if parts is None:
        return False
    head, rest = parts
    if re.search(rb"(?im)^transfer-encoding[ \t]*:[ \t]*chunked", head):
        return rest.startswith(b"0\r\n\r\n") or b"\r\n0\r\n\r\n" in rest
    length = re.search(rb"(?im)^content-length[ \t]*:[ \t]*(\d{1,18})", head)
    if length:
        return len(rest) >= int(length.group(1))
    return re.match(rb"HTTP/\d\.\d (204|304)", head) is not None


def receive(link, limit, done=complete):
    """What comes back, and why there is no more of it."""
    data = b""
    end = time.monotonic() + limit
    try:
        while not done(data):
            link.settimeout(max(0.001, end - time.monotonic()))
            more = link.recv(65536)
            if not more:
                return data, "(the connection ended)"
            data += more
            if len(data) > MOST:
                return data, "(more than is read here)"
    except socket.timeout:
        return data, "(no more came within %g s)" % limit
    except OSError as e:
        return data, "(%s)" % ascii(str(e))
    return data, ""


def show(data, end):
    for line in data[:4000].split(b"\n"):
        print("  " + line.rstrip(b"\r").decode("latin-1").encode("unicode_escape").decode("ascii"))
    if len(data) > 4000:
        print("  ... %d bytes in all" % len(data))
    if end:
        print("  " + end)
    print(flush=True)


def pieces_of(data, size):
    return [data[at:at + size] for at in range(0, len(data), size)]


def keep(head, body):
    """Notes what was sent of an upload."""
    span = re.search(rb"(?im)^content-range:[ \t]*bytes (\d{1,12})-(\d{1,12})/", head)
    if span and int(span.group(2)) - int(span.group(1)) + 1 == len(body):
        whole = uploads.setdefault(head.split(b" ")[1], bytearray())
        first = int(span.group(1))
        whole.extend(bytes(max(0, first - len(whole))))
        whole[first:first + len(body)] = body


def send(title, connection, head, body=b"", again=False, pieces=None, cut=None, expect=False):
    """Sends a packet and shows what came back.

    again: over the connection of the packet before; pieces: bytes of a piece of the head, of the body, pause in
    seconds; cut: what becomes of the connection after these bytes; expect: the body waits for an interim answer."""
    print("== " + title, flush=True)
    keep(head, body)
    if not again or connection not in connections:
        for other in connections.values():
            other.close()
        connections.clear()
        connections[connection] = connect()
    link = connections[connection]
    data, end = b"", ""
    try:
        if pieces:
            for piece in pieces_of(head, pieces[0]) + pieces_of(body, pieces[1]):
                link.sendall(piece)
                time.sleep(pieces[2])
        elif expect:
            link.sendall(head)
            data, _ = receive(link, min(1.0, LIMIT / 10), lambda seen: b"\r\n\r\n" in seen)
            if split(data) is None:
                link.sendall(body)
        else:
            link.sendall(head + body)
    except OSError as e:
        end = "(while sending: %s)" % ascii(str(e))
    if cut == "half-close" and PLACE.scheme == "http":
        link.shutdown(socket.SHUT_WR)
    elif cut:
        if cut == "reset":
            link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        link.close()
        del connections[connection]
        show(data, "(broken off: %s)" % cut)
        return data
    if not complete(data):
        before = data
        more, why = receive(link, LIMIT, lambda seen: complete(before + seen))
        data, end = before + more, why or end
    show(data, end)
    if end or re.search(rb"(?im)^connection[ \t]*:[ \t]*close", data):
        connections.pop(connection).close()
    return data


def session_id(data):
    """The session id in an answer."""
    found = re.search(rb"(?im)^bits-session-id[ \t]*:[ \t]*([^\r\n]*)", data)
    return found.group(1).strip() if found else b""


def look(name):
    """Looks at the destination of an upload by GET."""
    print("== GET of the upload", flush=True)
    link = connect()
    secret = b"Authorization: " + authorization() + b"\r\n" if os.environ.get("BITS_USER") else b""
    link.sendall(b"GET " + target(name) + b" HTTP/1.1\r\nHost: " + HOST + b"\r\n" + secret + b"Connection: close\r\n\r\n")
    data, end = receive(link, LIMIT)
    link.close()
    head, body = split(data) or (data, b"")
    show(head, end)
    sent = bytes(uploads.get(target(name), b""))
    for word, some in (("sent", sent), ("there", body)):
        print("%-6s %d bytes, SHA-256 %s" % (word, len(some), hashlib.sha256(some).hexdigest()))
    print("the same" if sent == body else "NOT the same")


