"""Library reference: os and os.path."""
import os
import os.path
import tempfile
p = os.path
print(p.join('a', 'b', '/c', 'd'), p.join('a', ''), p.join('', 'a'), p.join('a/', 'b'), p.split('/a/b/c'), p.split('a'), p.split('/'), p.splitext('a.tar.gz'), p.splitext('.bashrc'), p.splitext('a.b/c'), p.basename('/a/b/'), p.dirname('/a/b/'), p.normpath('/a/./b/../c//d/'), p.normpath(''), p.normpath('../a/..'), p.normpath('//a'), p.isabs('/a'), p.isabs('a'), p.commonprefix(['/usr/lib', '/usr/local']), p.commonpath(['/usr/lib', '/usr/local/x']), p.relpath('/a/b/c', '/a/d'), p.relpath('/a', '/a'), p.abspath('/a/../b'), p.splitdrive('/a'), p.expanduser('~nosuchuser/x'), p.normcase('Ab'), p.splitroot('//a/b') , p.sep, p.pardir)
os.environ['OURO_TEST_VAR'] = 'value'
print(os.environ['OURO_TEST_VAR'], os.getenv('OURO_TEST_VAR'), os.environ.get('NOPE_NOPE'), os.getenv('NOPE_NOPE', 'd'), p.expandvars('$OURO_TEST_VAR/${OURO_TEST_VAR}x/$NOPE_NOPE'), 'OURO_TEST_VAR' in os.environ, os.environ.pop('OURO_TEST_VAR'), os.sep, os.linesep, os.name, os.curdir, os.extsep, os.pathsep, os.devnull)
root = tempfile.mkdtemp()
os.chdir(root)
os.mkdir('d')
os.makedirs('a/b/c')
os.makedirs('a/b/c', exist_ok=True)
for name, text in (('f.txt', 'hello'), ('a/g.txt', 'x' * 10), ('a/b/h', '')):
    with open(name, 'w') as f:
        f.write(text)
print(sorted(os.listdir()), sorted(os.listdir('a')), p.exists('f.txt'), p.exists('nope'), p.isfile('f.txt'), p.isdir('d'), p.getsize('a/g.txt'), os.stat('f.txt').st_size, p.samefile('f.txt', './f.txt'), os.access('f.txt', os.R_OK), p.getmtime('f.txt') > 1e9, p.islink('f.txt'), p.realpath('f.txt') == p.join(p.realpath(root), 'f.txt'))
print([(p.relpath(d, root), sorted(ds), sorted(fs)) for d, ds, fs in sorted(os.walk(root))], [d for d, *_ in os.walk('a', topdown=False)], sorted(e.name for e in os.scandir('.') if e.is_file()), sorted((e.name, e.is_dir(), e.path) for e in os.scandir('a')))
os.rename('f.txt', 'f2.txt')
os.replace('f2.txt', 'd/f3.txt')
os.symlink('d/f3.txt', 'link')
print(os.readlink('link'), p.islink('link'), p.lexists('link'), open('link').read())
os.remove('link')
os.chmod('d/f3.txt', 0o600)
print(oct(os.stat('d/f3.txt').st_mode & 0o777), os.path.isfile('link'))
for bad in (lambda: os.mkdir('d'), lambda: os.rmdir('a'), lambda: os.remove('nope'), lambda: os.listdir('nope'), lambda: os.rename('nope', 'x'), lambda: os.stat('nope'), lambda: os.makedirs('a/b/c'), lambda: os.remove('d'), lambda: os.chdir('nope'), lambda: open('d'), lambda: os.environ['NOPE_NOPE'], lambda: os.environ.__setitem__('a', 5), lambda: p.join('a', 5), lambda: p.join(5), lambda: p.commonpath([]), lambda: p.commonpath(['/a', 'b']), lambda: os.listdir(5.5), lambda: p.getsize('nope'), lambda: os.rmdir('nope'), lambda: p.relpath(''), lambda: os.mkdir('x/y'), lambda: os.readlink('d'), lambda: p.basename(5), lambda: open('a/b/h/i'), lambda: os.nope, lambda: os.symlink('d', 'd')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).replace(root, '<root>'))
fd = os.open('raw', os.O_CREAT | os.O_RDWR)
print(os.write(fd, b'abc'), os.lseek(fd, 0, 0), os.read(fd, 2), os.close(fd))
print(os.fspath('a'), os.fsencode('é'), os.fsdecode(b'a'), os.getpid() > 0, os.cpu_count() >= 1, len(os.urandom(4)), isinstance(os.getcwd(), str), os.strerror(2), os.path.supports_unicode_filenames in (True, False), os.get_terminal_size if True else '', os.umask(0o22) >= 0) if False else print(os.fspath('a'), os.fsencode('é'), os.fsdecode(b'a'), os.getpid() > 0, os.cpu_count() >= 1, len(os.urandom(4)), os.strerror(2))
import shutil
shutil.copy('d/f3.txt', 'copy')
shutil.copytree('a', 'tree')
shutil.move('copy', 'moved')
print(sorted(os.listdir()), sorted(os.listdir('tree')))
shutil.rmtree('tree')
os.removedirs('a/b/c') if False else None
os.chdir('/')
shutil.rmtree(root)
print(p.exists(root))
