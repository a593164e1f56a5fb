"""Library reference: logging, loggers, levels, handlers, formatters."""
import io
import logging
import sys
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(funcName)s:%(lineno)d:%(message)s'))
log = logging.getLogger('app')
log.setLevel(logging.DEBUG)
log.addHandler(handler)
log.propagate = False
child = logging.getLogger('app.child.deep')


def work():
    child.debug('debug %s', 1)
    child.info('info %(a)s', {'a': 5})
    child.warning('warn %d %s', 1, 'x')
    child.error('error')
    child.critical('critical')
    child.log(25, 'custom level')
    try:
        1 / 0
    except ZeroDivisionError:
        child.exception('failed %s', 'here')


work()
print(stream.getvalue())
print(log, child, child.parent, logging.getLogger() is logging.root, logging.getLogger('app') is log, child.getEffectiveLevel(), child.level, log.isEnabledFor(5), child.hasHandlers(), log.handlers[0], logging.root, log.getChild('x').name, log.name)
for level in (0, 5, 10, 20, 25, 30, 40, 50, 'INFO', 'NOPE'):
    print(level, logging.getLevelName(level), end='; ')
print()
logging.addLevelName(5, 'TRACE')
print(logging.getLevelName(5), logging.getLevelName('TRACE'), logging.getLevelNamesMapping()['WARN'])
stream.seek(0)
stream.truncate()
handler.setLevel(logging.ERROR)
log.warning('not shown')
log.error('shown')
handler.setLevel(0)
handler.addFilter(lambda record: 'secret' not in record.getMessage())
log.info('a secret')
log.info('public')


class Ctx(logging.Filter):
    def filter(self, record):
        record.user = 'ann'
        return True


log.addFilter(Ctx())
handler.setFormatter(logging.Formatter('{asctime} {user} {message} {levelname:>8}', '%Y', style='{'))
log.info('styled')
handler.setFormatter(logging.Formatter('$user: $message', style='$'))
log.info('dollar')
adapter = logging.LoggerAdapter(log, {'conn': 7})
handler.setFormatter(logging.Formatter('%(conn)s %(message)s', defaults={'conn': '-'}))
adapter.info('adapted')
log.info('extra', extra={'conn': 9})
log.info('default')
print(stream.getvalue().replace(str(__import__('time').localtime().tm_year), 'YEAR'))
record = logging.LogRecord('n', logging.INFO, '/p/file.py', 12, 'msg %s %s', ('a', 'b'), None, 'func')
print(record, record.getMessage(), record.module, record.filename, record.levelname, record.args, record.exc_info, logging.Formatter().format(record), logging.Formatter('%(pathname)s %(module)s %(process)s').format(record).split()[:2], logging.makeLogRecord({'msg': 'm', 'levelname': 'X'}).msg)
logging.disable(logging.INFO)
print(log.isEnabledFor(20), log.isEnabledFor(30))
logging.disable(logging.NOTSET)
for bad in (lambda: log.setLevel('NOPE'), lambda: log.setLevel(1.5), lambda: logging.Formatter('%(x)s', style='?'), lambda: logging.Formatter('no fields', style='{') and logging.Formatter('{', style='{'), lambda: log.info('x', extra={'message': 1}), lambda: logging.getLogger(5), lambda: log.log('a', 'x'), lambda: logging.Formatter('plain'), lambda: logging.basicConfig(nope=1), lambda: logging.basicConfig(stream=stream, filename='x'), lambda: log.addHandler(5) and None):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
log.handlers = [handler]
log.info('nothing follows', stack_info=False)
handler.setFormatter(logging.Formatter('%(message)s'))
log.info('bad format %d', 'x') if False else None
print(logging.NullHandler(), logging.lastResort, logging.Logger.manager.loggerDict.keys() >= {'app'}, logging.getLoggerClass(), logging.raiseExceptions)
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(levelname)-8s %(message)s', force=True)
logging.info('root %s', 'info')
logging.debug('hidden')
logging.warning('no args %s')
log.propagate = True
log.info('both')
logging.captureWarnings(True)
import warnings
warnings.warn('captured')
logging.captureWarnings(False)


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.seen = []

    def emit(self, record):
        self.seen.append(self.format(record))


lh = ListHandler()
logging.root.addHandler(lh)
logging.error('to list', exc_info=ValueError('v'))
print(lh.seen)
logging.shutdown()
