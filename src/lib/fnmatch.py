"""File names that match patterns such as `*.py`."""

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """True if a name matches a pattern, by the rules of the system for upper case."""
    return fnmatchcase(_normalised(name), _normalised(pat))


def _normalised(name):
    import os

    return os.path.normcase(name)


def filter(names, pat):
    """Return the names that match."""
    pat = _normalised(pat)
    return [name for name in names if fnmatchcase(_normalised(name), pat)]


def _parts(pat):
    """Split a pattern into "*", "?", ("[", negated, characters, ranges) and characters."""
    parts = []
    position = 0
    while position < len(pat):
        character = pat[position]
        position += 1
        if character == "[":
            end = position
            if pat[end:end + 1] == "!":
                end += 1
            if pat[end:end + 1] == "]":
                end += 1
            end = pat.find("]", end)
            if end >= 0:
                parts.append(_character_set(pat[position:end]))
                position = end + 1
                continue
        elif character == "*" and parts and parts[-1] == "*":
            continue
        parts.append(character if character in "*?" else ("literal", character))
    return parts


def _character_set(text):
    negated = text.startswith("!")
    if negated:
        text = text[1:]
    singles = set()
    ranges = []
    position = 0
    while position < len(text):
        if text[position + 1:position + 2] == "-" and position + 2 < len(text):
            ranges.append((text[position], text[position + 2]))
            position += 3
        else:
            singles.add(text[position])
            position += 1
    return "[", negated, singles, ranges


def _matches_one(part, character):
    if part == "?":
        return True
    if part[0] == "literal":
        return part[1] == character
    _, negated, singles, ranges = part
    found = character in singles or any(low <= character <= high for low, high in ranges)
    return found != negated


def fnmatchcase(name, pat):
    """True if a name matches a pattern; upper and lower case are different."""
    if isinstance(name, bytes):
        name, pat = name.decode("latin-1"), pat.decode("latin-1")
    parts = _parts(pat)
    part = position = 0
    # Where to go on if the text behind the last star turns out to be longer.
    star = None
    while position < len(name):
        if part < len(parts) and parts[part] == "*":
            star = part, position
            part += 1
        elif part < len(parts) and _matches_one(parts[part], name[position]):
            part += 1
            position += 1
        elif star is not None:
            star = star[0], star[1] + 1
            part, position = star[0] + 1, star[1]
        else:
            return False
    return all(each == "*" for each in parts[part:])


def translate(pat):
    """Return a regular expression for a pattern."""
    import re

    pieces = []
    for part in _parts(pat):
        if part == "*":
            pieces.append(".*")
        elif part == "?":
            pieces.append(".")
        elif part[0] == "literal":
            pieces.append(re.escape(part[1]))
        else:
            _, negated, singles, ranges = part
            inside = "".join([re.escape(each) for each in sorted(singles)])
            inside += "".join(
                [f"{re.escape(low)}-{re.escape(high)}" for low, high in ranges if low <= high]
            )
            if inside:
                pieces.append(f"[{'^' if negated else ''}{inside}]")
            else:
                pieces.append("." if negated else "(?!)")
    return f"(?s:{''.join(pieces)})\\Z"
