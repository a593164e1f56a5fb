"""Library reference: signal, sys, atexit."""
import atexit
import signal
import sys
seen = []


def handler(number, frame):
    seen.append((number, frame.f_code.co_name))


# A shell that starts programs in the background has them ignore SIGINT: begin with the usual handler.
signal.signal(signal.SIGINT, signal.default_int_handler)
old = signal.signal(signal.SIGINT, handler)
print(old is signal.default_int_handler, signal.getsignal(signal.SIGINT) is handler, signal.SIGINT, repr(signal.SIGINT), int(signal.SIGTERM), signal.Signals(2).name, signal.strsignal(2), signal.SIG_DFL, signal.SIG_IGN)


def work():
    signal.raise_signal(signal.SIGINT)
    return 'continued'


print(work(), seen)
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.raise_signal(signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error:
    print('KeyboardInterrupt', error)
for bad in (lambda: signal.signal(signal.SIGINT, 5), lambda: signal.signal(999, handler), lambda: signal.signal('a', handler), lambda: signal.Signals(999), lambda: signal.getsignal(999), lambda: signal.raise_signal(999)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 13), sys.byteorder, sys.maxunicode, sys.implementation.name != '', sys.platform, sys.getrecursionlimit(), sys.argv[0] == __file__, sys.path[0] != '', 'sys' in sys.modules, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.flags.optimize, sys.flags[3] if False else '', sys.hexversion >= 0x030d0000, sys.api_version > 0, sys.copyright != '', sys.exc_info(), sys.intern('a') == 'a', sys.getsizeof([]) > 0, sys.getrefcount if True else '', sys.is_finalizing(), sys.gettrace(), sys.getprofile(), sys.dont_write_bytecode, sys.float_repr_style, sys.stdin.name, sys.stdout.name, sys.stdout.encoding, sys.__stdout__ is sys.stdout, sys.stderr.errors, 'math' in sys.builtin_module_names or True, 'json' in sys.stdlib_module_names, sys.getswitchinterval(), sys.warnoptions, sys.ps1 if hasattr(sys, 'ps1') else 'no ps1', sys.orig_argv[-1] == __file__, sys.pycache_prefix, sys.last_exc if hasattr(sys, 'last_exc') else 'none') if False else print(sys.version_info[:2], sys.version_info >= (3, 13), sys.byteorder, sys.maxunicode, sys.platform, sys.getrecursionlimit(), sys.argv[0] == __file__, 'sys' in sys.modules, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.flags.optimize, sys.exc_info(), sys.intern('a') == 'a', sys.is_finalizing(), sys.gettrace(), sys.float_repr_style, sys.stdin.name, sys.stdout.name, sys.stdout.encoding, sys.__stdout__ is sys.stdout, sys.stderr.errors, 'json' in sys.stdlib_module_names, sys.warnoptions, hasattr(sys, 'ps1'), hasattr(sys, 'last_exc'))
for bad in (lambda: sys.setrecursionlimit(0), lambda: sys.setrecursionlimit('a'), lambda: sys.intern(5), lambda: sys._getframe(1000), lambda: sys._getframe('a'), lambda: sys.exit('message'), lambda: sys.exit(5), lambda: sys.exit(), lambda: sys.exit(None), lambda: sys.exit((1, 2)), lambda: sys.setswitchinterval(-1), lambda: sys.getsizeof(), lambda: sys.exception(5)):
    try:
        print(bad())
    except BaseException as error:
        print(type(error).__name__, error, getattr(error, 'code', ''))
original = sys.displayhook
sys.displayhook = lambda v: print('display', v)
exec(compile('5 + 5', '<s>', 'single'))
sys.displayhook = sys.__displayhook__
exec(compile('"shown"', '<s>', 'single'))
import builtins
print(builtins._)


def excepthook(kind, value, tb):
    print('excepthook', kind.__name__, value, tb.tb_lineno)


def unraisable(args):
    print('unraisable', args.exc_type.__name__, args.exc_value, args.object is not None, args.err_msg)


sys.unraisablehook = unraisable


class Bad:
    def __del__(self):
        1 / 0


Bad()
print(sys._getframe().f_code.co_name, sys._getframe().f_lineno, (lambda: sys._getframe(1).f_code.co_name)())


@atexit.register
def last():
    print('registered first, runs last')


atexit.register(print, 'atexit', 'args', sep='-')
atexit.register(lambda: 1 / 0)
removed = atexit.register(lambda: print('never'))
atexit.unregister(removed)
sys.excepthook = excepthook
sys.stdout.write('written\n')
sys.stdout.flush()
raise ValueError('uncaught')
