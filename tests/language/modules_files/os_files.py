# os: folders, files, what is known about them, the environment.
import os
import stat
import tempfile

os.chdir(tempfile.mkdtemp())
os.mkdir("one")
os.makedirs("one/two/three")
os.makedirs("one/two", exist_ok=True)
for name in ("one/a.txt", "one/two/b.py", "one/two/three/c"):
    with open(name, "w") as f:
        f.write(name)
print(sorted(os.listdir("one")), sorted(os.listdir(b"one")))
for folder, folders, files in os.walk("one"):
    print(folder, sorted(folders), sorted(files))
print([folder for folder, _, _ in os.walk("one", topdown=False)])
with os.scandir("one") as entries:
    for entry in sorted(entries, key=lambda entry: entry.name):
        print(entry, entry.path, entry.is_dir(), entry.is_file(), entry.stat().st_size)
os.rename("one/a.txt", "one/z.txt")
os.replace("one/z.txt", "one/two/b.py")
print(open("one/two/b.py").read())
os.symlink("two", "one/link")
print(os.readlink("one/link"), os.path.islink("one/link"), os.path.realpath("one/link") == os.path.realpath("one/two"))
os.chmod("one/two/b.py", 0o640)
info = os.stat("one/two/b.py")
print(stat.filemode(info.st_mode), oct(stat.S_IMODE(info.st_mode)), info.st_size, info[6], len(info))
os.utime("one/two/b.py", (1000, 2000.5))
info = os.stat("one/two/b.py")
print(info.st_atime, info.st_mtime, info.st_mtime_ns, os.path.getmtime("one/two/b.py"))
print(os.access("one", os.R_OK), os.access("nothing", os.F_OK), os.path.samefile("one", "one/../one"))
os.remove("one/link")
os.unlink("one/two/three/c")
os.removedirs("one/two/three")
for call in (
    lambda: os.mkdir("one"), lambda: os.rmdir("one"), lambda: os.remove("nothing"), lambda: os.listdir("nothing"),
    lambda: os.rename("nothing", "x"), lambda: os.stat("nothing"), lambda: os.makedirs("one"),
    lambda: os.rmdir("one/two/b.py"), lambda: os.chdir("nothing"), lambda: os.readlink("one"),
    lambda: os.remove("one/two/b.py/x"), lambda: os.stat(1.5), lambda: os.listdir(1.5), lambda: os.mkdir(None),
):
    try:
        print(call())
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)
here = os.getcwd()
os.chdir("one")
print(os.path.relpath(os.getcwd(), here), os.curdir, os.pardir, os.sep, os.linesep, os.pathsep, os.devnull, os.name)
os.environ["OURO_TEST"] = "yes"
print(os.environ["OURO_TEST"], os.getenv("OURO_TEST"), os.environ.get("OURO_NOPE", "no"), "OURO_TEST" in os.environ)
del os.environ["OURO_TEST"]
for call in (lambda: os.environ["OURO_TEST"], lambda: os.environ.__setitem__("a", 5), lambda: os.environ.__delitem__("nope")):
    try:
        call()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
print(os.fspath("x"), os.fsencode("ä"), os.fsdecode(b"\xc3\xa4"), isinstance(os.getpid(), int), len(os.urandom(4)))
try:
    os.fspath(3)
except TypeError as error:
    print(error)
print(os.strerror(2), os.path.exists(os.devnull), os.cpu_count() > 0)
