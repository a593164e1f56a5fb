# unittest.mock: stand-ins, what they remember, patching.
from unittest.mock import (
    ANY, AsyncMock, MagicMock, Mock, PropertyMock, call, create_autospec, mock_open, patch, sentinel,
)
import asyncio
m=Mock(); m.a.b(1,x=2); m(3); print(m.mock_calls, m.a.mock_calls, m.method_calls, m.call_args, m.called, m.call_count)
m=Mock(return_value=5); print(m(1), m.call_args==call(1), m.call_args_list==[call(1)])
m.assert_called_once_with(1)
for f in [lambda: m.assert_called_with(2), lambda: m.assert_not_called(), lambda: m.assert_called_once_with(1,2), lambda: m.assert_any_call(7), lambda: m.assert_has_calls([call(9)]), lambda: m.asert_x, lambda: m.called_once]:
    try: f()
    except (AssertionError, AttributeError) as e: print(type(e).__name__, e)
m=Mock(side_effect=[1,2,KeyError("x")]); print(m(),m())
try: m()
except KeyError as e: print(repr(e))
try: m()
except StopIteration: print("stop")
mm=MagicMock(); mm.__len__.return_value=3; print(len(mm), bool(mm), list(mm), mm["x"] is mm["y"], 5 in mm, int(mm), float(mm))
with mm as c: print(c is mm.__enter__.return_value)
mm.__str__.return_value = "hey"; print(str(mm))
class C:
    attr=1
    def meth(self, a, b=2): return a+b
    async def co(self): return 1
s=Mock(spec=C); s.meth(1); print(isinstance(s,C))
try: s.nope
except AttributeError as e: print(e)
with patch.object(C,"meth",return_value=9) as p: print(C().meth(1), p.call_args)
print(C().meth(1))
with patch("__main__.C.attr", 7): print(C.attr)
print(C.attr)
@patch("__main__.C")
def t(x, K): print(K is C, x)
t(1)
d={"a":1}
with patch.dict(d, {"b":2}): print(d)
print(d)
async def main():
    a=AsyncMock(return_value=4); print(await a(1)); a.assert_awaited_once_with(1); print(a.await_count)
    s=MagicMock(spec=C); print(type(await s.co()).__name__, type(s.co).__name__)
    async with AsyncMock() as z: print(type(z).__name__)
    b=AsyncMock(side_effect=ValueError("no"))
    try: await b()
    except ValueError as e: print(e)
asyncio.run(main())
print(sentinel.x, ANY==5, call(1,a=2), call.foo.bar(3), call.foo(1)(2))
au=create_autospec(C); i=au(); i.meth(1)
try: i.meth()
except TypeError as e: print(e)
pm=PropertyMock(return_value=3); type(m).p=pm; print(m.p, pm.mock_calls)
mo=mock_open(read_data="l1\nl2\n")
with patch("builtins.open", mo):
    with open("x") as f: print(f.read())
mo.assert_called_once_with("x")
m=Mock(name="n"); print(repr(m)[:16], repr(m.a.b)[:20], repr(m())[:18])
m.reset_mock(); print(m.mock_calls)
m=Mock(**{"x.return_value":3,"y":4}); print(m.x(), m.y)
del m.y
try: m.y
except AttributeError as e: print(e)
