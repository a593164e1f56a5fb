"""Language reference 5 and 7.11: imports."""
import sys
import os.path
import os.path as p
import collections.abc
from collections import OrderedDict as OD, namedtuple
from os import path, sep
from math import *

print(os.path is p is path, OD.__name__, sep, sqrt(16), 'pi' in dir(), collections.abc.Mapping.__name__)
for bad in ("import nothing_here", "import os.nothing", "from os import nothing", "from nothing import x", "import nothing.sub", "from os.path import nothing", "from . import x", "from .x import y", "from .. import z", "import math.sub", "from math import sqrtt", "from collections import Orderddict", "from __future__ import braces", "from sys import *"):
    try:
        exec(bad)
        print(bad, 'fine')
    except (ImportError, SyntaxError) as error:
        text = str(error).split(" (")[0]
        print(bad, '->', type(error).__name__, text, getattr(error, 'name', None))
import tempfile
folder = tempfile.mkdtemp()
def write(name, text):
    full = os.path.join(folder, name)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, 'w') as f:
        f.write(text)
write('mod_a.py', "print('loading a')\nimport mod_b\nvalue = mod_b.value + 1\n__all__ = ['value', '_hidden']\n_hidden = 'h'\nother = 1\n")
write('mod_b.py', "print('loading b')\nvalue = 10\n_private = 1\npublic = 2\n")
write('pkg/__init__.py', "print('init pkg')\nfrom . import sub\nfrom .sub import func as f\n__all__ = ['sub', 'late']\n")
write('pkg/sub.py', "from .inner import deep\nfrom . import inner\ndef func(): return __name__, __package__, deep.x\n")
write('pkg/late.py', "print('late')\nfrom .sub import func\nfrom . import sub as again\n")
write('pkg/inner/__init__.py', "")
write('pkg/inner/deep.py', "x = __name__\nfrom ... import nothing_up_there\n" if False else "x = __name__\n")
write('cyc1.py', "import cyc2\nx = 1\ny = cyc2.z\n")
write('cyc2.py', "import cyc1\nz = hasattr(cyc1, 'x')\n")
write('cyc3.py', "from cyc4 import a\nb = 1\n")
write('cyc4.py', "from cyc3 import b\na = 1\n")
write('broken.py', "def f(:\n")
write('raises.py', "x = 1\n1 / 0\n")
write('dyn.py', "def __getattr__(name):\n    if name == 'made': return 'dynamic'\n    raise AttributeError(name)\ndef __dir__(): return ['made']\n")
sys.path.insert(0, folder)
import mod_a
import mod_a as again
print(mod_a.value, again is mod_a, sys.modules['mod_b'].value, mod_a.__name__, os.path.basename(mod_a.__file__))
from mod_a import *
print(value, _hidden, 'other' in dir())
import pkg.inner.deep
print(pkg.f(), pkg.inner.deep.x, pkg.__name__, pkg.__package__, pkg.sub.__package__, len(pkg.__path__))
from pkg import *
print('late' in dir(), late.again is pkg.sub)
import cyc1
print(cyc1.y)
for bad in ("import cyc3", "import broken", "import raises", "from dyn import missing", "import pkg.nothing", "from pkg import nothing", "import mod_b.sub"):
    try:
        exec(bad)
    except Exception as error:
        print(bad, '->', type(error).__name__, str(error).replace(folder, '<folder>'))
from dyn import made
import dyn
print(made, dir(dyn), 'raises' in sys.modules, __import__('mod_b') is sys.modules['mod_b'], __import__('pkg.sub').__name__, __import__('pkg', fromlist=['sub']).__name__)
import importlib
print(importlib.import_module('pkg.sub').__name__, importlib.import_module('.sub', 'pkg').__name__)
sys.modules['mod_b'].value = 99
importlib.reload(sys.modules['mod_b'])
print(sys.modules['mod_b'].value)
sys.modules['blocked'] = None
try:
    import blocked
except ImportError as error:
    print(type(error).__name__, error)
