# tempfile, shutil, glob and fnmatch together.
import fnmatch
import glob
import os
import shutil
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory(prefix="demo") as folder:
    print(os.path.isdir(folder), os.path.basename(folder).startswith("demo"))
    os.chdir(folder)
    for name in ("a.py", "b.py", "c.txt", ".hidden.py", "sub/d.py", "sub/deep/e.py", "[odd].py"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(name)
    for pattern in ("*.py", "?.py", "[ab].py", "[!a].py", "sub/*", "*/*.py", "**/*.py", "*", ".*", "sub", "nothing*", "c.txt", "**/", "[[]odd[]].py"):
        print(pattern, sorted(glob.glob(pattern)), sorted(glob.glob(pattern, recursive=True)))
    print(glob.escape("[odd].py"), glob.glob(glob.escape("[odd].py")), sorted(glob.glob("*.py", root_dir="sub")))
    print(shutil.copy("a.py", "copy.py"), shutil.copy("a.py", "sub"), shutil.copyfile("b.py", "b2.py"), open("copy.py").read())
    print(shutil.copytree("sub", "tree", ignore=shutil.ignore_patterns("deep")), sorted(os.listdir("tree")))
    print(shutil.move("b2.py", "tree"), shutil.move("tree", "moved"), sorted(os.listdir("moved")))
    shutil.rmtree("moved")
    shutil.rmtree("nothing", ignore_errors=True)
    for call in (lambda: shutil.rmtree("nothing"), lambda: shutil.copyfile("a.py", "a.py"), lambda: shutil.copyfile("nothing", "x"), lambda: shutil.move("nothing", "x")):
        try:
            call()
        except OSError as error:
            print(type(error).__name__, error)
    os.chdir("/")
print(os.path.exists(folder))
with tempfile.NamedTemporaryFile("w+", suffix=".txt", delete=True) as f:
    print(f.write("hello"), f.seek(0), f.read(), f.name.endswith(".txt"), os.path.exists(f.name))
print(os.path.exists(f.name), f.closed)
with tempfile.TemporaryFile() as f:
    f.write(b"bytes")
    f.seek(0)
    print(f.read())
fd, path = tempfile.mkstemp(prefix="x", text=True)
os.close(fd)
print(os.path.basename(path)[0], os.path.getsize(path), os.remove(path))
with tempfile.SpooledTemporaryFile(max_size=10) as f:
    f.write(b"small")
    print(f.tell(), f.seek(0), f.read())
    f.write(b" and now large")
    print(f.seek(0), f.read())
print(fnmatch.fnmatch("a.py", "*.py"), fnmatch.fnmatchcase("A", "a"), fnmatch.filter(["a1", "b", "a22"], "a*"), fnmatch.fnmatch(b"x", b"?"))
for pattern in ("*", "*.py", "a?c", "[a-c]*x*y", "[!a]", "[]", "[!]", "[]a]", "a[", "**a**", "[z-a]", "[a-cx-z]", "*a*b*", "[&~|]"):
    print(pattern, fnmatch.translate(pattern))
print(os.path.isdir(tempfile.gettempdir()), tempfile.gettempprefix(), shutil.which("nothing-of-that-name"))
