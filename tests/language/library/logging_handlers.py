"""Library reference: logging.handlers."""
import logging
import logging.handlers
import os
import queue
import tempfile
folder = tempfile.mkdtemp()
path = os.path.join(folder, 'app.log')
log = logging.getLogger('rotating')
log.propagate = False
h = logging.handlers.RotatingFileHandler(path, maxBytes=40, backupCount=2)
log.addHandler(h)
for i in range(12):
    log.warning('message %02d', i)
h.close()
print(sorted(os.listdir(folder)), [open(os.path.join(folder, n)).read() for n in sorted(os.listdir(folder))])


class Keep(logging.Handler):
    def __init__(self):
        super().__init__()
        self.seen = []

    def emit(self, record):
        self.seen.append((record.levelname, record.getMessage()))


target = Keep()
memory = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=target)
log.handlers = [memory]
log.warning('a')
print(target.seen, len(memory.buffer))
log.error('b')
print(target.seen, len(memory.buffer))
for i in range(3):
    log.warning(i)
log.warning('last')
memory.close()
print(target.seen)
q = queue.Queue()
kept = Keep()
strict = Keep()
strict.setLevel(logging.ERROR)
listener = logging.handlers.QueueListener(q, kept, strict, respect_handler_level=True)
log.handlers = [logging.handlers.QueueHandler(q)]
listener.start()
log.warning('queued %s', 'w')
log.error('queued e')
listener.stop()
print(kept.seen, strict.seen)
try:
    1 / 0
except ZeroDivisionError:
    log.exception('failed')
record = q.get_nowait()
print(record.exc_info, record.args, record.message.splitlines()[0], record.message.splitlines()[-1])
for name in os.listdir(folder):
    os.remove(os.path.join(folder, name))
os.rmdir(folder)
