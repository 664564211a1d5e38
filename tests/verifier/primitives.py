"""Hashes, encodings and signatures of spotcheck-draw/1, in the standard library.

SM3 and Ed25519 are written out here (GB/T 32905, RFC 8032), because hashlib may
lack the first and has not the second.
"""

import functools
import hashlib


class Refused(Exception):
    """Why a bundle is not accepted."""


def refuse_unless(condition, reason):
    if not condition:
        raise Refused(reason)


# --- SM3 -------------------------------------------------------------------

_M = 0xFFFFFFFF
_SM3_IV = (0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600,
           0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E)


def _rotl(x, n):
    n &= 31
    return ((x << n) | (x >> (32 - n))) & _M


_SM3_T = tuple(_rotl(0x79CC4519 if j < 16 else 0x7A879D8A, j) for j in range(64))


def _sm3_compress(state, block):
    w = [int.from_bytes(block[i:i + 4], "big") for i in range(0, 64, 4)]
    for j in range(16, 68):
        r = w[j - 3]
        x = w[j - 16] ^ w[j - 9] ^ (((r << 15) | (r >> 17)) & _M)
        x ^= ((x << 15) | (x >> 17)) ^ ((x << 23) | (x >> 9))
        r = w[j - 13]
        w.append((x ^ ((r << 7) | (r >> 25)) ^ w[j - 6]) & _M)
    a, b, c, d, e, f, g, h = state
    for j in range(64):
        a12 = ((a << 12) | (a >> 20)) & _M
        ss1 = (a12 + e + _SM3_T[j]) & _M
        ss1 = ((ss1 << 7) | (ss1 >> 25)) & _M
        if j < 16:
            ff, gg = a ^ b ^ c, e ^ f ^ g
        else:
            ff, gg = (a & b) | (a & c) | (b & c), (e & f) | (~e & g)
        tt1 = (ff + d + (ss1 ^ a12) + (w[j] ^ w[j + 4])) & _M
        tt2 = (gg + h + ss1 + w[j]) & _M
        a, b, c, d = tt1, a, ((b << 9) | (b >> 23)) & _M, c
        p0 = tt2 ^ ((tt2 << 9) | (tt2 >> 23)) ^ ((tt2 << 17) | (tt2 >> 15))
        e, f, g, h = p0 & _M, e, ((f << 19) | (f >> 13)) & _M, g
    return tuple(x ^ y for x, y in zip(state, (a, b, c, d, e, f, g, h)))


class Sm3:
    """hashlib's interface, as far as it is needed."""

    def __init__(self, data=b""):
        self._state, self._tail, self._size = _SM3_IV, b"", 0
        self.update(data)

    def update(self, data):
        self._size += len(data)
        data = self._tail + data
        whole = len(data) - len(data) % 64
        for i in range(0, whole, 64):
            self._state = _sm3_compress(self._state, data[i:i + 64])
        self._tail = data[whole:]

    def copy(self):
        other = Sm3()
        other._state, other._tail, other._size = self._state, self._tail, self._size
        return other

    def digest(self):
        end = self.copy()
        size = end._size * 8
        end.update(b"\x80" + bytes((55 - end._size) % 64) + size.to_bytes(8, "big"))
        return b"".join(x.to_bytes(4, "big") for x in end._state)


# --- A suite: H, HMAC, root ------------------------------------------------


def lp(*elements):
    """Each element's length as 4 bytes big-endian, then its bytes."""
    out = []
    for element in elements:
        if isinstance(element, int):
            element = str(element)
        if isinstance(element, str):
            element = element.encode()
        out += [len(element).to_bytes(4, "big"), element]
    return b"".join(out)


class Suite:
    """H and what is built on it."""

    def __init__(self, new):
        self._new = new

    def hash(self, data):
        return self._new(data).digest()

    def hmac(self, key):
        """A function from message to HMAC, with the key's blocks hashed once."""
        if len(key) > 64:
            key = self.hash(key)
        key = key.ljust(64, b"\0")
        inner = self._new(bytes(x ^ 0x36 for x in key))
        outer = self._new(bytes(x ^ 0x5C for x in key))

        def sign(message):
            i = inner.copy()
            i.update(message)
            o = outer.copy()
            o.update(i.digest())
            return o.digest()

        return sign

    def root(self, lines):
        """RFC 6962's tree hash: level by level gives the same tree."""
        if not lines:
            return self.hash(b"")
        level = [self.hash(b"\0" + line) for line in lines]
        while len(level) > 1:
            pairs = [self.hash(b"\1" + level[i] + level[i + 1])
                     for i in range(0, len(level) - 1, 2)]
            level = pairs + level[len(level) - len(level) % 2:]
        return level[0]


SUITES = {"SHA256": Suite(hashlib.sha256), "SM3": Suite(Sm3)}


# --- Ed25519 -----------------------------------------------------------------

_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _P - 2, _P) % _P
_I = pow(2, (_P - 1) // 4, _P)


def _add(p, q):
    """Extended coordinates, complete for this curve."""
    a = (p[1] - p[0]) * (q[1] - q[0]) % _P
    b = (p[1] + p[0]) * (q[1] + q[0]) % _P
    c = 2 * p[3] * q[3] * _D % _P
    d = 2 * p[2] * q[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


_ZERO = (0, 1, 1, 0)


def _multiply(scalar, point):
    result = _ZERO
    while scalar:
        if scalar & 1:
            result = _add(result, point)
        point = _add(point, point)
        scalar >>= 1
    return result


def _equal(p, q):
    return ((p[0] * q[2] - q[0] * p[2]) % _P == 0 and
            (p[1] * q[2] - q[1] * p[2]) % _P == 0)


def _decode_point(data):
    """The point, or None: RFC 8032, 5.1.3."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= _P:
        return None
    x2 = (y * y - 1) * pow(_D * y * y + 1, _P - 2, _P) % _P
    x = pow(x2, (_P + 3) // 8, _P)
    if (x * x - x2) % _P:
        x = x * _I % _P
    if (x * x - x2) % _P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = _P - x
    return x, y, 1, x * y % _P


_BASE = _decode_point(((4 * pow(5, _P - 2, _P)) % _P).to_bytes(32, "little"))


@functools.lru_cache(maxsize=4096)
def verify_key_point(key):
    """The key's point; None for what is no point or of small order."""
    point = _decode_point(key)
    if point is None or _equal(_multiply(8, point), _ZERO):
        return None
    return point


def verify_signature(key, message, signature):
    point = verify_key_point(key)
    if point is None or len(signature) != 64:
        return False
    r = _decode_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if r is None or s >= _L:
        return False
    k = hashlib.sha512(signature[:32] + key + message).digest()
    k = int.from_bytes(k, "little") % _L
    return _equal(_multiply(s, _BASE), _add(r, _multiply(k, point)))


def _encode_point(point):
    inverse = pow(point[2], _P - 2, _P)
    x, y = point[0] * inverse % _P, point[1] * inverse % _P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def _expand(seed):
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little") & (2**254 - 8) | 2**254
    return scalar, digest[32:]


@functools.lru_cache(maxsize=64)
def signing_key(seed):
    """The public key of a seed: RFC 8032, 5.1.5. Nothing here keeps a secret: for
    bundles of tests alone."""
    return _encode_point(_multiply(_expand(seed)[0], _BASE))


def sign(seed, message):
    """RFC 8032, 5.1.6."""
    scalar, prefix = _expand(seed)
    r = int.from_bytes(hashlib.sha512(prefix + message).digest(), "little") % _L
    point = _encode_point(_multiply(r, _BASE))
    k = hashlib.sha512(point + signing_key(seed) + message).digest()
    s = (r + int.from_bytes(k, "little") * scalar) % _L
    return point + s.to_bytes(32, "little")
