"""Library reference: pathlib."""
import os
import pathlib
import tempfile
from pathlib import *
p = PurePosixPath('/usr/lib/python3/file.tar.gz')
print(p, repr(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents), p.anchor, p.root, p.drive, p.is_absolute(), p / 'x', '/a' / PurePosixPath('b'), p.as_posix(), p.as_uri(), p.relative_to('/usr'), p.is_relative_to('/usr'), p.with_name('n'), p.with_stem('s'), p.with_suffix('.x'), p.with_suffix(''), p.joinpath('a', 'b'), p.match('*.gz'), p.match('/usr/**/*.gz'), p.full_match('/usr/**/*.gz'), p == PurePosixPath('/usr//lib/./python3/file.tar.gz'), p < PurePosixPath('/z'), hash(p) == hash(PurePosixPath(str(p))), PurePosixPath('a/../b'), PurePosixPath('.'), PurePosixPath(), PurePosixPath('a', '/b'), PurePosixPath('~').name, PurePosixPath('.bashrc').suffix, PurePosixPath('a.').suffix, PurePath('x').__class__.__name__, p.with_segments('q'), PurePosixPath('/a').relative_to('/b', walk_up=True), os.fspath(p), bytes(PurePosixPath('a')))
for bad in (lambda: p.relative_to('/etc'), lambda: p.with_name(''), lambda: p.with_name('a/b'), lambda: PurePosixPath('/').with_name('x'), lambda: p.with_suffix('x'), lambda: p / 5, lambda: PurePosixPath(5), lambda: PurePosixPath('a').as_uri(), lambda: p < 5, lambda: p.with_stem(''), lambda: p.match(''), lambda: p.nope, lambda: PurePosixPath(b'a'), lambda: list(Path('/').glob('')), lambda: Path('/nope_nope').read_text(), lambda: Path('/nope_nope').iterdir(), lambda: Path('/nope_nope').stat(), lambda: Path('~nosuchuser_x').expanduser(), lambda: Path('a').rename(5), lambda: list(Path('.').glob('/abs')), lambda: PurePosixPath('a').joinpath(5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
root = Path(tempfile.mkdtemp())
(root / 'a' / 'b').mkdir(parents=True)
(root / 'a' / 'b').mkdir(exist_ok=True)
f = root / 'a' / 'f.txt'
print(f.write_text('héllo\nworld\n', encoding='utf-8'), f.read_text(encoding='utf-8'), f.read_bytes(), f.exists(), f.is_file(), f.is_dir(), f.stat().st_size, f.parent.name, f.write_bytes(b'xyz'), f.open().read(), (root / 'a').is_dir())
(root / 'g.py').touch()
(root / 'a' / 'h.py').touch(exist_ok=True)
rel = lambda it: sorted(x.relative_to(root).as_posix() for x in it)
print(rel(root.iterdir()), rel(root.glob('*.py')), rel(root.glob('**/*.py')), rel(root.rglob('*')), rel(root.glob('*/')), rel(root.glob('a/?.*')), [(rel([d]), sorted(ds), sorted(fs)) for d, ds, fs in root.walk()], rel(root.rglob('*.PY', case_sensitive=False)))
moved = f.rename(root / 'moved.txt')
print(moved.name, f.exists(), moved.replace(root / 'again.txt').name, (root / 'link').symlink_to('again.txt'), (root / 'link').is_symlink(), (root / 'link').readlink(), (root / 'link').resolve().name, (root / 'a' / '..' / 'g.py').resolve().relative_to(root.resolve()), (root / 'link').read_text())
(root / 'link').unlink()
(root / 'nope').unlink(missing_ok=True)
for bad in (lambda: (root / 'nope').unlink(), lambda: (root / 'a').rmdir(), lambda: (root / 'a').mkdir(), lambda: (root / 'x' / 'y').mkdir(), lambda: (root / 'a').read_text(), lambda: (root / 'g.py').touch(exist_ok=False), lambda: (root / 'g.py').write_text(5), lambda: (root / 'g.py').write_bytes('a'), lambda: list((root / 'g.py').iterdir()), lambda: (root / 'nope').resolve(strict=True), lambda: (root / 'g.py').open('q')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).replace(str(root), '<root>').replace(str(root.resolve()), '<root>'))
print(Path.cwd() == Path(os.getcwd()), Path('.').absolute() == Path.cwd(), Path.home() == Path('~').expanduser(), isinstance(root, PosixPath), Path('a') == PurePosixPath('a'), Path('x').samefile if True else '', Path('/').exists(), Path('/').owner() if False else '') if False else print(Path.cwd() == Path(os.getcwd()), Path('.').absolute() == Path.cwd(), isinstance(root, PosixPath), Path('a') == PurePosixPath('a'), root.samefile(str(root)))
import shutil
shutil.rmtree(root)
print(root.exists())
