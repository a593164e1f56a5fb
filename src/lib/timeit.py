"""Measuring how long small pieces of code take.

On the command line: python -m timeit [-n N] [-r N] [-s S] [-u U] [-p] [-v] [-h] [--] [STATEMENT...]

  -n/--number N   how often the statement runs in one measurement
                  (without it: so often that a measurement takes 0.2 seconds)
  -r/--repeat N   how many measurements there are (default 5); the best one counts
  -s/--setup S    a statement that runs once before, not measured (may be given several times)
  -u/--unit U     the unit of the result: nsec, usec, msec or sec
  -p/--process    measure the processor time of the process instead of the time that passes
  -v/--verbose    print every measurement; twice: with more digits
  -h/--help       print this text
  --              what follows is a statement, even if it begins with a hyphen

Several statements are the lines of one piece of code; blanks at their start are its indentation.
"""

import itertools
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

dummy_src_name = "<timeit-src>"
default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter

_globals = globals

_TEMPLATE = """
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {statement}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def reindent(src, indent):
    """Indent the lines behind the first one."""
    return src.replace("\n", "\n" + " " * indent)


class Timer:
    """Runs a statement many times; both it and the setup are text or functions."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        namespace = {}
        environment = _globals() if globals is None else globals
        init = ""
        if isinstance(setup, str):
            # Each has to be right by itself.
            compile(setup, dummy_src_name, "exec")
            setup_text = setup + "\n"
            setup = reindent(setup, 4)
        elif callable(setup):
            namespace["_setup"] = setup
            init += ", _setup=_setup"
            setup_text = ""
            setup = "_setup()"
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(setup_text + stmt, dummy_src_name, "exec")
            stmt = reindent(stmt, 8)
        elif callable(stmt):
            namespace["_stmt"] = stmt
            init += ", _stmt=_stmt"
            stmt = "_stmt()"
        else:
            raise ValueError("stmt is neither a string nor callable")
        self.src = _TEMPLATE.format(statement=stmt, setup=setup, init=init)
        exec(compile(self.src, dummy_src_name, "exec"), environment, namespace)
        self.inner = namespace["inner"]

    def print_exc(self, file=None):
        """Print the exception that is being handled, with lines of the timed code."""
        import linecache
        import traceback

        if self.src is not None:
            linecache.cache[dummy_src_name] = (
                len(self.src), None, self.src.split("\n"), dummy_src_name,
            )
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Return how long `number` runs take, in seconds."""
        import gc

        iterations = itertools.repeat(None, number)
        # The collector would run at moments that have nothing to do with the code.
        enabled = gc.isenabled()
        gc.disable()
        try:
            return self.inner(iterations, self.timer)
        finally:
            if enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """Call timeit() several times; returns a list of the results."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """Find a number of runs that take 0.2 seconds at least; returns it and the time."""
        scale = 1
        while True:
            for factor in (1, 2, 5):
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(
    stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None
):
    """Return how long `number` runs of a statement take, in seconds."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(
    stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat,
    number=default_number, globals=None,
):
    """Call timeit() several times; returns a list of the results."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


_UNITS = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}


def _formatted(seconds, unit, precision):
    if unit is not None:
        scale = _UNITS[unit]
    else:
        for unit, scale in reversed(_UNITS.items()):
            if seconds >= scale:
                break
    return "%.*g %s" % (precision, seconds / scale, unit)


def _parse_options(args):
    """Return the options of the command line and the statements, or else the exit status."""
    options = {
        "number": 0, "setup": [], "repeat": default_repeat, "verbose": 0, "unit": None,
        "timer": default_timer,
    }
    args = list(args)
    while args and args[0].startswith("-") and args[0] != "-":
        arg = args.pop(0)
        if arg == "--":
            break
        if arg in ("-h", "--help"):
            print(__doc__)
            return 0
        if arg in ("-p", "--process"):
            options["timer"] = time.process_time
            continue
        if arg in ("-v", "--verbose", "-vv"):
            options["verbose"] += 2 if arg == "-vv" else 1
            continue
        names = {"n": "number", "s": "setup", "r": "repeat", "u": "unit"}
        if arg.startswith("--"):
            name, found, value = arg[2:].partition("=")
        else:
            name, value = names.get(arg[1]), arg[2:]
            found = bool(value)
        if name not in names.values():
            print(f"option {arg} not recognized")
            print("use -h/--help for command line help")
            return 2
        if not found:
            if not args:
                print(f"option {arg} requires argument")
                print("use -h/--help for command line help")
                return 2
            value = args.pop(0)
        if name == "setup":
            options["setup"].append(value)
        elif name == "unit":
            if value not in _UNITS:
                print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=sys.stderr)
                return 2
            options["unit"] = value
        else:
            options[name] = int(value)
    options["repeat"] = max(options["repeat"], 1)
    return options, args


def main(args=None, *, _wrap_timer=None):
    """The command line: -n NUMBER -r REPEAT -s SETUP -u UNIT -p -v STATEMENT..."""
    parsed = _parse_options(sys.argv[1:] if args is None else args)
    if isinstance(parsed, int):
        return parsed or None
    options, statements = parsed
    timer = options["timer"]
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    measure = Timer(
        "\n".join(statements) or "pass", "\n".join(options["setup"]) or "pass", timer
    )
    precision = 3 + max(options["verbose"] - 1, 0)
    number = options["number"]

    def format_time(seconds):
        return _formatted(seconds, options["unit"], precision)

    try:
        if number == 0:
            callback = None
            if options["verbose"]:

                def callback(number, taken):
                    plural = "" if number == 1 else "s"
                    print(f"{number} loop{plural} -> {taken:.{precision}g} secs")

            number, _ = measure.autorange(callback)
            if options["verbose"]:
                print()
        timings = measure.repeat(options["repeat"], number)
    except Exception:
        measure.print_exc()
        return 1

    if options["verbose"]:
        print("raw times: %s" % ", ".join(map(format_time, timings)))
        print()
    timings = [taken / number for taken in timings]
    best, worst = min(timings), max(timings)
    plural = "" if number == 1 else "s"
    print(f"{number} loop{plural}, best of {options['repeat']}: {format_time(best)} per loop")
    if worst >= best * 4:
        import warnings

        warnings.warn_explicit(
            "The test results are likely unreliable. The worst time "
            f"({format_time(worst)}) was more than four times slower than the best time "
            f"({format_time(best)}).",
            UserWarning, "", 0,
        )
    return None


if __name__ == "__main__":
    sys.exit(main())
