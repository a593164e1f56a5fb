"""Finding modules without importing them, and the names that belong to a source file."""

import sys

from _importlib import find as _find, run_file as _run_file

_SUFFIX = ".py"
_COMPILED_SUFFIX = ".pyc"
_CACHE_FOLDER = "__pycache__"


def resolve_name(name, package):
    """The absolute name that a name with leading dots means inside `package`."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(
            f"no package specified for {name!r} (required for relative module names)"
        )
    relative = name.lstrip(".")
    parts = package.rsplit(".", len(name) - len(relative) - 1)
    if len(parts) < len(name) - len(relative):
        raise ImportError("attempted relative import beyond top-level package")
    return f"{parts[0]}.{relative}" if relative else parts[0]


def find_spec(name, package=None):
    """The module's spec, or None where there is no such module; its parents are imported."""
    name = resolve_name(name, package) if name.startswith(".") else name
    if name in sys.modules:
        module = sys.modules[name]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f"{name}.__spec__ is not set") from None
        if spec is None:
            raise ValueError(f"{name}.__spec__ is None")
        return spec
    parent, _, _ = name.rpartition(".")
    if not parent:
        return _find(name)
    try:
        path = __import__(parent, fromlist=["__path__"]).__path__
    except AttributeError as error:
        raise ModuleNotFoundError(
            f"__path__ attribute not found on {parent!r} while trying to find {name!r}",
            name=name,
        ) from error
    return _find(name, path)


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where CPython keeps the compiled form of a source file; Ouro writes none."""
    head, slash, tail = path.rpartition("/")
    base = tail.rpartition(".")[0] or tail
    if optimization is None:
        optimization = sys.flags.optimize or ""
    optimization = str(optimization)
    if optimization and not optimization.isalnum():
        raise ValueError(f"{optimization!r} is not alphanumeric")
    level = f".opt-{optimization}" if optimization else ""
    tag = sys.implementation.cache_tag
    if tag is None:
        raise NotImplementedError("sys.implementation.cache_tag is None")
    return f"{head}{slash}{_CACHE_FOLDER}/{base}.{tag}{level}{_COMPILED_SUFFIX}"


def source_from_cache(path):
    """The source file that belongs to a name made by `cache_from_source`."""
    head, _, name = path.rpartition("/")
    head, slash, folder = head.rpartition("/")
    if folder != _CACHE_FOLDER:
        raise ValueError(f"{_CACHE_FOLDER} not bottom-level directory in {path!r}")
    if name.count(".") not in (2, 3):
        raise ValueError(f"expected only 2 or 3 dots in {name!r}")
    return f"{head}{slash}{name.partition('.')[0]}{_SUFFIX}"


class _SourceLoader:
    """Runs the source file of a module."""

    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def create_module(self, spec):
        """Have the module made in the usual way."""
        return None

    def exec_module(self, module):
        """Run the file in the namespace of the module."""
        _run_file(self.path, module.__dict__)

    def get_filename(self, name=None):
        """Return the path of the file."""
        return self.path

    def get_source(self, fullname):
        """Return the text of the file."""
        with open(self.path, encoding="utf-8") as file:
            return file.read()

    def is_package(self, fullname):
        """Return whether the file is that of a package."""
        return self.path.rpartition("/")[2] == "__init__.py" and not fullname.endswith("__init__")


_Spec = type(sys.__spec__)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    """Return a spec for a module whose source is a file."""
    import os

    if location is None:
        location = loader.get_filename(name) if hasattr(loader, "get_filename") else "<unknown>"
    else:
        location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith(_SUFFIX):
            return None
        loader = _SourceLoader(name, location)
    spec = _Spec()
    is_package = loader.is_package(name) if hasattr(loader, "is_package") else False
    if submodule_search_locations is None and is_package:
        submodule_search_locations = [os.path.dirname(location)]
    spec.__dict__.update(
        name=name, loader=loader, origin=location, loader_state=None,
        submodule_search_locations=submodule_search_locations,
        parent=name if submodule_search_locations is not None else name.rpartition(".")[0],
        has_location=True, cached=None, _initializing=False,
    )
    return spec


def module_from_spec(spec):
    """Return a new module for a spec, not run yet."""
    from types import ModuleType

    module = None
    loader = spec.loader
    if hasattr(loader, "create_module"):
        module = loader.create_module(spec)
    elif hasattr(loader, "exec_module"):
        raise ImportError("loaders that define exec_module() must also define create_module()")
    if module is None:
        module = ModuleType(spec.name)
    module.__spec__, module.__loader__, module.__package__ = spec, loader, spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    return module
