"""File names that match patterns such as `*.py`."""

import functools
import os
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """True if a name matches a pattern, by the rules of the system for upper case."""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


@functools.lru_cache(maxsize=32768, typed=True)
def _compiled(pat):
    if isinstance(pat, bytes):
        expression = translate(str(pat, "latin-1")).encode("latin-1")
    else:
        expression = translate(pat)
    return re.compile(expression).match


def filter(names, pat):
    """Return the names that match."""
    match = _compiled(os.path.normcase(pat))
    return [name for name in names if match(os.path.normcase(name))]


def fnmatchcase(name, pat):
    """True if a name matches a pattern; upper and lower case differ."""
    return _compiled(pat)(name) is not None


_STAR = object()


def _pieces(pat):
    """The expressions for the parts of a pattern, with `_STAR` for stars."""
    pieces = []
    place = 0
    while place < len(pat):
        character = pat[place]
        place += 1
        if character == "*":
            if not pieces or pieces[-1] is not _STAR:
                pieces.append(_STAR)
        elif character == "?":
            pieces.append(".")
        elif character == "[":
            end = place
            if pat[end : end + 1] == "!":
                end += 1
            if pat[end : end + 1] == "]":
                end += 1
            end = pat.find("]", end)
            if end < 0:
                pieces.append("\\[")
                continue
            pieces.append(_set(pat[place:end]))
            place = end + 1
        else:
            pieces.append(re.escape(character))
    return pieces


def _set(inside):
    """The expression for what stands between brackets."""
    if "-" not in inside:
        inside = inside.replace("\\", r"\\")
    else:
        # Ranges go from hyphen to hyphen; one with nothing in it is left out.
        parts = []
        start = 0
        hyphen = inside.find("-", 2 if inside.startswith("!") else 1)
        while hyphen >= 0:
            parts.append(inside[start:hyphen])
            start = hyphen + 1
            hyphen = inside.find("-", hyphen + 3)
        if inside[start:]:
            parts.append(inside[start:])
        else:
            parts[-1] += "-"
        for index in range(len(parts) - 1, 0, -1):
            if parts[index - 1][-1] > parts[index][0]:
                parts[index - 1] = parts[index - 1][:-1] + parts[index][1:]
                del parts[index]
        inside = "-".join(part.replace("\\", r"\\").replace("-", r"\-") for part in parts)
    if not inside:
        return "(?!)"
    if inside == "!":
        return "."
    inside = re.sub(r"([&~|])", r"\\\1", inside)
    if inside[0] == "!":
        inside = "^" + inside[1:]
    elif inside[0] in "^[":
        inside = "\\" + inside
    return f"[{inside}]"


def translate(pat):
    """Return a regular expression for a pattern."""
    runs = [[]]
    for piece in _pieces(pat):
        if piece is _STAR:
            runs.append([])
        else:
            runs[-1].append(piece)
    runs = ["".join(run) for run in runs]
    first, *rest = runs
    if not rest:
        return rf"(?s:{first})\Z"
    # Between two stars the first place that fits is as good as any: no need to come back.
    *middle, last = rest
    inner = "".join(f"(?>.*?{run})" for run in middle)
    return rf"(?s:{first}{inner}.*{last})\Z"
