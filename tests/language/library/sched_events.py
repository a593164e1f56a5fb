"""Library reference: sched."""
import sched
import time


class Clock:
    def __init__(self):
        self.now = 0

    def time(self):
        return self.now

    def sleep(self, seconds):
        if seconds:
            log.append(('sleep', seconds))
        self.now += seconds


log = []
clock = Clock()
s = sched.scheduler(clock.time, clock.sleep)


def action(name='default', **kw):
    log.append((clock.now, name, kw))


s.enter(10, 1, action)
s.enter(5, 2, action, argument=('positional',))
s.enter(5, 1, action, kwargs={'name': 'keyword', 'x': 1})
e = s.enterabs(7, 1, action, ('cancelled',))
s.enter(5, 1, action, ('same',))
print(len(s.queue), [(ev.time, ev.priority, ev.argument) for ev in s.queue], s.empty(), e.time, e.action is action)
s.cancel(e)
print(s.run(blocking=False), log)
s.run()
print(log, s.empty(), s.run())
try:
    s.cancel(e)
except ValueError as error:
    print('ValueError')


def failing():
    raise RuntimeError('in action')


s.enter(1, 1, failing)
s.enter(2, 1, action, ('after',))
try:
    s.run()
except RuntimeError as error:
    print(error, len(s.queue))
s.run()
print(log[-1], sched.Event._fields, sched.scheduler().timefunc is time.monotonic)
