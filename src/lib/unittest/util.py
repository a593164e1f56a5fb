"""Texts and comparisons for messages."""

from collections import namedtuple

__unittest = True

_MAX_LENGTH = 80
# How long the parts of a shortened repr are: begin[n chars]common[n chars]end.
_PLACEHOLDER_LEN = 12
_MIN_BEGIN_LEN = 5
_MIN_END_LEN = 5
_MIN_COMMON_LEN = 5
_MIN_DIFF_LEN = _MAX_LENGTH - (
    _MIN_BEGIN_LEN + _PLACEHOLDER_LEN + _MIN_COMMON_LEN + _PLACEHOLDER_LEN + _MIN_END_LEN
)


def _shorten(s, prefixlen, suffixlen):
    skip = len(s) - prefixlen - suffixlen
    if skip > _PLACEHOLDER_LEN:
        return "%s[%d chars]%s" % (s[:prefixlen], skip, s[len(s) - suffixlen:])
    return s


def _common_prefix(texts):
    shortest, longest = min(texts), max(texts)
    length = 0
    while length < len(shortest) and shortest[length] == longest[length]:
        length += 1
    return shortest[:length]


def _common_shorten_repr(*args):
    """The reprs, shortened around what they have in common at the beginning."""
    texts = tuple(map(safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    prefix = _common_prefix(texts)
    length = len(prefix)
    room = _MAX_LENGTH - (longest - length + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if room > _MIN_COMMON_LEN:
        prefix = _shorten(prefix, _MIN_BEGIN_LEN, room)
        return tuple([prefix + text[length:] for text in texts])
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple(
        [prefix + _shorten(text[length:], _MIN_DIFF_LEN, _MIN_END_LEN) for text in texts]
    )


def safe_repr(obj, short=False):
    """repr(), with object.__repr__() in the place of one that fails."""
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < _MAX_LENGTH:
        return result
    return result[:_MAX_LENGTH] + " [truncated]..."


def strclass(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def three_way_cmp(x, y):
    """Return -1, 0 or 1 for less, equal and greater."""
    return (x > y) - (x < y)


_Mismatch = namedtuple("Mismatch", "actual expected value", module=__name__)


def _count_diff_all_purpose(actual, expected):
    """Elements that occur differently often, for elements that can't be hashed."""
    taken = object()
    first, second = list(actual), list(expected)
    result = []

    def take(items, element, start=0):
        count = 0
        for index in range(start, len(items)):
            if items[index] is not taken and items[index] == element:
                count += 1
                items[index] = taken
        return count

    for index, element in enumerate(first):
        if element is taken:
            continue
        count = take(first, element, index)
        other = take(second, element)
        if count != other:
            result.append(_Mismatch(count, other, element))
    for index, element in enumerate(second):
        if element is not taken:
            result.append(_Mismatch(0, take(second, element, index), element))
    return result


def _count_diff_hashable(actual, expected):
    """Elements that occur differently often."""
    from collections import Counter

    first, second = Counter(actual), Counter(expected)
    result = [
        _Mismatch(count, second[element], element)
        for element, count in first.items()
        if count != second[element]
    ]
    result += [
        _Mismatch(0, count, element)
        for element, count in second.items()
        if element not in first
    ]
    return result
