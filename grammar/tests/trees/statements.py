x = y = 1, 2
a.b[c] += 3
n: int
(m): int = 4
o.p: "text" = yield_value
del x, (y, [z]), a.b
pass; return_value = 5;
assert x, "message"
raise
raise Error from cause
import a, b.c as d
from . import e
from ..f.g import (h, i as j,)
from k import *
global q, r
if x:
    pass
elif y: pass
elif z:
    pass
else:
    pass
while x:
    break
else:
    continue
for i, *j in x, y: pass
else: pass
with a as b, c: pass
with (a as b, (c, d) as e,): pass
with (a, b): pass
with (a), (b): pass
with (yield_value) as x, y: pass
with (a, b) as c: pass
try:
    pass
except A: pass
except (B, C) as d: pass
except: pass
else: pass
finally: pass
try: pass
except* A as b: pass
try: pass
finally: pass
type Alias[T: int = str, *Ts = *tuple[int], **P = [int]] = list[T]
type = 1; type.x
