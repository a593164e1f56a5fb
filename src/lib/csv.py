"""Tables as text with separators."""


__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS",
           "QUOTE_NOTNULL", "Error", "Dialect", "excel", "excel_tab", "unix_dialect",
           "field_size_limit", "reader", "writer", "register_dialect", "get_dialect",
           "list_dialects", "unregister_dialect", "DictReader", "DictWriter", "Sniffer"]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


class Error(Exception):
    """What is wrong with a table or a dialect."""

    __module__ = "_csv"


class Dialect:
    """How a table is written."""

    delimiter = quotechar = escapechar = doublequote = None
    skipinitialspace = lineterminator = quoting = None


class excel(Dialect):
    """As Excel writes it."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """As Excel writes it, with tabs."""

    delimiter = "\t"


class unix_dialect(Dialect):
    """As Unix programs write it."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_limit = 131072


def register_dialect(name, dialect=None, **fmtparams):
    """Give a dialect a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Format(dialect, fmtparams)


def unregister_dialect(name):
    """Forget a dialect."""
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    """Return the dialect with a name."""
    if name not in _dialects:
        raise Error("unknown dialect")
    return _Format(name, {})


def list_dialects():
    """Return the names of the dialects."""
    return list(_dialects)


def field_size_limit(*args):
    """Return how long a field may be; change it."""
    global _limit
    old = _limit
    if args:
        if not isinstance(args[0], int):
            raise TypeError("limit must be an integer")
        _limit = args[0]
    return old


class _Format:
    """A dialect, checked."""

    _DEFAULTS = {
        "delimiter": ",", "quotechar": '"', "escapechar": None, "doublequote": True,
        "skipinitialspace": False, "lineterminator": "\r\n", "quoting": QUOTE_MINIMAL,
        "strict": False,
    }

    def __init__(self, dialect, params):
        if isinstance(dialect, str):
            if dialect not in _dialects:
                raise Error("unknown dialect")
            dialect = _dialects[dialect]
        for name in params:
            if name not in self._DEFAULTS:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        for name, default in self._DEFAULTS.items():
            value = params[name] if name in params else getattr(dialect, name, default)
            if value is None and name in ("doublequote", "skipinitialspace", "strict"):
                value = default
            setattr(self, name, value)
        for name, may_be_none in (("delimiter", False), ("quotechar", True), ("escapechar", True)):
            value = getattr(self, name)
            if value is None and may_be_none:
                continue
            if not isinstance(value, str):
                suffix = "string or None" if may_be_none else "string"
                raise TypeError(f'"{name}" must be {suffix}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
            if value in "\r\n":
                raise ValueError(f"bad {name} value")
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 5:
            raise TypeError('bad "quoting" value')
        if "quotechar" in params and params["quotechar"] is None and "quoting" not in params:
            self.quoting = QUOTE_NONE
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string')


class _Reader:
    """The rows of a table."""

    def __init__(self, lines, dialect):
        self._lines = iter(lines)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        form = self.dialect
        quote = form.quotechar if form.quoting != QUOTE_NONE else None
        row = []
        field = []
        # "start" of a field, "plain", "quoted", "after" a quote in a quoted one, "escape"
        state, was = "start", "start"
        quoted = False
        began = False
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if began and (state == "quoted" or state == "escape"):
                    if form.strict:
                        raise Error("unexpected end of data") from None
                    self._end(row, field, quoted)
                    return row
                raise
            if not isinstance(line, str):
                raise Error(
                    f"iterator should return strings, not {type(line).__name__} (the file should "
                    "be opened in text mode)"
                )
            self.line_num += 1
            if not began and line in ("", "\n", "\r", "\r\n"):
                return []
            began = True
            ended = False
            for character in line:
                if ended and character not in "\r\n":
                    raise Error("new-line character seen in unquoted field - do you need to open "
                                "the file with newline=''?")
                if state == "escape":
                    field.append(character)
                    state = "quoted" if was == "quoted" else "plain"
                elif state == "quoted":
                    if character == form.escapechar:
                        was, state = "quoted", "escape"
                    elif character == quote:
                        state = "after" if form.doublequote else "plain"
                    else:
                        field.append(character)
                elif state == "after" and character == quote:
                    field.append(character)
                    state = "quoted"
                elif character in "\r\n":
                    ended = True
                elif character == form.delimiter:
                    self._end(row, field, quoted)
                    field, quoted, state = [], False, "start"
                elif state == "after" and form.strict:
                    raise Error(f"'{form.delimiter}' expected after '{quote}'")
                elif character == form.escapechar:
                    was, state = "plain", "escape"
                elif state == "start" and character == quote:
                    quoted, state = True, "quoted"
                elif state == "start" and character == " " and form.skipinitialspace:
                    pass
                else:
                    field.append(character)
                    state = "plain"
                if len(field) > _limit:
                    raise Error(f"field larger than field limit ({_limit})")
            if state == "escape" and was == "plain":
                field.append("\n")
                state = "plain"
                continue
            if state != "quoted" and state != "escape":
                self._end(row, field, quoted)
                return row

    def _end(self, row, field, quoted):
        text = "".join(field)
        quoting = self.dialect.quoting
        if not quoted:
            if quoting == QUOTE_NONNUMERIC or quoting == QUOTE_STRINGS and text:
                row.append(float(text))
                return
            if quoting in (QUOTE_NOTNULL, QUOTE_STRINGS) and not text:
                row.append(None)
                return
        row.append(text)


_Reader.__name__ = _Reader.__qualname__ = "reader"
_Reader.__module__ = "_csv"


def reader(iterable, /, dialect="excel", **fmtparams):
    """An iterator over the rows of a table, as lists of texts."""
    return _Reader(iterable, _Format(dialect, fmtparams))


class _Writer:
    """Writes rows."""

    def __init__(self, file, dialect):
        if not hasattr(file, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self._write = file.write
        self.dialect = dialect

    def writerow(self, row, /):
        """Write one row."""
        try:
            fields = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        form = self.dialect
        texts = []
        for value in fields:
            texts.append(self._field(value, len(fields) == 1))
        return self._write(form.delimiter.join(texts) + form.lineterminator)

    def writerows(self, rows, /):
        """Write several rows."""
        for row in rows:
            self.writerow(row)

    def _field(self, value, alone):
        form = self.dialect
        text = "" if value is None else value if isinstance(value, str) else str(value)
        quoting = form.quoting
        if quoting == QUOTE_NONNUMERIC:
            quoted = not isinstance(value, (int, float))
        elif quoting == QUOTE_ALL:
            quoted = True
        elif quoting == QUOTE_STRINGS:
            quoted = isinstance(value, str)
        elif quoting == QUOTE_NOTNULL:
            quoted = value is not None
        else:
            quoted = False
        special = {form.delimiter, form.escapechar, form.quotechar, "\r", "\n"}
        special.update(form.lineterminator)
        pieces = []
        for character in text:
            if character in special:
                escape = False
                if quoting == QUOTE_NONE:
                    escape = True
                elif character == form.quotechar:
                    if form.doublequote:
                        pieces.append(character)
                        quoted = True
                    else:
                        escape = True
                elif character == form.escapechar:
                    escape = True
                else:
                    quoted = True
                if escape:
                    if form.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    pieces.append(form.escapechar)
            pieces.append(character)
        if not text and alone:
            if quoting == QUOTE_NONE or quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and value is None:
                raise Error("single empty field record must be quoted")
            quoted = True
        text = "".join(pieces)
        return f"{form.quotechar}{text}{form.quotechar}" if quoted else text


_Writer.__name__ = _Writer.__qualname__ = "writer"
_Writer.__module__ = "_csv"


def writer(file, /, dialect="excel", **fmtparams):
    """Return what writes rows to a file."""
    return _Writer(file, _Format(dialect, fmtparams))


class DictReader:
    """The rows of a table as dicts; the first row names the columns."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args,
                 **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        result = dict(zip(names, row))
        if len(names) < len(row):
            result[self.restkey] = row[len(names) :]
        else:
            for name in names[len(row) :]:
                result[name] = self.restval
        return result

    __class_getitem__ = classmethod(type(list[int]))


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args,
                 **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        """Write the names of the columns."""
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError(
                    "dict contains fields not in fieldnames: " + ", ".join(map(repr, wrong))
                )
        return (rowdict.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        """Write one row."""
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        """Write several rows."""
        return self.writer.writerows(map(self._row, rowdicts))

    __class_getitem__ = classmethod(type(list[int]))


class Sniffer:
    """Guesses how a table is written from a sample of it."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        """Return a dialect that fits the sample."""
        quotechar, doubled, delimiter, skip = self._guess_from_quotes(sample, delimiters)
        if not delimiter:
            delimiter, skip = self._guess_from_counts(sample, delimiters)
        if not delimiter:
            raise Error("Could not determine delimiter")
        return type("dialect", (Dialect,), {
            "_name": "sniffed", "lineterminator": "\r\n", "quoting": QUOTE_MINIMAL,
            "doublequote": doubled, "delimiter": delimiter, "quotechar": quotechar or '"',
            "skipinitialspace": skip,
        })

    def _guess_from_quotes(self, sample, delimiters):
        """Look at what stands around quoted fields: quote, whether it is doubled inside,
        delimiter, whether a space follows that."""
        import re

        before = r"(?P<delim>[^\w\n\"'])(?P<space> ?)"
        quoted = r"(?P<quote>[\"']).*?(?P=quote)"
        for pattern in (
            rf"{before}{quoted}(?P=delim)",
            rf"(?:^|\n){quoted}{before}",
            rf"{before}{quoted}(?:$|\n)",
            rf"(?:^|\n){quoted}(?:$|\n)",
        ):
            found = list(re.finditer(pattern, sample, re.DOTALL | re.MULTILINE))
            if found:
                break
        else:
            return "", False, None, 0
        quotes, seen, spaces = {}, {}, 0
        for match in found:
            parts = match.groupdict()
            quotes[parts["quote"]] = quotes.get(parts["quote"], 0) + 1
            delimiter = parts.get("delim")
            if delimiter and (delimiters is None or delimiter in delimiters):
                seen[delimiter] = seen.get(delimiter, 0) + 1
            spaces += bool(parts.get("space"))
        quote = max(quotes, key=quotes.get)
        delimiter, skip = "", 0
        if seen:
            delimiter = max(seen, key=seen.get)
            skip = seen[delimiter] == spaces
            if delimiter == "\n":
                delimiter = ""
        ends = re.escape(delimiter)
        inside = rf"[^{ends}\n]*"
        doubled = re.search(
            rf"(({ends})|^)\W*{quote}{inside}{quote}{inside}{quote}\W*(({ends})|$)", sample,
            re.MULTILINE,
        )
        return quote, bool(doubled), delimiter, skip

    def _guess_from_counts(self, sample, delimiters):
        """Look for the character that stands equally often in (nearly) every line."""
        lines = [line for line in sample.split("\n") if line]
        size = min(10, len(lines))
        characters = [chr(code) for code in range(127)]
        counts = {character: {} for character in characters}
        modes, candidates = {}, {}
        for start in range(0, len(lines), size or 1):
            for line in lines[start:start + size]:
                for character in characters:
                    how_often = counts[character]
                    number = line.count(character)
                    how_often[number] = how_often.get(number, 0) + 1
            for character, how_often in counts.items():
                if list(how_often) == [0]:
                    continue
                # How often the usual number comes, less the exceptions.
                usual = max(how_often, key=how_often.get)
                exceptions = sum(how_often.values()) - how_often[usual]
                modes[character] = usual, how_often[usual] - exceptions
            total = min(start + size, len(lines))
            consistency = 1.0
            while not candidates and consistency >= 0.9:
                for character, (usual, surplus) in modes.items():
                    if usual > 0 and surplus > 0 and surplus / total >= consistency:
                        if delimiters is None or character in delimiters:
                            candidates[character] = usual, surplus
                consistency -= 0.01
            if len(candidates) == 1:
                break
        if not candidates:
            return "", 0
        delimiter = next((c for c in self.preferred if c in candidates), None)
        if len(candidates) == 1 or delimiter is None:
            delimiter = max(candidates, key=lambda c: (candidates[c], c))
        first = lines[0]
        return delimiter, first.count(delimiter) == first.count(f"{delimiter} ")

    def has_header(self, sample):
        """Guess whether the first row names the columns: its fields differ in kind or length."""
        import io

        rows = reader(io.StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for number, row in enumerate(rows):
            if number > 20:
                break
            if len(row) != len(header):
                continue
            for column, kind in list(kinds.items()):
                found = _kind(row[column])
                if kind is None:
                    kinds[column] = found
                elif kind != found:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            title = header[column]
            if kind is not complex:
                differs = len(title) != kind
            else:
                differs = _kind(title) is not complex
            votes += 1 if differs else -1
        return votes > 0


def _kind(text):
    """`complex` for what reads as a number, else the length of the text."""
    try:
        complex(text)
    except (ValueError, OverflowError):
        return len(text)
    return complex
