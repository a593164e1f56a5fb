"""Parsing the command line."""

import sys

from argparse._actions import (
    _UNRECOGNIZED_ARGS_ATTR, ACTIONS, Action, ArgumentError, ArgumentTypeError,
    BooleanOptionalAction, FileType, Namespace, _AppendAction, _AppendConstAction,
    _AttributeHolder, _CountAction, _ExtendAction, _get_action_name, _HelpAction,
    _StoreAction, _StoreConstAction, _StoreFalseAction, _StoreTrueAction,
    _SubParsersAction, _VersionAction,
)
from argparse._constants import (
    ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE,
)
from argparse._formatting import (
    ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter,
    RawDescriptionHelpFormatter, RawTextHelpFormatter,
)

__version__ = "1.1"
__all__ = [
    "ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction",
    "FileType", "HelpFormatter", "ArgumentDefaultsHelpFormatter",
    "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "MetavarTypeHelpFormatter",
    "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER", "SUPPRESS",
    "ZERO_OR_MORE",
]


def _is_negative_number(text):
    """True for -1, -1.5 and -.5."""
    if not text.startswith("-"):
        return False
    whole, dot, fraction = text[1:].partition(".")
    if not dot:
        return whole.isdecimal()
    return (not whole or whole.isdecimal()) and fraction.isdecimal()


def _pattern_of(action):
    """How many arguments an action takes: (characters, least, most) parts in order.

    The characters stand for kinds of arguments: A for values, - for "--", O
    for options. `most` is None for any number.
    """
    dashes = ("-", 0, None)
    nargs = action.nargs
    if nargs is None:
        parts = [dashes, ("A", 1, 1), dashes]
    elif nargs == OPTIONAL:
        parts = [dashes, ("A", 0, 1), dashes]
    elif nargs == ZERO_OR_MORE:
        parts = [dashes, ("A-", 0, None)]
    elif nargs == ONE_OR_MORE:
        parts = [dashes, ("A", 1, 1), ("A-", 0, None)]
    elif nargs == REMAINDER:
        parts = [("-AO", 0, None)]
    elif nargs == PARSER:
        parts = [dashes, ("A", 1, 1), ("-AO", 0, None)]
    elif nargs == SUPPRESS:
        parts = [dashes]
    else:
        parts = [dashes]
        for _ in range(nargs):
            parts += [("A", 1, 1), dashes]
    if action.option_strings:
        # "--" ends the values of options.
        parts = [(kinds.replace("-", ""), least, most) for kinds, least, most in parts]
        parts = [part for part in parts if part[0]]
    return parts


def _match(patterns, text):
    """Match several actions, each taking as much as it can; returns the lengths or None."""
    flat = [(index, part) for index, parts in enumerate(patterns) for part in parts]
    counts = []
    position = 0
    index = 0
    while True:
        if index == len(flat):
            lengths = [0] * len(patterns)
            for (owner, _), (_, count, _) in zip(flat, counts):
                lengths[owner] += count
            return lengths
        kinds, least, most = flat[index][1]
        count = 0
        while position + count < len(text) and (most is None or count < most):
            if text[position + count] not in kinds:
                break
            count += 1
        if count >= least:
            counts.append((position, count, least))
            position += count
            index += 1
            continue
        # Go back to the last part that can do with less.
        while counts:
            start, taken, smallest = counts.pop()
            index -= 1
            if taken > smallest:
                counts.append((start, taken - 1, smallest))
                position = start + taken - 1
                index += 1
                break
        else:
            return None


class _ActionsContainer(object):
    """What parsers and groups have in common: arguments can be added."""

    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        super().__init__()
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        self.conflict_handler = conflict_handler
        self._registries = {"action": dict(ACTIONS)}
        self._get_handler()
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        # Not empty if some option looks like a negative number.
        self._has_negative_number_optionals = []

    def register(self, registry_name, value, object):
        """Give a name to an action or a type."""
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default=None):
        return self._registries.get(registry_name, {}).get(value, default)

    def set_defaults(self, **kwargs):
        """Set the defaults of attributes, with or without an argument of that name."""
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        """Return the default of an attribute."""
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest, None)

    def add_argument(self, *args, **kwargs):
        """Add an argument: a name for a positional one, flags for an option."""
        if not args or (len(args) == 1 and args[0][0] not in self.prefix_chars):
            if args and "dest" in kwargs:
                raise ValueError("dest supplied twice for positional argument")
            kwargs = self._get_positional_kwargs(*args, **kwargs)
        else:
            kwargs = self._get_optional_kwargs(*args, **kwargs)
        if "default" not in kwargs:
            if kwargs["dest"] in self._defaults:
                kwargs["default"] = self._defaults[kwargs["dest"]]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        action_class = self._pop_action_class(kwargs)
        if not callable(action_class):
            raise ValueError('unknown action "%s"' % (action_class,))
        action = action_class(**kwargs)
        type_func = self._registry_get("type", action.type, action.type)
        if type_func is None:
            type_func = str
        if not callable(type_func):
            raise ValueError("%r is not callable" % (type_func,))
        if type_func is FileType:
            raise ValueError(
                "%r is a FileType class object, instance of it must be passed" % (type_func,)
            )
        if hasattr(self, "_get_formatter"):
            try:
                self._get_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError("length of metavar tuple does not match nargs")
        return self._add_action(action)

    def add_argument_group(self, *args, **kwargs):
        """Add a group that has a heading of its own in the help."""
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        """Add a group of which only one argument may be given."""
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group

    def _add_action(self, action):
        self._check_conflict(action)
        self._actions.append(action)
        action.container = self
        for name in action.option_strings:
            self._option_string_actions[name] = action
            if _is_negative_number(name) and not self._has_negative_number_optionals:
                self._has_negative_number_optionals.append(True)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _add_container_actions(self, container):
        """Add the arguments of another parser, in groups of the same titles."""
        groups = {}
        for group in self._action_groups:
            if group.title in groups:
                raise ValueError(
                    "cannot merge actions - two groups are named %r" % group.title
                )
            groups[group.title] = group
        owners = {}
        for group in container._action_groups:
            if group.title not in groups:
                groups[group.title] = self.add_argument_group(
                    title=group.title, description=group.description,
                    conflict_handler=group.conflict_handler,
                )
            for action in group._group_actions:
                owners[action] = groups[group.title]
        for group in container._mutually_exclusive_groups:
            exclusive = self.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                owners[action] = exclusive
        for action in container._actions:
            owners.get(action, self)._add_action(action)

    def _get_positional_kwargs(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get("nargs")
        if nargs not in (OPTIONAL, ZERO_OR_MORE) or (
            nargs == ZERO_OR_MORE and "default" not in kwargs
        ):
            kwargs["required"] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _get_optional_kwargs(self, *args, **kwargs):
        chars = self.prefix_chars
        long_names = []
        for name in args:
            if name[0] not in chars:
                raise ValueError(
                    "invalid option string %r: must start with a character %r" % (name, chars)
                )
            if len(name) > 1 and name[1] in chars:
                long_names.append(name)
        dest = kwargs.pop("dest", None)
        if dest is None:
            dest = (long_names or args)[0].lstrip(chars)
            if not dest:
                raise ValueError("dest= is required for options like %r" % args[-1])
            dest = dest.replace("-", "_")
        return dict(kwargs, dest=dest, option_strings=list(args))

    def _pop_action_class(self, kwargs, default=None):
        action = kwargs.pop("action", default)
        return self._registry_get("action", action, action)

    def _get_handler(self):
        try:
            return getattr(self, "_handle_conflict_%s" % self.conflict_handler)
        except AttributeError:
            raise ValueError(
                "invalid conflict_resolution value: %r" % self.conflict_handler
            )

    def _check_conflict(self, action):
        conflicts = [
            (name, self._option_string_actions[name])
            for name in action.option_strings
            if name in self._option_string_actions
        ]
        if conflicts:
            self._get_handler()(action, conflicts)

    def _handle_conflict_error(self, action, conflicting_actions):
        plural = "" if len(conflicting_actions) == 1 else "s"
        names = ", ".join([name for name, _ in conflicting_actions])
        raise ArgumentError(action, "conflicting option string%s: %s" % (plural, names))

    def _handle_conflict_resolve(self, action, conflicting_actions):
        for name, other in conflicting_actions:
            other.option_strings.remove(name)
            self._option_string_actions.pop(name, None)
            if not other.option_strings:
                other.container._remove_action(other)


class _ArgumentGroup(_ActionsContainer):
    """Arguments that stand together in the help."""

    def __init__(self, container, title=None, description=None, **kwargs):
        for name in ("conflict_handler", "prefix_chars", "argument_default"):
            kwargs.setdefault(name, getattr(container, name))
        super().__init__(description=description, **kwargs)
        self.title = title
        self._group_actions = []
        # Everything else is the container's.
        for name in (
            "_registries", "_actions", "_option_string_actions", "_defaults",
            "_has_negative_number_optionals", "_mutually_exclusive_groups",
        ):
            setattr(self, name, getattr(container, name))

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        import warnings

        warnings.warn(
            "Nesting argument groups is deprecated.", category=DeprecationWarning, stacklevel=2
        )
        return super().add_argument_group(*args, **kwargs)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    """Arguments of which only one may be given."""

    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required
        self._container = container

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)

    def add_mutually_exclusive_group(self, *args, **kwargs):
        import warnings

        warnings.warn(
            "Nesting mutually exclusive groups is deprecated.",
            category=DeprecationWarning,
            stacklevel=2,
        )
        return super().add_mutually_exclusive_group(*args, **kwargs)


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """Knows the arguments of a program and parses the command line."""

    def __init__(
        self, prog=None, usage=None, description=None, epilog=None, parents=[],
        formatter_class=HelpFormatter, prefix_chars="-", fromfile_prefix_chars=None,
        argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True,
        exit_on_error=True,
    ):
        super().__init__(
            description=description, prefix_chars=prefix_chars,
            argument_default=argument_default, conflict_handler=conflict_handler,
        )
        if prog is None:
            prog = sys.argv[0].replace("\\", "/").rpartition("/")[2]
        self.prog = prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        self.register("type", None, lambda string: string)
        if add_help:
            prefix = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(
                prefix + "h", prefix * 2 + "help", action="help", default=SUPPRESS,
                help="show this help message and exit",
            )
        for parent in parents:
            if not isinstance(parent, ArgumentParser):
                raise TypeError("parents must be a list of ArgumentParser")
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        names = (
            "prog", "usage", "description", "formatter_class", "conflict_handler", "add_help",
        )
        return [(name, getattr(self, name)) for name in names]

    def add_subparsers(self, **kwargs):
        """Add subcommands; returns the object whose add_parser() adds one."""
        if self._subparsers is not None:
            raise ArgumentError(None, "cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            self._subparsers = self.add_argument_group(
                kwargs.pop("title", "subcommands"), kwargs.pop("description", None)
            )
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            # The usage up to the subcommand.
            formatter = self._get_formatter()
            formatter.add_usage(
                self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, ""
            )
            kwargs["prog"] = formatter.format_help().strip()
        action = self._pop_action_class(kwargs, "parsers")(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        group = self._optionals if action.option_strings else self._positionals
        group._add_action(action)
        return action

    def _get_optional_actions(self):
        return [action for action in self._actions if action.option_strings]

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    # --- parsing

    def _refuse_unrecognized(self, extras):
        if extras:
            message = "unrecognized arguments: %s" % " ".join(extras)
            if self.exit_on_error:
                self.error(message)
            raise ArgumentError(None, message)

    def parse_args(self, args=None, namespace=None):
        """Parse arguments, those of the program by default; returns a namespace."""
        namespace, extras = self.parse_known_args(args, namespace)
        self._refuse_unrecognized(extras)
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        """Like parse_args(), but returns the unknown arguments as well."""
        args = list(sys.argv[1:] if args is None else args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if (
                action.dest is not SUPPRESS
                and action.default is not SUPPRESS
                and not hasattr(namespace, action.dest)
            ):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if self.exit_on_error:
            try:
                namespace, args = self._parse_known_args(args, namespace)
            except ArgumentError as error:
                self.error(str(error))
        else:
            namespace, args = self._parse_known_args(args, namespace)
        if hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):
            args.extend(getattr(namespace, _UNRECOGNIZED_ARGS_ATTR))
            delattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
        return namespace, args

    def _parse_known_args(self, arg_strings, namespace):
        if self.fromfile_prefix_chars is not None:
            arg_strings = self._read_args_from_files(arg_strings)
        return _Run(self, arg_strings, namespace).run()

    def _read_args_from_files(self, arg_strings):
        result = []
        for argument in arg_strings:
            if not argument or argument[0] not in self.fromfile_prefix_chars:
                result.append(argument)
                continue
            try:
                with open(argument[1:], encoding="utf-8", errors="surrogateescape") as file:
                    inner = []
                    for line in file.read().splitlines():
                        inner.extend(self.convert_arg_line_to_args(line))
                    result.extend(self._read_args_from_files(inner))
            except OSError as error:
                raise ArgumentError(None, str(error))
        return result

    def convert_arg_line_to_args(self, arg_line):
        """Return the arguments in a line of a file; made to be overridden."""
        return [arg_line]

    def _match_argument(self, action, kinds):
        """Return how many arguments an action takes."""
        lengths = _match([_pattern_of(action)], kinds)
        if lengths is not None:
            return lengths[0]
        messages = {
            None: "expected one argument",
            OPTIONAL: "expected at most one argument",
            ONE_OR_MORE: "expected at least one argument",
        }
        message = messages.get(action.nargs)
        if message is None:
            plural = "" if action.nargs == 1 else "s"
            message = "expected %s argument%s" % (action.nargs, plural)
        raise ArgumentError(action, message)

    def _match_arguments_partial(self, actions, kinds):
        """Return how many arguments each of as many actions as possible takes."""
        for count in range(len(actions), 0, -1):
            lengths = _match([_pattern_of(action) for action in actions[:count]], kinds)
            if lengths is not None:
                return lengths
        return []

    def _parse_optional(self, argument):
        """Return (action, option, separator, value) if an argument is an option, else None."""
        if not argument or argument[0] not in self.prefix_chars:
            return None
        if argument in self._option_string_actions:
            return self._option_string_actions[argument], argument, None, None
        if len(argument) == 1:
            return None
        name, separator, value = argument.partition("=")
        if separator and name in self._option_string_actions:
            return self._option_string_actions[name], name, separator, value
        candidates = self._get_option_tuples(argument)
        if len(candidates) > 1:
            names = ", ".join([candidate[1] for candidate in candidates])
            raise ArgumentError(
                None, "ambiguous option: %s could match %s" % (argument, names)
            )
        if candidates:
            return candidates[0]
        if _is_negative_number(argument) and not self._has_negative_number_optionals:
            return None
        if " " in argument:
            return None
        # An option that nobody knows.
        return None, argument, None, None

    def _get_option_tuples(self, option_string):
        """Find the options that an argument may abbreviate."""
        chars = self.prefix_chars
        known = self._option_string_actions
        result = []
        if option_string[1] in chars:
            if self.allow_abbrev:
                prefix, separator, value = option_string.partition("=")
                if not separator:
                    separator = value = None
                for name, action in known.items():
                    if name.startswith(prefix):
                        result.append((action, name, separator, value))
        else:
            short = option_string[:2]
            for name, action in known.items():
                if name == short:
                    result.append((action, name, "", option_string[2:]))
                elif name.startswith(option_string):
                    result.append((action, name, None, None))
        return result

    def parse_intermixed_args(self, args=None, namespace=None):
        """Like parse_args(), but options may stand between positional arguments."""
        namespace, extras = self.parse_known_intermixed_args(args, namespace)
        self._refuse_unrecognized(extras)
        return namespace

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """Like parse_intermixed_args(), but returns the unknown arguments as well."""
        positionals = self._get_positional_actions()
        for action in positionals:
            if action.nargs in (PARSER, REMAINDER):
                raise TypeError(
                    "parse_intermixed_args: positional arg with nargs=%s" % action.nargs
                )
        for group in self._mutually_exclusive_groups:
            if any(action in positionals for action in group._group_actions):
                raise TypeError("parse_intermixed_args: positional in mutuallyExclusiveGroup")

        usage = self.usage
        optionals = self._get_optional_actions() + self._mutually_exclusive_groups
        saved = [(action, action.nargs, action.default) for action in positionals]
        required = [(action, action.required) for action in optionals]
        try:
            if self.usage is None:
                # The usage without "usage: ", as it is before the changes below.
                self.usage = self.format_usage()[7:]
            # First the options alone...
            try:
                for action in positionals:
                    action.nargs = action.default = SUPPRESS
                namespace, rest = self.parse_known_args(args, namespace)
            finally:
                for action, nargs, default in saved:
                    action.nargs, action.default = nargs, default
            # ...then what is left, for the positional arguments.
            try:
                for action in optionals:
                    action.required = False
                return self.parse_known_args(rest, namespace)
            finally:
                for action, value in required:
                    action.required = value
        finally:
            self.usage = usage

    # --- values

    def _get_values(self, action, arg_strings):
        nargs = action.nargs
        positional = not action.option_strings
        if positional and nargs not in (PARSER, REMAINDER) and "--" in arg_strings:
            arg_strings.remove("--")
        if not arg_strings and nargs == OPTIONAL:
            value = action.default if positional else action.const
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check_value(action, value)
            return value
        if not arg_strings and nargs == ZERO_OR_MORE and positional:
            if action.default is None:
                return arg_strings
            self._check_value(action, action.default)
            return action.default
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, argument) for argument in arg_strings]
        if len(values) == 1 and nargs in (None, OPTIONAL):
            self._check_value(action, values[0])
            return values[0]
        if nargs == PARSER:
            self._check_value(action, values[0])
        elif nargs != REMAINDER:
            for value in values:
                self._check_value(action, value)
        return values

    def _get_value(self, action, arg_string):
        """Convert an argument by the action's type."""
        convert = self._registry_get("type", action.type, action.type)
        if not callable(convert):
            raise ArgumentError(action, "%r is not callable" % convert)
        try:
            return convert(arg_string)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, "invalid %s value: %r" % (name, arg_string))

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ", ".join(map(repr, action.choices))
            raise ArgumentError(
                action, "invalid choice: %r (choose from %s)" % (value, choices)
            )

    # --- messages

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        """Return the usage."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        """Return the whole help."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None):
        """Print the usage."""
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file=None):
        """Print the whole help."""
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            try:
                (file or sys.stderr).write(message)
            except (AttributeError, OSError):
                pass

    def exit(self, status=0, message=None):
        """End the program."""
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        """Print usage and message to sys.stderr and end the program with status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, "%s: error: %s\n" % (self.prog, message))

    def _warning(self, message):
        self._print_message("%s: warning: %s\n" % (self.prog, message), sys.stderr)


class _Run:
    """One pass of a parser over a list of arguments."""

    def __init__(self, parser, arg_strings, namespace):
        self.parser = parser
        self.arg_strings = arg_strings
        self.namespace = namespace
        self.extras = []
        self.seen = set()
        self.seen_non_default = set()
        self.warned = set()
        self.positionals = parser._get_positional_actions()
        # action -> those it must not be given together with
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for action in group._group_actions:
                others = [other for other in group._group_actions if other is not action]
                self.conflicts.setdefault(action, []).extend(others)
        self._classify()

    def _classify(self):
        """Find out which arguments are options: O; values are A and "--" is -."""
        self.options = {}
        kinds = []
        only_values = False
        for index, argument in enumerate(self.arg_strings):
            if only_values:
                kinds.append("A")
            elif argument == "--":
                kinds.append("-")
                only_values = True
            else:
                option = self.parser._parse_optional(argument)
                if option is None:
                    kinds.append("A")
                else:
                    self.options[index] = option
                    kinds.append("O")
        self.kinds = "".join(kinds)

    def run(self):
        position = 0
        last_option = max(self.options, default=-1)
        while position <= last_option:
            following = position
            while following not in self.options:
                following += 1
            if position != following:
                end = self._consume_positionals(position)
                if end > position:
                    position = end
                    continue
            if position not in self.options:
                # Values that no positional argument takes.
                self.extras.extend(self.arg_strings[position:following])
                position = following
            position = self._consume_optional(position)
        end = self._consume_positionals(position)
        self.extras.extend(self.arg_strings[end:])
        self._check_required()
        return self.namespace, self.extras

    def _take(self, action, arg_strings, option_string=None):
        self.seen.add(action)
        values = self.parser._get_values(action, arg_strings)
        if values is not action.default:
            self.seen_non_default.add(action)
            for other in self.conflicts.get(action, []):
                if other in self.seen_non_default:
                    raise ArgumentError(
                        action, "not allowed with argument %s" % _get_action_name(other)
                    )
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option_string)

    def _warn_deprecated(self, key, message):
        if key not in self.warned:
            self.parser._warning(message)
            self.warned.add(key)

    def _consume_optional(self, start):
        """Deal with an option and its values; returns where they end."""
        parser = self.parser
        action, option_string, separator, explicit = self.options[start]
        found = []
        while True:
            if action is None:
                self.extras.append(self.arg_strings[start])
                return start + 1
            if explicit is None:
                count = parser._match_argument(action, self.kinds[start + 1:])
                stop = start + 1 + count
                found.append((action, self.arg_strings[start + 1:stop], option_string))
                break
            count = parser._match_argument(action, "A")
            chars = parser.prefix_chars
            if count == 1:
                stop = start + 1
                found.append((action, [explicit], option_string))
                break
            if count != 0 or option_string[1] in chars or explicit == "":
                raise ArgumentError(action, "ignored explicit argument %r" % explicit)
            # Several one-letter options in one argument: -xvf.
            if separator or explicit[0] in chars:
                raise ArgumentError(action, "ignored explicit argument %r" % explicit)
            found.append((action, [], option_string))
            prefix = option_string[0]
            option_string = prefix + explicit[0]
            action = parser._option_string_actions.get(option_string)
            if action is None:
                self.extras.append(prefix + explicit)
                stop = start + 1
                break
            explicit = explicit[1:]
            if not explicit:
                separator = explicit = None
            elif explicit[0] == "=":
                separator = "="
                explicit = explicit[1:]
            else:
                separator = ""
        for action, arguments, option_string in found:
            if action.deprecated:
                self._warn_deprecated(
                    option_string, "option '%s' is deprecated" % option_string
                )
            self._take(action, arguments, option_string)
        return stop

    def _consume_positionals(self, start):
        """Give values to as many positional arguments as possible; returns where they end."""
        counts = self.parser._match_arguments_partial(self.positionals, self.kinds[start:])
        for action, count in zip(self.positionals, counts):
            arguments = self.arg_strings[start:start + count]
            start += count
            if arguments and action.deprecated:
                self._warn_deprecated(
                    action.dest, "argument '%s' is deprecated" % action.dest
                )
            self._take(action, arguments)
        self.positionals = self.positionals[len(counts):]
        return start

    def _check_required(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_get_action_name(action))
            elif (
                isinstance(action.default, str)
                and hasattr(self.namespace, action.dest)
                and action.default is getattr(self.namespace, action.dest)
            ):
                # Defaults that are strings are converted like arguments.
                value = self.parser._get_value(action, action.default)
                setattr(self.namespace, action.dest, value)
        if missing:
            raise ArgumentError(
                None, "the following arguments are required: %s" % ", ".join(missing)
            )
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(
                action in self.seen_non_default for action in group._group_actions
            ):
                names = [
                    _get_action_name(action)
                    for action in group._group_actions
                    if action.help is not SUPPRESS
                ]
                raise ArgumentError(
                    None, "one of the arguments %s is required" % " ".join(names)
                )
