# Cycles in chains of contexts, made by hand: raising inside of them ends.
class A(Exception):
    pass


class B(Exception):
    pass


def chain(error):
    seen = []
    while error is not None and len(seen) < 6:
        seen.append(type(error).__name__)
        error = error.__context__
    return seen


try:
    try:
        raise A
    except A as a:
        try:
            raise B
        except B as b:
            try:
                raise KeyError
            except KeyError as c:
                a.__context__ = c
                try:
                    raise ValueError
                except ValueError as d:
                    print(chain(d))
                    raise IndexError
except IndexError as error:
    print(chain(error))
try:
    raise A
except A as a:
    a.__context__ = a
    try:
        raise B
    except B as b:
        print(chain(b))
