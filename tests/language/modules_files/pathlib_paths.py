# pathlib: paths as objects, pure and real.
import os
import tempfile
from pathlib import Path, PosixPath, PurePath, PurePosixPath

os.chdir(tempfile.mkdtemp())
for text in ("a/b/c.tar.gz", "/", "", ".", "..", "/a/b", "a//b/./c/", ".hidden", "a.", "x.y/z", "//net/x", "a/../b"):
    path = PurePath(text)
    print(repr(path), str(path), path.parts, path.parent, path.name, path.stem, path.suffix, path.suffixes, path.root, path.anchor, path.is_absolute())
path = PurePosixPath("/usr/lib/python/x.py")
print(list(path.parents), path.parents[0], path.parents[-1], len(path.parents), path.parents[1:3])
print(path.relative_to("/usr"), path.is_relative_to("/usr"), path.is_relative_to("/bin"), path.relative_to("/usr/bin", walk_up=True))
print(path.with_name("y"), path.with_stem("z"), path.with_suffix(".txt"), path.with_suffix(""), path.joinpath("a", "b"), path / "c" / "/d", "x" / path)
print(path.match("*.py"), path.match("python/*"), path.match("/usr/*"), path.full_match("/usr/**/*.py"), path.as_uri(), path.as_posix())
print(path == PurePath("/usr/lib/python/x.py"), path < PurePath("/v"), hash(path) == hash(PurePath(str(path))), path != "x", bytes(path))
print(sorted([PurePath("b"), PurePath("a/c"), PurePath("a")]), Path("a") == PurePath("a"), type(Path("a")))
for call in (
    lambda: path.relative_to("/bin"), lambda: path.with_name(""), lambda: path.with_suffix("py"), lambda: PurePath("/").with_name("x"),
    lambda: PurePath("a").as_uri(), lambda: PurePath(5), lambda: PurePath(b"a"), lambda: path / 5, lambda: PurePath("a") < "b", lambda: path.match(""),
    lambda: Path("nothing").read_text(), lambda: Path("nothing").unlink(), lambda: Path("nothing").rmdir(), lambda: Path("a").write_text(b"x"),
    lambda: Path("nothing").stat(), lambda: Path("d/e").mkdir(),
):
    try:
        print(call())
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__name__, error)
base = Path("base")
base.mkdir()
(base / "sub" / "deep").mkdir(parents=True)
print((base / "one.txt").write_text("eins\nzwei\n"), (base / "two.bin").write_bytes(b"\x00\x01"), (base / "sub" / "three.txt").touch())
print((base / "one.txt").read_text(), (base / "two.bin").read_bytes(), (base / "one.txt").stat().st_size)
print(sorted(base.iterdir()), sorted(base.glob("*.txt")), sorted(base.rglob("*.txt")), sorted(base.glob("**/*")), sorted(base.glob("*/")))
print(base.exists(), base.is_dir(), base.is_file(), (base / "no").exists(), Path.cwd() == Path(os.getcwd()), base.absolute() == Path.cwd() / "base")
for folder, folders, files in base.walk():
    print(folder, sorted(folders), sorted(files))
with (base / "one.txt").open() as f:
    print([line.strip() for line in f])
print((base / "one.txt").rename(base / "uno.txt"), (base / "uno.txt").replace("moved.txt"), Path("moved.txt").exists())
Path("link").symlink_to("moved.txt")
print(Path("link").is_symlink(), Path("link").readlink(), Path("link").resolve() == Path("moved.txt").resolve(), Path("link").samefile("moved.txt"))
Path("moved.txt").unlink()
Path("moved.txt").unlink(missing_ok=True)
print(Path("link").exists(), Path("link").is_symlink(), Path("link").exists(follow_symlinks=False))
print(f"{base / 'x'}", os.fspath(base), isinstance(base, os.PathLike), isinstance(base, PurePath), {base: 1}[Path("base")])
