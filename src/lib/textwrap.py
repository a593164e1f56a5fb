"""Wrapping, filling, indenting and dedenting text."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

# Only these count: a non-breaking space, for example, must not break a line.
_WHITESPACE = "\t\n\x0b\x0c\r "


def _is_word(character):
    return character.isalnum() or character == "_"


def _is_letter(character):
    return _is_word(character) and not character.isdecimal()


def _ends_word(character):
    """True for what may stand before a dash that separates words."""
    return _is_word(character) or character in "!\"'&.,?"


def _dash_end(text, position):
    """The end of a dash of two or more hyphens with a word behind it; 0 if there is none."""
    end = position
    while text.startswith("-", end):
        end += 1
    if end - position >= 2 and end < len(text) and _is_word(text[end]):
        return end
    return 0


def _hyphen_breaks(text, position):
    """Whether a line may be broken behind the hyphen at this position."""
    before = text[max(0, position - 3):position]
    if len(before) < 2 or not _is_letter(before[-1]):
        return False
    if not _is_letter(before[-2]):
        # "e-mail-address": a single letter between hyphens.
        if not (len(before) == 3 and before[-2] == "-" and _is_letter(before[0])):
            return False
    after = text[position + 1:position + 4]
    if not after or not _is_letter(after[0]):
        return False
    following = after[2:3] if after[1:2] == "-" else after[1:2]
    return following != "" and _is_letter(following)


def _chunk_end(text, start):
    """The end of the chunk that begins at `start`, with hyphenated words taken apart."""
    if start and _ends_word(text[start - 1]):
        end = _dash_end(text, start)
        if end:
            return end
    length = len(text)
    position = start + 1
    while position < length:
        character = text[position]
        if character == "-":
            if _hyphen_breaks(text, position):
                return position + 1
            if _ends_word(text[position - 1]) and _dash_end(text, position):
                return position
        elif character in _WHITESPACE:
            return position
        position += 1
    return length


def _word_end(text, start):
    position = start
    while position < len(text) and text[position] not in _WHITESPACE:
        position += 1
    return position


class TextWrapper:
    """Wraps paragraphs; the attributes say how."""

    unicode_whitespace_trans = dict.fromkeys(map(ord, _WHITESPACE), ord(" "))

    def __init__(
        self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
        replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
        drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
        max_lines=None, placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        """Expand tabs and turn all other white space into spaces."""
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(self.unicode_whitespace_trans)
        return text

    def _split(self, text):
        """Split into chunks that can't be broken: words, parts of words and white space."""
        find_end = _chunk_end if self.break_on_hyphens is True else _word_end
        chunks = []
        position = 0
        while position < len(text):
            start = position
            while position < len(text) and text[position] in _WHITESPACE:
                position += 1
            if position == start:
                position = find_end(text, start)
            chunks.append(text[start:position])
        return chunks

    def _fix_sentence_endings(self, chunks):
        """Make the space behind a sentence two spaces wide."""
        for index in range(len(chunks) - 1):
            if chunks[index + 1] == " ":
                word = chunks[index]
                if word[-1:] in ("'", '"'):
                    word = word[:-1]
                if word[-1:] in (".", "!", "?") and "a" <= word[-2:-1] <= "z":
                    chunks[index + 1] = "  "

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """Deal with a chunk that is longer than any line."""
        if self.break_long_words:
            space_left = 1 if width < 1 else width - cur_len
            end = space_left
            chunk = reversed_chunks[-1]
            if self.break_on_hyphens and len(chunk) > space_left:
                hyphen = chunk.rfind("-", 0, space_left)
                if hyphen > 0 and chunk[:hyphen].strip("-"):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        """Put chunks together to lines."""
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line = []
            length = 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            if self._has_room(lines, chunks, length, width):
                lines.append(indent + "".join(line))
            else:
                self._end_with_placeholder(lines, line, length, width, indent)
                break
        return lines

    def _has_room(self, lines, chunks, length, width):
        """Whether the line may be used as it is, with max_lines in mind."""
        if self.max_lines is None or len(lines) + 1 < self.max_lines:
            return True
        at_end = not chunks or (
            self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
        )
        return at_end and length <= width

    def _end_with_placeholder(self, lines, line, length, width, indent):
        """Shorten the last line so that the placeholder fits behind it."""
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            length -= len(line.pop())
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """Wrap one paragraph; returns its lines, without newlines."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """Wrap one paragraph; returns one string."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """Wrap one paragraph; returns its lines. See TextWrapper for the keywords."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """Wrap one paragraph; returns one string. See TextWrapper for the keywords."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """Make every run of white space one space, and cut the text to one line."""
    wrapper = TextWrapper(width=width, max_lines=1, **kwargs)
    return wrapper.fill(" ".join(text.strip().split()))


def dedent(text):
    """Take away the white space that all lines begin with; blank lines become empty."""
    if not isinstance(text, str):
        raise TypeError(f"expected string or bytes-like object, got '{type(text).__name__}'")
    lines = text.split("\n")
    margin = None
    for index, line in enumerate(lines):
        content = line.lstrip(" \t")
        if not content:
            lines[index] = ""
            continue
        indent = line[: len(line) - len(content)]
        if margin is None:
            margin = indent
        else:
            common = 0
            while common < min(len(margin), len(indent)) and margin[common] == indent[common]:
                common += 1
            margin = margin[:common]
    if margin:
        lines = [line[len(margin):] if line else line for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    """Put `prefix` in front of the lines that aren't blank, or that pass `predicate`."""
    if predicate is None:
        predicate = str.strip
    return "".join(
        [prefix + line if predicate(line) else line for line in text.splitlines(True)]
    )
