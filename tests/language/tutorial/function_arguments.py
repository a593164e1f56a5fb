"""Tutorial 4.8 and 4.9: functions and their arguments."""
def ask_ok(prompt, retries=4, reminder='Please try again!', answers=iter(['x', 'maybe', 'yes'])):
    while True:
        reply = next(answers)
        if reply in {'y', 'ye', 'yes'}:
            return True
        if reply in {'n', 'no', 'nop', 'nope'}:
            return False
        retries = retries - 1
        if retries < 0:
            raise ValueError('invalid user response')
        print(prompt, reminder, retries)


print(ask_ok('Do you really want to quit?'))
i = 5


def f(arg=i):
    print(arg)


i = 6
f()


def g(a, L=[]):
    L.append(a)
    return L


print(g(1), g(2), g(3), g.__defaults__)


def parrot(voltage, state='a stiff', action='voom', type='Norwegian Blue'):
    return f"{voltage} {state} {action} {type}"


print(parrot(1000), parrot(voltage=1000), parrot(action='VOOOOM', voltage=1000000), parrot('a', 'b', 'c'))
for call in (lambda: parrot(), lambda: parrot(voltage=5.0, **{'voltage': 1}), lambda: parrot(110, voltage=220),
             lambda: parrot(actor='John Cleese'), lambda: parrot(1, 2, 3, 4, 5)):
    try:
        call()
    except TypeError as error:
        print(error)


def cheeseshop(kind, *arguments, **keywords):
    print("-- Do you have any", kind, "?", arguments, keywords)
    for kw in keywords:
        print(kw, ":", keywords[kw])


cheeseshop("Limburger", "It's very runny, sir.", "It's really very, VERY runny, sir.",
           shopkeeper="Michael Palin", client="John Cleese", sketch="Cheese Shop Sketch")


def combined(pos_only, /, standard, *, kwd_only):
    return pos_only, standard, kwd_only


print(combined(1, 2, kwd_only=3), combined(1, standard=2, kwd_only=3))
for call in (lambda: combined(1, 2, 3), lambda: combined(pos_only=1, standard=2, kwd_only=3), lambda: combined(1, 2),
             lambda: combined(1, 2, kwd_only=3, other=4), lambda: combined()):
    try:
        call()
    except TypeError as error:
        print(error)


def foo(name, /, **kwds):
    return 'name' in kwds


print(foo(1, **{'name': 2}))


def concat(*args, sep="/"):
    return sep.join(args)


print(concat("earth", "mars", "venus"), concat("earth", "mars", sep="."))
args = [3, 6]
print(list(range(*args)), parrot(**{"voltage": "four million", "state": "bleedin' demised", "action": "VOOM"}))
pairs = [(1, 'one'), (2, 'two'), (3, 'three'), (4, 'four')]
pairs.sort(key=lambda pair: pair[1])
print(pairs)


def make_incrementor(n):
    """Do nothing, but document it.

    No, really, it doesn't do anything.
    """
    return lambda x: x + n


print(make_incrementor(42)(1), make_incrementor.__doc__)


def annotated(ham: str, eggs: str = 'eggs') -> str:
    return ham + ' and ' + eggs


print(annotated.__annotations__, annotated('spam'))
