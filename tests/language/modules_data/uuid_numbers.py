# uuid: the forms of a number of 128 bits.
import uuid

u = uuid.UUID("12345678-1234-5678-9234-567812345678")
print(u, repr(u), u.hex, u.int, u.urn, u.version, u.variant, u.fields, u.bytes, u.bytes_le, u.time, u.clock_seq, u.node)
print(u == uuid.UUID(u.hex), u == uuid.UUID(bytes=u.bytes), u == uuid.UUID(bytes_le=u.bytes_le), u == uuid.UUID(fields=u.fields), u == uuid.UUID(int=u.int), u == uuid.UUID("{" + str(u) + "}"), u == uuid.UUID(u.urn))
print(u < uuid.UUID(int=2**127 + 2**126), hash(u) == hash(u.int), u != str(u), len({u, uuid.UUID(str(u))}), int(u) == u.int)
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://python.org/"), uuid.NAMESPACE_OID, uuid.NAMESPACE_X500)
r = uuid.uuid4()
print(r.version, r.variant == uuid.RFC_4122, r != uuid.uuid4(), uuid.uuid1().version, uuid.uuid1(node=5, clock_seq=3).node, uuid.UUID(int=0), uuid.UUID(int=0, version=4))
for call in (
    lambda: uuid.UUID("x"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b"x"), lambda: uuid.UUID(fields=(1, 2)), lambda: uuid.UUID(int=0, version=9),
    lambda: setattr(u, "int", 5), lambda: u < 5, lambda: uuid.UUID("12345678123456789234567812345678z"),
):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
