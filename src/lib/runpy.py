"""Running modules, packages and folders as programs: what `-m` does, for scripts as well."""

import sys
from types import ModuleType

from _importlib import find as _find, run_file as _run_file
from importlib.util import find_spec

__all__ = ["run_module", "run_path"]


class _Refusal(ImportError):
    """What cannot be run; the command line shows its message alone."""


class _TemporaryModule:
    """A module that `sys.modules` has under a name for a while, and `sys.argv[0]` with it."""

    def __init__(self, name, argv0=None):
        self.name = name
        self.module = ModuleType(name)
        self.argv0 = argv0

    def __enter__(self):
        self._before = sys.modules.get(self.name)
        sys.modules[self.name] = self.module
        if self.argv0 is not None:
            self._argv0_before = sys.argv[0]
            sys.argv[0] = self.argv0
        return self.module

    def __exit__(self, *_):
        if self._before is None:
            del sys.modules[self.name]
        else:
            sys.modules[self.name] = self._before
        if self.argv0 is not None:
            sys.argv[0] = self._argv0_before


def _run_code(file, run_globals, init_globals, name, spec, package):
    if init_globals is not None:
        run_globals.update(init_globals)
    run_globals.update(
        __name__=name, __file__=file, __cached__=None, __doc__=None, __loader__=None,
        __package__=package, __spec__=spec,
    )
    _run_file(file, run_globals)
    return run_globals


def _find_program(name):
    """The spec of a module that can be run; of a package, that of its `__main__`."""
    if name.startswith("."):
        raise _Refusal("Relative module names not supported")
    parent, _, _ = name.rpartition(".")
    if parent:
        try:
            __import__(parent)
        except ImportError as error:
            # An error inside the parent is the parent's affair.
            if error.name is None or error.name != parent and not parent.startswith(
                error.name + "."
            ):
                raise
        known = sys.modules.get(name)
        if known is not None and not hasattr(known, "__path__"):
            from warnings import warn_explicit

            warn_explicit(
                f"{name!r} found in sys.modules after import of package {parent!r}, but prior "
                f"to execution of {name!r}; this may result in unpredictable behaviour",
                RuntimeWarning, "<frozen runpy>", 128,
            )
    try:
        # `sys.modules` has the running program under this name.
        spec = _find(name) if name == "__main__" else find_spec(name)
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        reason = f"{type(error).__name__}: {error}"
        message = f"Error while finding module specification for {name!r} ({reason})"
        if name.endswith(".py"):
            message += f". Try using '{name[:-3]}' instead of '{name}' as the module name."
        raise _Refusal(message) from error
    if spec is None:
        raise _Refusal(f"No module named {name or repr(name)}")
    if spec.submodule_search_locations is not None:
        if name == "__main__" or name.endswith(".__main__"):
            raise _Refusal("Cannot use package as __main__ module")
        try:
            return _find_program(f"{name}.__main__")
        except _Refusal as refusal:
            if name not in sys.modules:
                raise
            raise _Refusal(
                f"{refusal}; {name!r} is a package and cannot be directly executed"
            ) from refusal
    if not spec.has_location:
        raise _Refusal(f"No code object available for {name}")
    return spec


def _run_module_as_main(name, alter_argv=True):
    """Runs a module in the namespace of `__main__`: what the command line asks for."""
    try:
        spec = _find_program("__main__" if not alter_argv else name)
    except _Refusal as refusal:
        if not alter_argv:
            refusal = f"can't find '__main__' module in {sys.path[0]!r}"
        sys.exit(f"{sys.executable}: {refusal}")
    if alter_argv:
        sys.argv[0] = spec.origin
    main = sys.modules["__main__"].__dict__
    return _run_code(spec.origin, main, None, "__main__", spec, spec.parent)


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Runs a module by name and gives its names; of a package, the module `__main__` in it."""
    spec = _find_program(mod_name)
    name = spec.name if run_name is None else run_name
    if not alter_sys:
        return _run_code(spec.origin, {}, init_globals, name, spec, spec.parent)
    with _TemporaryModule(name, spec.origin) as module:
        names = _run_code(
            spec.origin, module.__dict__, init_globals, name, spec, spec.parent
        )
        # The module's own dictionary may be emptied with it.
        return names.copy()


def run_path(path_name, init_globals=None, run_name=None):
    """Runs a file, or the `__main__.py` in a folder, and gives its names."""
    import os

    name = "<run_path>" if run_name is None else run_name
    path_name = os.fspath(path_name)
    if isinstance(path_name, bytes):
        path_name = os.fsdecode(path_name)
    if not os.path.isdir(path_name):
        with _TemporaryModule(name, path_name) as module:
            package = name.rpartition(".")[0]
            names = _run_code(path_name, module.__dict__, init_globals, name, None, package)
            return names.copy()
    sys.path.insert(0, path_name)
    try:
        spec = _find("__main__", [path_name])
        if spec is None:
            raise ImportError(f"can't find '__main__' module in {path_name!r}")
        with _TemporaryModule(name, path_name) as module:
            names = _run_code(spec.origin, module.__dict__, init_globals, name, spec, "")
            return names.copy()
    finally:
        try:
            sys.path.remove(path_name)
        except ValueError:
            pass
