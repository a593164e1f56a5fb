"""Modules made from files by hand."""

import importlib.util
import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "made.py")
    with open(path, "w") as file:
        file.write("value = 1\ndef name():\n    return __name__\n")
    spec = importlib.util.spec_from_file_location("made_by_hand", path)
    print(spec.name, spec.origin == path, spec.has_location, spec.parent == "")
    print(spec.submodule_search_locations)
    module = importlib.util.module_from_spec(spec)
    print(hasattr(module, "value"), module.__name__, module.__file__ == path)
    spec.loader.exec_module(module)
    print(module.value, module.name(), "made_by_hand" in sys.modules, module.__spec__ is spec)
    sys.modules["made_by_hand"] = module
    import made_by_hand

    print(made_by_hand is module)
    package = os.path.join(folder, "package")
    os.mkdir(package)
    with open(os.path.join(package, "__init__.py"), "w") as file:
        file.write("from . import part\n")
    with open(os.path.join(package, "part.py"), "w") as file:
        file.write("print('part of', __package__)\n")
    spec = importlib.util.spec_from_file_location("package", os.path.join(package, "__init__.py"))
    print([os.path.basename(place) for place in spec.submodule_search_locations], spec.parent)
    module = importlib.util.module_from_spec(spec)
    sys.modules["package"] = module
    spec.loader.exec_module(module)
    print(module.part.__name__)
    print(importlib.util.spec_from_file_location("other", os.path.join(folder, "x.txt")))
    missing = importlib.util.spec_from_file_location("missing", os.path.join(folder, "no.py"))
    try:
        missing.loader.exec_module(importlib.util.module_from_spec(missing))
    except FileNotFoundError as error:
        print(type(error).__name__, error.errno)
