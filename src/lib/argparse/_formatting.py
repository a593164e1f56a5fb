"""The text of usage and help."""

from argparse._constants import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

__name__ = "argparse"


def _collapsed(text):
    """Make every run of white space one space."""
    # Non-breaking spaces and their like stay.
    for character in "\t\n\r\f\v":
        text = text.replace(character, " ")
    return " ".join([word for word in text.split(" ") if word])


def _terminal_width():
    try:
        from shutil import get_terminal_size
    except ImportError:
        return 80
    return get_terminal_size().columns


def _without_gaps(text):
    """Leave at most one empty line between others."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text


class _Section(object):
    """A part of the help with a heading."""

    def __init__(self, formatter, parent, heading=None):
        self.formatter = formatter
        self.parent = parent
        self.heading = heading
        self.items = []

    def format_help(self):
        formatter = self.formatter
        if self.parent is not None:
            formatter._indent()
        content = formatter._join_parts([function(*args) for function, args in self.items])
        if self.parent is not None:
            formatter._dedent()
        if not content:
            return ""
        heading = ""
        if self.heading is not SUPPRESS and self.heading is not None:
            heading = f"{' ' * formatter._current_indent}{self.heading}:\n"
        return formatter._join_parts(["\n", heading, content, "\n"])


class HelpFormatter(object):
    """Formats help; the usual formatter."""

    _Section = _Section

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = _terminal_width() - 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(
            max_help_position, max(width - 20, indent_increment * 2)
        )
        self._width = width
        self._current_indent = 0
        self._level = 0
        self._action_max_length = 0
        self._root_section = self._Section(self, None)
        self._current_section = self._root_section

    def _indent(self):
        self._current_indent += self._indent_increment
        self._level += 1

    def _dedent(self):
        self._current_indent -= self._indent_increment
        self._level -= 1

    # --- collecting

    def _add_item(self, function, args):
        self._current_section.items.append((function, args))

    def start_section(self, heading):
        self._indent()
        section = self._Section(self, self._current_section, heading)
        self._add_item(section.format_help, [])
        self._current_section = section

    def end_section(self):
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        widths = [len(self._format_action_invocation(action)) + self._current_indent]
        for sub in self._iter_indented_subactions(action):
            widths.append(len(self._format_action_invocation(sub)) + self._current_indent)
        self._action_max_length = max(self._action_max_length, *widths)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        """Return the whole text."""
        text = self._root_section.format_help()
        if text:
            text = _without_gaps(text).strip("\n") + "\n"
        return text

    def _join_parts(self, parts):
        return "".join([part for part in parts if part and part is not SUPPRESS])

    # --- usage

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = "usage: "
        if usage is not None:
            usage = usage % {"prog": self._prog}
        elif not actions:
            usage = str(self._prog)
        else:
            usage = self._generated_usage(actions, groups, prefix)
        return f"{prefix}{usage}\n\n"

    def _generated_usage(self, actions, groups, prefix):
        prog = str(self._prog)
        optionals = [action for action in actions if action.option_strings]
        positionals = [action for action in actions if not action.option_strings]
        text = self._format_actions_usage(optionals + positionals, groups)
        usage = " ".join([part for part in (prog, text) if part])
        width = self._width - self._current_indent
        if len(prefix) + len(usage) <= width:
            return usage
        # Too long for one line: wrap, positionals on lines of their own.
        option_parts = self._get_actions_usage_parts(optionals, groups)
        positional_parts = self._get_actions_usage_parts(positionals, groups)

        if len(prefix) + len(prog) <= 0.75 * width:
            indent = " " * (len(prefix) + len(prog) + 1)
            if option_parts:
                lines = _wrap([prog, *option_parts], indent, width, len(prefix))
                lines += _wrap(positional_parts, indent, width)
            elif positional_parts:
                lines = _wrap([prog, *positional_parts], indent, width, len(prefix))
            else:
                lines = [prog]
        else:
            indent = " " * len(prefix)
            lines = _wrap(option_parts + positional_parts, indent, width)
            if len(lines) > 1:
                lines = _wrap(option_parts, indent, width)
                lines += _wrap(positional_parts, indent, width)
            lines = [prog, *lines]
        return "\n".join(lines)

    def _format_actions_usage(self, actions, groups):
        return " ".join(self._get_actions_usage_parts(actions, groups))

    def _get_actions_usage_parts(self, actions, groups):
        """The text of each argument, with brackets around exclusive groups."""
        grouped = set()
        spans = {}
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f"empty group {group}")
            if all(action.help is SUPPRESS for action in members) or members[0] not in actions:
                continue
            start = actions.index(members[0])
            end = start + len(members)
            if actions[start:end] == members:
                grouped.update(members)
                spans[start, end] = group

        parts = []
        for action in actions:
            if action.help is SUPPRESS:
                part = None
            elif not action.option_strings:
                part = self._format_args(
                    action, self._get_default_metavar_for_positional(action)
                )
                if action in grouped and part[0] == "[" and part[-1] == "]":
                    part = part[1:-1]
            else:
                if action.nargs == 0:
                    part = action.format_usage()
                else:
                    metavar = self._get_default_metavar_for_optional(action)
                    part = f"{action.option_strings[0]} {self._format_args(action, metavar)}"
                if not action.required and action not in grouped:
                    part = f"[{part}]"
            parts.append(part)

        separated = set()
        for start, end in sorted(spans, reverse=True):
            visible = [part for part in parts[start:end] if part is not None]
            count = len(visible)
            if spans[start, end].required:
                opening, closing = ("(", ")") if count > 1 else ("", "")
            else:
                opening, closing = "[", "]"
            visible[0] = opening + visible[0]
            visible[-1] += closing
            for index, part in enumerate(visible[:-1], start):
                # Groups may overlap; one bar is enough.
                if index not in separated:
                    parts[index] = part + " |"
                    separated.add(index)
            parts[start + count - 1] = visible[-1]
            for index in range(start + count, end):
                parts[index] = None
        return [part for part in parts if part is not None]

    # --- texts and arguments

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, " " * self._current_indent) + "\n\n"

    def _format_action(self, action):
        help_position = min(self._action_max_length + 2, self._max_help_position)
        help_width = max(self._width - help_position, 11)
        action_width = help_position - self._current_indent - 2
        invocation = self._format_action_invocation(action)
        indent = " " * self._current_indent
        first_indent = help_position
        if not action.help:
            header = f"{indent}{invocation}\n"
        elif len(invocation) <= action_width:
            header = f"{indent}{invocation:<{action_width}}  "
            first_indent = 0
        else:
            header = f"{indent}{invocation}\n"
        parts = [header]
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                for number, line in enumerate(self._split_lines(text, help_width)):
                    parts.append(f"{' ' * (help_position if number else first_indent)}{line}\n")
        elif not header.endswith("\n"):
            parts.append("\n")
        for sub in self._iter_indented_subactions(action):
            parts.append(self._format_action(sub))
        return self._join_parts(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            metavar = self._get_default_metavar_for_positional(action)
            return self._metavar_formatter(action, metavar)(1)[0]
        names = ", ".join(action.option_strings)
        if action.nargs == 0:
            return names
        metavar = self._get_default_metavar_for_optional(action)
        return f"{names} {self._format_args(action, metavar)}"

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = "{%s}" % ",".join([str(choice) for choice in action.choices])
        else:
            result = default_metavar

        def format(count):
            return result if isinstance(result, tuple) else (result,) * count

        return format

    def _format_args(self, action, default_metavar):
        metavar = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs is None:
            return "%s" % metavar(1)
        if nargs == OPTIONAL:
            return "[%s]" % metavar(1)
        if nargs == ZERO_OR_MORE:
            names = metavar(1)
            return "[%s [%s ...]]" % names if len(names) == 2 else "[%s ...]" % names
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % metavar(2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % metavar(1)
        if nargs == SUPPRESS:
            return ""
        try:
            template = " ".join(["%s"] * range(nargs).stop)
        except TypeError:
            raise ValueError("invalid nargs value") from None
        return template % metavar(nargs)

    def _expand_help(self, action):
        params = {}
        for name, value in dict(vars(action), prog=self._prog).items():
            if value is not SUPPRESS:
                params[name] = getattr(value, "__name__", value)
        if params.get("choices") is not None:
            params["choices"] = ", ".join([str(choice) for choice in params["choices"]])
        return self._get_help_string(action) % params

    def _iter_indented_subactions(self, action):
        get_subactions = getattr(action, "_get_subactions", None)
        if get_subactions is not None:
            self._indent()
            yield from get_subactions()
            self._dedent()

    # --- for subclasses

    def _split_lines(self, text, width):
        import textwrap

        return textwrap.wrap(_collapsed(text), width)

    def _fill_text(self, text, width, indent):
        import textwrap

        return textwrap.fill(
            _collapsed(text), width, initial_indent=indent, subsequent_indent=indent
        )

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


def _wrap(parts, indent, width, prefix_length=None):
    """Put parts on lines; the first line goes behind a prefix if there is one."""
    lines = []
    line = []
    length = len(indent) - 1 if prefix_length is None else prefix_length - 1
    for part in parts:
        if line and length + 1 + len(part) > width:
            lines.append(indent + " ".join(line))
            line = []
            length = len(indent) - 1
        line.append(part)
        length += len(part) + 1
    if line:
        lines.append(indent + " ".join(line))
    if prefix_length is not None:
        lines[0] = lines[0][len(indent):]
    return lines


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves the line breaks of descriptions."""

    def _fill_text(self, text, width, indent):
        return "".join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves all line breaks."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the defaults to the help of arguments."""

    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows the type of arguments as their name."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
