"""Library reference: unittest.mock."""
import asyncio
from unittest import mock
from unittest.mock import *
m = Mock(return_value=3)
print(m(1, 2, key='v'), m.called, m.call_count, m.call_args, m.call_args.args, m.call_args.kwargs, m.call_args_list, m.assert_called_with(1, 2, key='v'), m.assert_called_once())
m.method.return_value = 'r'
m.attr.deep.return_value = 5
print(m.method(1), m.attr.deep(), m.mock_calls, m.method_calls, call(1, a=2), call.x.y(5), m.attr.deep.call_count, repr(m).split(' id=')[0])
m.side_effect = [1, KeyError('k'), DEFAULT]
for _ in range(4):
    try:
        print(m())
    except (KeyError, StopIteration) as error:
        print(repr(error))
m.side_effect = lambda *a: len(a)
print(m(1, 2, 3))
m.reset_mock()
print(m.called, m.mock_calls)
for bad in (lambda: m.assert_called(), lambda: m.assert_called_once(), lambda: m.assert_called_with(1), lambda: (m(5), m.assert_called_with(6))[1], lambda: m.assert_not_called(), lambda: m.assert_any_call(9), lambda: m.assert_has_calls([call(7)]), lambda: m.assert_called_once_with(1), lambda: Mock(spec=['a']).b, lambda: Mock(spec=int).nope, lambda: m.asert_called(), lambda: NonCallableMock()(), lambda: create_autospec(lambda a, b: None)(1), lambda: Mock(spec_set=['a']).__setattr__('b', 1), lambda: (m(1), m(2), m.assert_called_once())[2]):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Service:
    url = 'real'

    def get(self, path):
        return 'real ' + path

    async def fetch(self):
        return 'really'


s = Service()
with patch.object(Service, 'get', return_value='fake') as fake:
    print(s.get('x'), fake.call_args)
print(s.get('x'))
with patch.object(s, 'url', 'patched'):
    print(s.url)
with patch.dict({'a': 1}, {'b': 2}) as d:
    print(d)
with patch('json.dumps', side_effect=ValueError('no')) as p:
    import json
    try:
        json.dumps(1)
    except ValueError as error:
        print(error)
print(json.dumps(1))


@patch('os.getcwd')
@patch('os.sep', '!')
def test(getcwd):
    import os
    getcwd.return_value = '/fake'
    return os.getcwd(), os.sep


print(test())
with patch.multiple(Service, url='m', get=DEFAULT) as values:
    print(Service.url, list(values), s.get(1) is values['get'].return_value)
auto = create_autospec(Service)
auto.return_value.get.return_value = 'auto'
print(auto().get('p'), auto.return_value.get.call_args, isinstance(auto(), Service))
try:
    auto().get()
except TypeError as error:
    print(error)
mm = MagicMock()
mm.__len__.return_value = 7
mm.__getitem__.side_effect = lambda k: k * 2
mm.__enter__.return_value = 'entered'
with mm as e:
    print(len(mm), mm['ab'], e, int(mm), bool(mm), list(mm), str(mm).startswith('<MagicMock'), mm == mm, mm < 5 if False else '', hash(mm) is not None, 5 in mm)
mm.configure_mock(**{'a.b.return_value': 9, 'c': 3})
print(mm.a.b(), mm.c, ANY == object(), sentinel.thing, sentinel.thing is sentinel.thing, mm.mock_calls[:3], PropertyMock)


class P:
    @property
    def prop(self):
        return 1


with patch.object(P, 'prop', new_callable=PropertyMock, return_value=42) as prop:
    print(P().prop, prop.called)
opened = mock_open(read_data='line1\nline2\n')
with patch('builtins.open', opened):
    with open('f') as f:
        print(f.read(), opened.call_args)


async def main():
    am = AsyncMock(return_value='async')
    print(await am(1), am.await_count, am.await_args, am.assert_awaited_once_with(1))
    am.side_effect = [1, ValueError('v')]
    print(await am())
    try:
        await am()
    except ValueError as error:
        print(error)
    with patch.object(Service, 'fetch') as f:
        f.return_value = 'faked'
        print(type(f).__name__, await s.fetch())
    cm = MagicMock()
    cm.__aenter__.return_value = 'ae'
    async with cm as v:
        print(v)
    cm.__aiter__.return_value = [1, 2]
    print([x async for x in cm])
    try:
        am.assert_not_awaited()
    except AssertionError as error:
        print(error)


asyncio.run(main())
seal(m)
try:
    m.new_attribute
except AttributeError as error:
    print(error)
parent = Mock()
parent.attach_mock(child := Mock(), 'child')
child(1)
print(parent.mock_calls, call(1) == call(1), call(1) == (('', (1,), {})), call.a(1).b(2).call_list(), mock.FILTER_DIR, wraps if False else '')
w = Mock(wraps=len)
print(w('abc'), w.call_count)
