"""Constants, templates and a formatter to customise."""

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords",
    "digits", "hexdigits", "octdigits", "printable", "punctuation",
    "whitespace", "Formatter", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalise every word; without `sep`, runs of white space become one space."""
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


# --- Template ---------------------------------------------------------------

_IGNORECASE = 2
_VERBOSE = 64
_DEFAULT_ID = r"(?a:[_a-z][_a-z0-9]*)"
_NAME_START = ascii_letters + "_"
_NAME_PART = _NAME_START + digits

_not_given = {}


class _CompiledPattern:
    """The `pattern` attribute of a template class, compiled when it is first used."""

    def __get__(self, instance, owner):
        compiled = owner.__dict__.get("_compiled_pattern")
        if compiled is None:
            import re

            compiled = owner._compiled_pattern = re.compile(
                owner._pattern_source(), owner.flags | _VERBOSE
            )
        return compiled


class Template:
    """A string in which $name and ${name} can be replaced."""

    delimiter = "$"
    idpattern = _DEFAULT_ID
    braceidpattern = None
    flags = _IGNORECASE
    pattern = _CompiledPattern()

    _own_pattern = None
    _plain = True

    def __init_subclass__(cls):
        super().__init_subclass__()
        if "pattern" in cls.__dict__:
            cls._own_pattern = cls.__dict__["pattern"]
            cls.pattern = _CompiledPattern()
        cls._plain = (
            cls._own_pattern is None
            and cls.idpattern == _DEFAULT_ID
            and cls.braceidpattern is None
            and cls.flags == _IGNORECASE
        )
        if not cls._plain:
            # A wrong pattern is reported when the class is defined.
            cls.pattern

    @classmethod
    def _pattern_source(cls):
        if cls._own_pattern is not None:
            return cls._own_pattern
        import re

        mark = re.escape(cls.delimiter)
        braced = cls.braceidpattern or cls.idpattern
        return (
            f"{mark}(?:(?P<escaped>{mark})|(?P<named>{cls.idpattern})"
            f"|{{(?P<braced>{braced})}}|(?P<invalid>))"
        )

    def __init__(self, template):
        self.template = template

    def _placeholders(self):
        """Yield (kind, name, start, end) for whatever begins with the delimiter."""
        if self._plain:
            return _scan(self.template, self.delimiter)
        return self._search()

    def _search(self):
        for match in self.pattern.finditer(self.template):
            groups = match.groupdict()
            name = groups.get("named") or groups.get("braced")
            if name is not None:
                kind = "name"
            elif groups.get("escaped") is not None:
                kind = "escaped"
            elif groups.get("invalid") is not None:
                kind = "invalid"
            else:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
            start = match.start("invalid") if kind == "invalid" else match.start()
            yield kind, name, match.start(), match.end(), start

    def _replaced(self, replace, on_invalid):
        if not isinstance(self.template, str):
            kind = type(self.template).__name__
            raise TypeError(f"expected string or bytes-like object, got '{kind}'")
        pieces = []
        done = 0
        for kind, name, start, end, position in self._placeholders():
            pieces.append(self.template[done:start])
            if kind == "name":
                pieces.append(replace(name, self.template[start:end]))
            elif kind == "escaped":
                pieces.append(self.delimiter)
            else:
                pieces.append(on_invalid(position, self.template[start:end]))
            done = end
        pieces.append(self.template[done:])
        return "".join(pieces)

    def substitute(self, mapping=_not_given, /, **kws):
        """Replace every placeholder; KeyError for a missing name, ValueError for a bad one."""
        mapping = _merged(mapping, kws)
        return self._replaced(lambda name, text: str(mapping[name]), self._refuse)

    def safe_substitute(self, mapping=_not_given, /, **kws):
        """Replace what can be replaced and leave the rest."""
        mapping = _merged(mapping, kws)

        def replace(name, text):
            try:
                return str(mapping[name])
            except KeyError:
                return text

        return self._replaced(replace, lambda position, text: text)

    def _refuse(self, position, text):
        lines = self.template[:position].splitlines(keepends=True)
        if lines:
            line, column = len(lines), position - len("".join(lines[:-1]))
        else:
            line = column = 1
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def is_valid(self):
        """True if substitute() wouldn't raise ValueError."""
        return all(kind != "invalid" for kind, *_ in self._placeholders())

    def get_identifiers(self):
        """Return the names of the placeholders, each once, in order."""
        names = [name for kind, name, *_ in self._placeholders() if kind == "name"]
        return list(dict.fromkeys(names))


def _merged(mapping, keywords):
    if mapping is _not_given:
        return keywords
    if keywords:
        from collections import ChainMap

        return ChainMap(keywords, mapping)
    return mapping


def _scan(template, delimiter):
    """Find the placeholders of the usual form, without regular expressions."""
    position = 0
    width = len(delimiter)
    length = len(template)
    while True:
        start = template.find(delimiter, position)
        if start < 0:
            return
        after = start + width
        if template.startswith(delimiter, after):
            position = after + width
            yield "escaped", None, start, position, start
            continue
        braced = template.startswith("{", after)
        first = end = after + braced
        if end < length and template[end] in _NAME_START:
            while end < length and template[end] in _NAME_PART:
                end += 1
        name = template[first:end]
        if name and (not braced or template.startswith("}", end)):
            position = end + braced
            yield "name", name, start, position, start
        else:
            position = after
            yield "invalid", None, start, after, after


# --- Formatter --------------------------------------------------------------


def _parse_format(format_string):
    """Yield (literal text, field name, format spec, conversion) for str.format() strings."""
    if not isinstance(format_string, str):
        raise TypeError(f"expected str, got {type(format_string).__name__}")
    position = 0
    length = len(format_string)
    while position < length:
        start = position
        while position < length and format_string[position] not in "{}":
            position += 1
        if position == length:
            yield format_string[start:], None, None, None
            return
        brace = format_string[position]
        literal = format_string[start:position]
        position += 1
        if format_string.startswith(brace, position):
            position += 1
            yield literal + brace, None, None, None
            continue
        if brace == "}":
            raise ValueError("Single '}' encountered in format string")
        if position == length:
            raise ValueError("Single '{' encountered in format string")
        name, spec, conversion, position = _parse_field(format_string, position)
        yield literal, name, spec, conversion


def _parse_field(text, position):
    """Parse a replacement field behind its '{'; returns what is in it and its end."""
    length = len(text)
    start = position
    while True:
        if position == length:
            raise ValueError("expected '}' before end of string")
        character = text[position]
        if character == "{":
            raise ValueError("unexpected '{' in field name")
        if character == "[":
            # Anything may stand in the brackets.
            position = text.find("]", position)
            if position < 0:
                raise ValueError("expected '}' before end of string")
        elif character in "}:!":
            break
        position += 1
    name = text[start:position]
    conversion = None
    if character == "!":
        position += 1
        if position == length:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[position]
        position += 1
        if position == length:
            raise ValueError("unmatched '{' in format spec")
        character = text[position]
        if character not in "}:":
            raise ValueError("expected ':' after conversion specifier")
    if character == "}":
        return name, "", conversion, position + 1
    position += 1
    start = position
    depth = 1
    while position < length:
        if text[position] == "{":
            depth += 1
        elif text[position] == "}":
            depth -= 1
            if not depth:
                return name, text[start:position], conversion, position + 1
        position += 1
    raise ValueError("unmatched '{' in format spec")


def _as_index(text):
    """Turn decimal digits into an int and leave other text as it is."""
    if text and text.isascii() and text.isdigit():
        number = int(text)
        if number > 9223372036854775807:
            raise ValueError("Too many decimal digits in format string")
        return number
    return text


def _split_field_name(field_name):
    """Split `first.attribute[key]` into the first part and an iterator over the rest."""
    end = 0
    while end < len(field_name) and field_name[end] not in ".[":
        end += 1
    return _as_index(field_name[:end]), _field_accesses(field_name, end)


def _field_accesses(field_name, position):
    length = len(field_name)
    while position < length:
        opener = field_name[position]
        position += 1
        start = position
        if opener == ".":
            while position < length and field_name[position] not in ".[":
                position += 1
            name = field_name[start:position]
        elif opener == "[":
            position = field_name.find("]", position)
            if position < 0:
                raise ValueError("Missing ']' in format string")
            name = _as_index(field_name[start:position])
            position += 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if name == "":
            raise ValueError("Empty attribute in format string")
        yield opener == ".", name


class Formatter:
    """Does what str.format() does; subclasses override single steps."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(
        self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0
    ):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, field_name, format_spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field_name is None:
                continue
            # auto_arg_index is False once a number was given, else the next number.
            if field_name == "" or field_name.isdigit():
                automatic = field_name == ""
                if (auto_arg_index is False) if automatic else auto_arg_index:
                    raise ValueError(
                        "cannot switch from manual field "
                        "specification to automatic field numbering"
                    )
                if automatic:
                    field_name = str(auto_arg_index)
                    auto_arg_index += 1
                else:
                    auto_arg_index = False
            obj, arg_used = self.get_field(field_name, args, kwargs)
            used_args.add(arg_used)
            obj = self.convert_field(obj, conversion)
            format_spec, auto_arg_index = self._vformat(
                format_spec, args, kwargs, used_args, recursion_depth - 1,
                auto_arg_index=auto_arg_index,
            )
            result.append(self.format_field(obj, format_spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        """Find an argument by its number or its name."""
        if isinstance(key, int):
            return args[key]
        return kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """Called at the end; may raise if some arguments weren't used."""

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """Apply !s, !r or !a."""
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        """Return an iterable of (literal text, field name, format spec, conversion)."""
        return _parse_format(format_string)

    def get_field(self, field_name, args, kwargs):
        """Find what a field name refers to; returns (object, key of the argument)."""
        first, rest = _split_field_name(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, name in rest:
            obj = getattr(obj, name) if is_attribute else obj[name]
        return obj, first
