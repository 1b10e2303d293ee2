"""Ed25519 by the formulas of RFC 8032, section 5.1: verification only, so nothing here is secret.

The standard library has none; `ssh-keygen -Y verify` takes only what it signed itself, so no checkpoint."""
import hashlib
from functools import lru_cache

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ZERO = (0, 1, 1, 0)

def add(p, q):
    """The sum of two points in extended coordinates (x, y, z, t)."""
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P

@lru_cache(256)
def doublings(point):
    """The point times 1, 2, 4, … and 2 to the power 255."""
    found = [point]
    while len(found) < 256:
        found.append(add(found[-1], found[-1]))
    return found

def times(number, point, total=ZERO):
    """A number below 2**256 times a point, added to a total."""
    for bit, power in enumerate(doublings(point)):
        total = add(total, power) if number >> bit & 1 else total
    return total

def encoded(p):
    x, y = (value * pow(p[2], -1, P) % P for value in p[:2])
    return (y | (x & 1) << 255).to_bytes(32, "little")

@lru_cache(256)
def decoded(data):
    """The point that these 32 bytes name, or None."""
    y, sign = int.from_bytes(data, "little") & 2**255 - 1, data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P

BASE = decoded(b"\x58" + b"\x66" * 31)

@lru_cache(65536)
def verifies(key, signature, message):
    """Whether a signature holds."""
    point, s = decoded(key), int.from_bytes(signature[32:], "little")
    if point is None or s >= ORDER:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    x, y, z, t = point
    return encoded(times(s, BASE, times(h, (P - x, y, z, P - t)))) == signature[:32]
