"""Logging in a larger program: hierarchy, filters, handlers, contexts."""
import io
import logging
import logging.handlers
import queue

out = io.StringIO()
root = logging.getLogger()
root.setLevel(logging.DEBUG)
console = logging.StreamHandler(out)
console.setLevel(logging.INFO)
console.setFormatter(logging.Formatter('%(name)-12s: %(levelname)-8s %(message)s'))
root.addHandler(console)
area1 = logging.getLogger('myapp.area1')
area2 = logging.getLogger('myapp.area2')
logging.info('Jackdaws love my big sphinx of quartz.')
area1.debug('hidden')
area1.info('How quickly daft jumping zebras vex.')
area2.warning('Jail zesty vixen')
area2.error('The five boxing wizards %s', 'jump')
logging.getLogger('myapp').setLevel(logging.ERROR)
area2.warning('now hidden')
area2.critical('shown')


class Connection(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['id']}] {msg}", kwargs


Connection(area1, {'id': 42}).error('adapted %d', 7)


class Censor(logging.Filter):
    def filter(self, record):
        record.msg = str(record.msg).replace('secret', '***')
        return not record.getMessage().startswith('drop')


console.addFilter(Censor())
area1.error('a secret thing')
area1.error('drop me')


class Json(logging.Formatter):
    def format(self, record):
        import json
        return json.dumps({'level': record.levelname, 'msg': record.getMessage(), 'extra': getattr(record, 'extra_data', None)})


console.setFormatter(Json())
area1.error('structured', extra={'extra_data': [1, 2]})


class Brace:
    def __init__(self, fmt, *args):
        self.fmt, self.args = fmt, args

    def __str__(self):
        return self.fmt.format(*self.args)


area1.error(Brace('{0} and {1}', 'x', 'y'))
q = queue.Queue()
qh = logging.handlers.QueueHandler(q)
listener = logging.handlers.QueueListener(q, console)
queued = logging.getLogger('queued')
queued.propagate = False
queued.addHandler(qh)
listener.start()
queued.error('through the queue')
listener.stop()
memory = logging.handlers.MemoryHandler(10, flushLevel=logging.ERROR, target=console)
buffered = logging.getLogger('buffered')
buffered.propagate = False
buffered.addHandler(memory)
buffered.info('kept')
buffered.debug('kept, too low for the console')
before = out.getvalue().count('\n')
buffered.error('flush')
print(out.getvalue(), before)
try:
    try:
        int('x')
    except ValueError:
        console.setFormatter(logging.Formatter('%(message)s|%(exc_text)s'))
        area1.exception('caught')
        raise
except ValueError:
    pass
print(out.getvalue().splitlines()[-4:])
factory = logging.getLogRecordFactory()


def record_factory(*args, **kwargs):
    record = factory(*args, **kwargs)
    record.custom = 'c!'
    return record


logging.setLogRecordFactory(record_factory)
console.setFormatter(logging.Formatter('%(custom)s %(message)s'))
area1.error('custom record')
print(out.getvalue().splitlines()[-1], area1.parent.name, area1.getEffectiveLevel(), [h.__class__.__name__ for h in root.handlers], logging.getLogger('myapp').getChildren() == {area1, area2})
logging.setLogRecordFactory(factory)
logging.raiseExceptions = False
area1.error('not enough %s %s', 'args')
